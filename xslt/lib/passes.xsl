<?xml version="1.0" encoding="UTF-8"?>
<!-- The way from a TEI document to the tree that an output prints: ids, then the readings of a view, then blocks. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:err="http://www.w3.org/2005/xqt-errors"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="ids.xsl"/>
  <xsl:include href="../reading.xsl"/>
  <xsl:include href="../diplomatic.xsl"/>
  <xsl:include href="shape.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="work.xsl"/>
  <xsl:include href="linked-data.xsl"/>
  <xsl:include href="register.xsl"/>
  <xsl:include href="index.xsl"/>
  <xsl:include href="looks.xsl"/>
  <xsl:include href="verse.xsl"/>

  <!-- `reading`: the edition's text; `diplomatic`: the page as printed. -->
  <xsl:param name="view" as="xs:string" select="'reading'"/>

  <xsl:variable name="m:is-reading" as="xs:boolean" select="$view = 'reading'"/>

  <xsl:variable name="m:tei" as="element(TEI)">
    <xsl:variable name="tree" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="/TEI" mode="m:ids"/>
      </xsl:document>
    </xsl:variable>
    <xsl:sequence select="$tree/TEI"/>
  </xsl:variable>

  <xsl:variable name="m:shaped" as="element(TEI)">
    <xsl:variable name="chosen" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="$m:tei[$m:is-reading]" mode="m:reading"/>
        <xsl:apply-templates select="$m:tei[not($m:is-reading)]" mode="m:diplomatic"/>
      </xsl:document>
    </xsl:variable>
    <xsl:variable name="tree" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="$chosen/TEI" mode="m:shape"/>
      </xsl:document>
    </xsl:variable>
    <xsl:sequence select="$tree/TEI"/>
  </xsl:variable>

  <xsl:variable name="m:register" as="element(m:entry)*" select="m:register($m:tei)"/>
  <xsl:variable name="m:entries" as="map(xs:string, element(m:entry))"
    select="map:merge($m:register ! map{string(@id): .}, map{'duplicates': 'use-first'})"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <!-- Notes in the order of their marks; a note whose beginning is not in the text has none. -->
  <xsl:variable name="m:notes" as="element(note)*" select="$m:shaped/text//note[not(m:is-inline(.))]"/>

  <xsl:key name="m:further-calls" match="ref[@type = 'noteAnchor']" use="tokenize(@target) ! substring-after(., '#')"/>
  <xsl:key name="m:note" match="note" use="@xml:id"/>

  <!-- Errors become a result that the caller can tell from an edition, not noise on the terminal. -->
  <xsl:template name="m:failed">
    <xsl:param name="code" as="xs:QName"/>
    <xsl:param name="description" as="xs:string"/>
    <m:failed code="{local-name-from-QName($code)}">
      <xsl:value-of select="$description"/>
    </m:failed>
  </xsl:template>
</xsl:stylesheet>
