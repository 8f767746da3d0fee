<?xml version="1.0" encoding="UTF-8"?>
<!-- A reader of citeStructure that knows the TEI Guidelines and nothing of this project: every unit that a document
     declares, a line each: tree, reference, unit, level, the place of what it was found at, and how many elements the
     reference alone leads to and where the first of them stands. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:f" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">
  <xsl:output method="text"/>

  <xsl:template match="/">
    <xsl:for-each select="TEI/teiHeader/encodingDesc/refsDecl[citeStructure]">
      <xsl:sequence select="citeStructure ! f:units(., root(.), '', 1)"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="f:units" as="xs:string*">
    <xsl:param name="structure" as="element(citeStructure)"/>
    <xsl:param name="at" as="node()"/>
    <xsl:param name="before" as="xs:string"/>
    <xsl:param name="level" as="xs:integer"/>
    <xsl:for-each select="f:found($structure, $at)">
      <xsl:variable name="here" as="element()" select="."/>
      <xsl:variable name="name" as="xs:string" select="$before || $structure/@delim || f:name($structure, .)"/>
      <xsl:variable name="leads" as="element()*" select="f:resolved($structure/ancestor::refsDecl, $name)"/>
      <xsl:sequence select="string-join(($structure/ancestor::refsDecl/@n, $name, $structure/@unit, string($level),
        path(.), string(count($leads)), path($leads[1])), '&#9;') || '&#10;'"/>
      <xsl:sequence select="$structure/citeStructure ! f:units(., $here, $name, $level + 1)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- All that a reference can mean: it is taken apart from its beginning, by every structure that fits. -->
  <xsl:function name="f:resolved" as="element()*">
    <xsl:param name="declared" as="element(refsDecl)"/>
    <xsl:param name="reference" as="xs:string"/>
    <xsl:sequence select="$declared/citeStructure ! f:step(., root(.), $reference)"/>
  </xsl:function>

  <xsl:function name="f:step" as="element()*">
    <xsl:param name="structure" as="element(citeStructure)"/>
    <xsl:param name="at" as="node()"/>
    <xsl:param name="rest" as="xs:string"/>
    <xsl:for-each select="f:found($structure, $at)">
      <xsl:variable name="here" as="element()" select="."/>
      <xsl:variable name="name" as="xs:string" select="$structure/@delim || f:name($structure, .)"/>
      <xsl:choose>
        <xsl:when test="$rest = $name">
          <xsl:sequence select="."/>
        </xsl:when>
        <xsl:when test="starts-with($rest, $name)">
          <xsl:sequence select="$structure/citeStructure ! f:step(., $here, substring-after($rest, $name))"/>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:found" as="element()*">
    <xsl:param name="structure" as="element(citeStructure)"/>
    <xsl:param name="at" as="node()"/>
    <xsl:evaluate xpath="$structure/@match" context-item="$at" xpath-default-namespace="http://www.tei-c.org/ns/1.0"/>
  </xsl:function>

  <xsl:function name="f:name" as="xs:string">
    <xsl:param name="structure" as="element(citeStructure)"/>
    <xsl:param name="at" as="element()"/>
    <xsl:variable name="name" as="item()*">
      <xsl:evaluate xpath="$structure/@use" context-item="$at" xpath-default-namespace="http://www.tei-c.org/ns/1.0"/>
    </xsl:variable>
    <xsl:sequence select="string($name)"/>
  </xsl:function>
</xsl:stylesheet>
