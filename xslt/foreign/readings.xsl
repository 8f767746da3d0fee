<?xml version="1.0" encoding="UTF-8"?>
<!-- Readings: what only one of the two views has (m:only), and variants, which become notes of the editor. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Of an editor's readings the vocabulary knows one pair. -->
  <xsl:template match="choice[sic or orig][corr or reg]" mode="m:foreign" priority="1">
    <choice>
      <xsl:call-template name="mp:attributes"/>
      <xsl:apply-templates select="(sic, orig)[1], (corr, reg)[1]" mode="#current"/>
    </choice>
    <xsl:sequence select="mp:variants(., (corr, reg)[1], * except ((sic, orig)[1], (corr, reg)[1]))"/>
  </xsl:template>

  <xsl:template match="choice[abbr or am][expan or ex]" mode="m:foreign" priority="2">
    <m:only view="diplomatic">
      <xsl:apply-templates select="(abbr, am)[1]" mode="#current"/>
    </m:only>
    <m:only view="reading">
      <xsl:apply-templates select="(expan/node(), ex/node())" mode="#current"/>
    </m:only>
    <xsl:sequence select="mp:variants(., (expan, ex)[1], * except ((abbr, am)[1], expan, ex))"/>
  </xsl:template>

  <xsl:template match="choice" mode="m:foreign" priority="0.5">
    <xsl:apply-templates select="*[1]" mode="#current"/>
    <xsl:sequence select="mp:variants(., *[1], *[position() gt 1])"/>
  </xsl:template>

  <xsl:template match="abbr | expan | am" mode="m:foreign" priority="1">
    <xsl:call-template name="mp:as">
      <xsl:with-param name="name" select="'seg'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="ex" mode="m:foreign" priority="1">
    <m:only view="reading">
      <xsl:apply-templates mode="#current"/>
    </m:only>
  </xsl:template>

  <xsl:template match="*[ex]/am" mode="m:foreign" priority="2">
    <m:only view="diplomatic">
      <xsl:apply-templates mode="#current"/>
    </m:only>
  </xsl:template>

  <xsl:template match="space" mode="m:foreign" priority="1">
    <xsl:sequence select="m:space()[not(mp:is-between-blocks(current()))]"/>
  </xsl:template>

  <xsl:template match="gap/*" mode="m:foreign" priority="6"/>

  <!-- Variants ............................................................................................ -->

  <xsl:template match="app" mode="m:foreign" priority="1">
    <xsl:variable name="readings" as="element()*" select="(lem | rdg | rdgGrp//rdg)[not(ancestor::app[1] >> current())]"/>
    <xsl:variable name="first" as="element()?" select="($readings/self::lem, $readings)[1]"/>
    <xsl:apply-templates select="$first/node()" mode="#current"/>
    <xsl:sequence select="mp:variants(., $first, ($readings except $first, * except (lem, rdg, rdgGrp)))"/>
  </xsl:template>

  <xsl:template match="listApp/app" mode="m:foreign" priority="5">
    <item>
      <xsl:call-template name="mp:attributes"/>
      <xsl:sequence select="mp:variants(., lem[1], * except lem[1])/node()"/>
    </item>
  </xsl:template>

  <!-- "lemma A] reading B; reading C" -->
  <xsl:function name="mp:variants" as="element()?">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="read" as="element()?"/>
    <xsl:param name="others" as="element()*"/>
    <xsl:if test="exists($others)">
      <note type="apparatus" place="bottom">
        <xsl:value-of select="m:shortened(m:plain($read)) || mp:witnesses($read) || '] '"/>
        <xsl:for-each select="$others">
          <xsl:value-of select="if (position() gt 1) then '; ' else ''"/>
          <xsl:apply-templates select="." mode="mp:variant"/>
          <xsl:value-of select="mp:witnesses(.)"/>
        </xsl:for-each>
      </note>
    </xsl:if>
  </xsl:function>

  <xsl:mode name="mp:variant" on-no-match="fail"/>

  <xsl:template match="*" mode="mp:variant">
    <seg>
      <xsl:apply-templates select="@xml:id, node()" mode="m:foreign"/>
    </seg>
  </xsl:template>

  <xsl:template match="rdg[not(normalize-space())]" mode="mp:variant">
    <xsl:text>omitted</xsl:text>
  </xsl:template>

  <xsl:function name="mp:witnesses" as="xs:string?">
    <xsl:param name="reading" as="element()?"/>
    <xsl:sequence select="$reading/(@wit, @source, @resp)[1] ! (' ' || translate(normalize-space(.), '#', ''))"/>
  </xsl:function>
</xsl:stylesheet>
