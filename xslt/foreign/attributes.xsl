<?xml version="1.0" encoding="UTF-8"?>
<!-- Attributes: how a phrase was printed in words of ours, languages as the web names them, nothing from other
     vocabularies. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template name="mp:attributes">
    <xsl:apply-templates select="@*" mode="m:foreign"/>
    <xsl:for-each select="mp:rend(.)">
      <xsl:attribute name="rend" select="."/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="@*" mode="m:foreign">
    <xsl:copy/>
  </xsl:template>

  <xsl:template match="@*[not(namespace-uri() = ('', 'http://www.w3.org/XML/1998/namespace'))] | @xml:base | @xml:space | @rend | @style"
    mode="m:foreign" priority="1"/>

  <!-- Our own marks of a source's format are kept. -->
  <xsl:template match="@rendition" mode="m:foreign">
    <xsl:copy-of select=".[mp:renditions(..)/@scheme = 'other']"/>
  </xsl:template>

  <xsl:template match="@xml:lang" mode="m:foreign">
    <xsl:for-each select="m:language-tag(.)[.]">
      <xsl:attribute name="xml:lang" select="."/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="note[@type = 'comment'][not(@place)]/@type" mode="m:foreign">
    <xsl:copy/>
    <xsl:attribute name="place" select="'bottom'"/>
  </xsl:template>

  <xsl:template match="gap/@resp" mode="m:foreign"/>

  <!-- The words of rend, and what rend, rendition and style mean in words that the outputs know. -->
  <xsl:function name="mp:rend" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="said" as="xs:string*" select="tokenize($element/@rend),
      (mp:words($element/@rend), mp:words($element/@style), tokenize($element/@rendition) ! mp:words(replace(., '^(#|simple:)', '')),
      mp:renditions($element)[not(@scheme = 'other')] ! mp:words(.)) ! $mp:look-words(.)/string(@to)"/>
    <xsl:sequence select="if (exists($said)) then string-join(distinct-values($said), ' ')
      else if ($element[self::hi][@rendition or @style]) then 'unmarked' else ()"/>
  </xsl:function>

  <xsl:function name="mp:words" as="xs:string*">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="tokenize(lower-case($text), '[^\p{L}\p{N}_\-]+')[.]"/>
  </xsl:function>

  <xsl:function name="mp:renditions" as="element(rendition)*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="tokenize($element/@rendition)[starts-with(., '#')] ! key('mp:rendition', substring(., 2), $mp:source)"/>
  </xsl:function>

  <!-- "eng" is "en", "de_AT" is "de-AT": BCP 47 wants the shortest code of a language. -->
  <xsl:variable name="mp:languages" as="map(xs:string, xs:string)" select="map{'eng': 'en', 'deu': 'de', 'ger': 'de', 'fra': 'fr',
    'fre': 'fr', 'lat': 'la', 'ita': 'it', 'spa': 'es', 'por': 'pt', 'nld': 'nl', 'dut': 'nl', 'rus': 'ru', 'heb': 'he', 'ara': 'ar',
    'ell': 'el', 'gre': 'el', 'dan': 'da', 'swe': 'sv', 'nor': 'no', 'pol': 'pl', 'ces': 'cs', 'cze': 'cs', 'hun': 'hu', 'tur': 'tr',
    'zho': 'zh', 'chi': 'zh', 'jpn': 'ja', 'san': 'sa', 'fas': 'fa', 'per': 'fa', 'hye': 'hy', 'arm': 'hy', 'kat': 'ka', 'geo': 'ka',
    'ukr': 'uk', 'hrv': 'hr', 'slv': 'sl', 'srp': 'sr', 'ron': 'ro', 'rum': 'ro', 'cat': 'ca', 'gle': 'ga', 'cym': 'cy', 'wel': 'cy',
    'yid': 'yi', 'bul': 'bg', 'fin': 'fi', 'est': 'et', 'isl': 'is', 'ice': 'is', 'eus': 'eu', 'baq': 'eu', 'lit': 'lt', 'lav': 'lv'}"/>

  <xsl:function name="m:language-tag" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(translate(normalize-space($tag), '_', '-'), '-')"/>
    <xsl:sequence select="string-join((($mp:languages(lower-case($parts[1])), $parts[1])[1], $parts[position() gt 1]), '-')"/>
  </xsl:function>
</xsl:stylesheet>
