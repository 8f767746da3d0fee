<?xml version="1.0" encoding="UTF-8"?>
<!-- Last pass: pointers to what the export does not have go, and so does a frame that has lost all that was in it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:mode name="m:tidy" on-no-match="shallow-copy"/>

  <xsl:key name="mp:id" match="*[@xml:id]" use="@xml:id"/>

  <xsl:template match="@corresp | @next | @prev | @who | @toWhom | @ref | @target | @source | @resp | @edRef | @sameAs | @rendition"
    mode="m:tidy">
    <xsl:variable name="kept" as="xs:string*"
      select="tokenize(.)[not(starts-with(., '#')) or mp:arrives(., current())]"/>
    <xsl:if test="exists($kept)">
      <xsl:attribute name="{name()}" select="$kept"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="cit[empty(*)]" mode="m:tidy">
    <xsl:if test="not(m:is-mixed(..) or parent::cit)">
      <p/>
    </xsl:if>
  </xsl:template>

  <!-- Appearances and pictures that the recipient declares elsewhere. -->
  <xsl:function name="mp:arrives" as="xs:boolean">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="at" as="attribute()"/>
    <xsl:sequence select="name($at) = 'rendition' or exists(key('mp:id', substring-after($pointer, '#'), root($at)))"/>
  </xsl:function>
</xsl:stylesheet>
