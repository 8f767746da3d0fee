<?xml version="1.0" encoding="UTF-8"?>
<!-- What DTABf has in openers and closers alone, and what title pages need. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- A greeting or a signature that stands by itself gets the frame of a letter: an opener before the first block. -->
  <xsl:template match="salute[not(parent::opener or parent::closer)] | signed[not(parent::closer or parent::opener)]"
    mode="m:export">
    <xsl:element name="{if (m:is-at-end(.)) then 'closer' else 'opener'}">
      <xsl:choose>
        <xsl:when test="self::signed and not(m:is-at-end(.))">
          <xsl:call-template name="m:unwrapped"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:next-match/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <xsl:template match="opener/signed" mode="m:export">
    <xsl:call-template name="m:unwrapped"/>
  </xsl:template>

  <xsl:function name="m:is-at-end" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part/preceding-sibling::*[not(self::head or self::opener or self::byline or self::dateline
      or self::salute or self::signed or self::argument or self::epigraph or self::docAuthor or self::docDate or self::note
      or self::pb or self::cb or self::lb or self::fw or self::milestone or self::gap or self::figure)])"/>
  </xsl:function>

  <xsl:template match="address" mode="m:export">
    <xsl:for-each select="*">
      <xsl:if test="self::addrLine and preceding-sibling::addrLine">
        <lb/>
      </xsl:if>
      <xsl:apply-templates select="if (self::addrLine) then node() else ." mode="#current"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="titlePage" mode="m:export">
    <titlePage type="main">
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </titlePage>
  </xsl:template>

  <xsl:template match="titlePart" mode="m:export">
    <titlePart type="{if (not(@type)) then 'main' else (@type[. = ('main', 'sub')], 'desc')[1]}">
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </titlePart>
  </xsl:template>
</xsl:stylesheet>
