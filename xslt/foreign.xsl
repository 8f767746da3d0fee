<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass −1, for TEI made by others: a document in any common TEI becomes one in the vocabulary of schema/edition.odd.
     The rows of foreign/table.xsl say what becomes of which element; the other files say how. The result is an
     m:adopted: what the pass does not know or leaves out (m:found), then the document. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="lib/passes.xsl"/>
  <xsl:include href="foreign/table.xsl"/>
  <xsl:include href="foreign/elements.xsl"/>
  <xsl:include href="foreign/documents.xsl"/>
  <xsl:include href="foreign/attributes.xsl"/>
  <xsl:include href="foreign/readings.xsl"/>
  <xsl:include href="foreign/notes.xsl"/>
  <xsl:include href="foreign/white-space.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:mode name="m:foreign" on-no-match="shallow-copy"/>

  <xsl:variable name="mp:source" as="document-node()" select="/"/>

  <xsl:template match="/">
    <m:adopted>
      <xsl:variable name="elements" as="element()*" select="mp:elements()"/>
      <xsl:sequence select="mp:found('unknown', $elements[mp:is-unknown(.)]),
        mp:found('left-out', $elements[mp:is-left-out(.)][mp:loses-text(.)]),
        mp:found('emptied', $elements[self::head][exists(ancestor::*[mp:is-emptied(.)])])"/>
      <xsl:apply-templates select="TEI | teiCorpus" mode="mp:document"/>
    </m:adopted>
  </xsl:template>

  <!-- Elements of the texts and what stands beside them, less what is inside of something left out or quoted as code. -->
  <xsl:function name="mp:elements" as="element()*">
    <xsl:sequence select="$mp:source//(text | standOff | sourceDoc)/descendant-or-self::*
      [not(some $around in ancestor::* satisfies (mp:is-left-out($around) or $around/self::formula
        or local-name($around) = 'egXML'))]"/>
  </xsl:function>

  <!-- Whether text goes with it: notes that are called elsewhere do not. -->
  <xsl:function name="mp:loses-text" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element//text()[normalize-space()][not(ancestor::note[mp:is-moved(.)])])"/>
  </xsl:function>

  <!-- One for each name: where the first stands (which element of the document it is, from 1), and how many there are. -->
  <xsl:function name="mp:found" as="element(m:found)*">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="elements" as="element()*"/>
    <xsl:for-each-group select="$elements" group-by="node-name()">
      <m:found kind="{$kind}" name="{name()}" within="{name(..)}" count="{count(current-group())}"
        at="{count(preceding::*) + count(ancestor-or-self::*)}">
        <xsl:value-of select="mp:row(.)"/>
      </m:found>
    </xsl:for-each-group>
  </xsl:function>
</xsl:stylesheet>
