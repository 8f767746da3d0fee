<?xml version="1.0" encoding="UTF-8"?>
<!-- Last pass: pointers to what the export does not have go, and so does a frame that has lost all that was in it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:mode name="m:tidy" on-no-match="shallow-copy"/>

  <xsl:key name="mp:id" match="*[@xml:id]" use="@xml:id"/>

  <xsl:template match="@*[m:is-pointer(.)]" mode="m:tidy">
    <xsl:if test="exists(m:arriving(.))">
      <xsl:attribute name="{name()}" select="m:arriving(.)"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="m:is-pointer" as="xs:boolean">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:sequence select="name($attribute) = ('corresp', 'next', 'prev', 'who', 'toWhom', 'ref', 'target', 'source', 'resp', 'edRef', 'sameAs')"/>
  </xsl:function>

  <!-- What of a pointer leads somewhere, in the document in which it stands or outside of it. -->
  <xsl:function name="m:arriving" as="xs:string*">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:sequence select="tokenize($pointer)[not(starts-with(., '#')) or exists(key('mp:id', substring-after(., '#'), root($pointer)))]"/>
  </xsl:function>

  <!-- What stands in some elements only within a phrase (m:phrased) gets one, which is m:neutral. -->
  <xsl:variable name="mp:phrased" as="xs:string*" select="for $row in $m:table/self::m:phrased, $in in tokenize($row/@in) return
    tokenize($row/@element) ! ($in || '/' || .)"/>

  <xsl:template match="*[local-name(..) || '/' || local-name() = $mp:phrased]" mode="m:tidy" priority="1">
    <xsl:element name="{name($m:neutral)}">
      <xsl:copy-of select="$m:neutral/@*"/>
      <xsl:next-match/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="cit[empty(*)]" mode="m:tidy">
    <xsl:if test="not(m:is-mixed(..) or parent::cit)">
      <p/>
    </xsl:if>
  </xsl:template>

  <!-- A division is one of something. -->
  <xsl:template match="div[empty(*)][not(normalize-space())][exists(../* except .)][empty(../trailer)]" mode="m:tidy"/>
</xsl:stylesheet>
