<?xml version="1.0" encoding="UTF-8"?>
<!-- Phrases of the plain text: signs around emphasis, calls of notes, and the breaks of the page as printed. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="text()" mode="m:text">
    <xsl:copy/>
  </xsl:template>

  <xsl:template match="*[not(@m:as)][local-name() = $m:prose]" mode="m:text" priority="-0.25">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="speaker | stage" mode="m:text">
    <xsl:if test="$speakers">
      <xsl:apply-templates mode="#current"/>
    </xsl:if>
  </xsl:template>

  <!-- _italic_ and =bold=, once around the outermost. -->
  <xsl:template match="emph | hi | foreign | title" mode="m:text">
    <xsl:variable name="sign" as="xs:string?" select="mp:sign(.)[$signs][normalize-space(current())]
      [not(. = current()/ancestor::*[self::emph or self::hi or self::foreign or self::title]/mp:sign(.))]"/>
    <xsl:value-of select="$sign"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:value-of select="$sign"/>
  </xsl:template>

  <xsl:function name="mp:sign" as="xs:string?">
    <xsl:param name="phrase" as="element()"/>
    <xsl:sequence select="if (m:look($phrase) = 'b') then '=' else '_'[m:is-italic($phrase)]"/>
  </xsl:function>

  <xsl:template match="unclear" mode="m:text">
    <xsl:apply-templates mode="#current"/>
    <xsl:value-of select="' [?]'[$signs]"/>
  </xsl:template>

  <!-- A gap of known extent says so; between blocks it is one. -->
  <xsl:template match="gap[@m:as = 'block'][@quantity or @extent[. ne 'unknown']]" mode="m:text" priority="2">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <m:b kind="p" indent="{$indent}">
      <xsl:next-match/>
    </m:b>
  </xsl:template>

  <xsl:template match="gap[@quantity or @extent[. ne 'unknown']]" mode="m:text">
    <xsl:value-of select="if ($signs) then '[' || m:extent(.) || ']' else '[…]'"/>
  </xsl:template>

  <xsl:template match="note[not(m:is-inline(.))][not(@m:as)]" mode="m:text" priority="2">
    <xsl:value-of select="('[' || m:mark(.) || ']')[$signs]"/>
  </xsl:template>

  <xsl:template match="note[@m:uncalled]" mode="m:text" priority="3"/>

  <xsl:template match="ref[@type = 'noteAnchor']" mode="m:text" priority="2">
    <xsl:value-of select="key('m:note', substring-after(@target, '#'))[1] ! ('[' || m:mark(.) || ']')[$signs]"/>
  </xsl:template>

  <!-- Breaks ............................................................................................. -->

  <xsl:template match="anchor | cb" mode="m:text"/>

  <xsl:template match="lb" mode="m:text">
    <m:br/>
  </xsl:template>

  <xsl:template match="lb[@m:lines = 'no']" mode="m:text"/>

  <xsl:template match="pb" mode="m:text">
    <xsl:if test="not($m:is-reading)">
      <m:page n="{@n}"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="milestone" mode="m:text"/>

  <xsl:template match="*[@m:as = 'box']/milestone" mode="m:text">
    <m:b kind="break" indent="0"/>
  </xsl:template>
</xsl:stylesheet>
