<?xml version="1.0" encoding="UTF-8"?>
<!-- Words of ELTeC: in a paragraph nothing but words and a few phrases; a block in it is its words, with a blank behind. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:mode name="mp:words" on-no-match="shallow-copy"/>

  <xsl:template match="*" mode="mp:words" priority="-0.5">
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="' '[local-name(current()) = $mp:block-names][not(current()/self::bibl or current()/self::quote or current()/self::said)]"/>
  </xsl:template>

  <xsl:template match="hi | emph | foreign | ref | title" mode="mp:words">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="m:export"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="quote" mode="mp:words">
    <quote>
      <xsl:apply-templates select="@*" mode="m:export"/>
      <xsl:apply-templates mode="#current"/>
    </quote>
  </xsl:template>

  <xsl:template match="speaker | label" mode="mp:words">
    <label>
      <xsl:apply-templates select="@*" mode="m:export"/>
      <xsl:apply-templates mode="#current"/>
    </label>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- A label stands in no phrase of another language. -->
  <xsl:template match="foreign//label | foreign//speaker | (label | speaker)//(label | speaker)" mode="mp:words"
    priority="1">
    <xsl:apply-templates mode="#current"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="corr | supplied" mode="mp:words">
    <corr>
      <xsl:apply-templates select="@*" mode="m:export"/>
      <xsl:apply-templates mode="#current"/>
    </corr>
  </xsl:template>

  <xsl:template match="choice" mode="mp:words">
    <xsl:apply-templates select="corr | reg" mode="#current"/>
  </xsl:template>

  <xsl:template match="del | fw | cb | surplus[not(@reason = 'repeated')]" mode="mp:words">
    <xsl:sequence select="m:pages(.)"/>
  </xsl:template>

  <xsl:template match="lb" mode="mp:words">
    <xsl:sequence select="' '[not(current()/@break = 'no')]"/>
  </xsl:template>

  <xsl:template match="note[not(@place = 'inline')]" mode="mp:words">
    <m:call note="{m:note-id(.)}" mixed="true"/>
  </xsl:template>
</xsl:stylesheet>
