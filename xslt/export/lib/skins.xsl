<?xml version="1.0" encoding="UTF-8"?>
<!-- What only the proof of an edition needs: skins, places where notes stood, characters that are mark-up. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:mode name="m:clean" on-no-match="shallow-copy"/>

  <xsl:key name="mp:skin" match="rendition[@scheme = 'other']" use="(@xml:id, substring-after(@corresp, '#'))[. ne '']"/>

  <xsl:template match="@rendition" mode="m:clean">
    <xsl:variable name="kept" as="xs:string*"
      select="tokenize(.)[empty(key('mp:skin', substring-after(., '#'), $m:source))]"/>
    <xsl:if test="exists($kept)">
      <xsl:attribute name="rendition" select="$kept"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="anchor[@type = 'stood'] | c | rendition[@scheme = 'other']" mode="m:clean"/>

  <xsl:template match="encodingDesc[every $part in * satisfies $part/self::tagsDecl[empty(rendition[not(@scheme = 'other')])]]" mode="m:clean"/>

  <xsl:template match="tagsDecl[empty(rendition[not(@scheme = 'other')])]" mode="m:clean"/>

  <!-- Sentences of the header about them would be untrue. -->
  <xsl:template match="encodingDesc//p[contains(., 'tagsDecl')][exists(../p except .)]" mode="m:clean"/>
</xsl:stylesheet>
