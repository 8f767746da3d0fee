<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 1 of the page as printed: the printed readings, nothing that the edition added. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:mode name="m:diplomatic" on-no-match="shallow-copy"/>

  <xsl:key name="mp:rendition" match="rendition" use="@xml:id"/>

  <xsl:template match="choice" mode="m:diplomatic">
    <xsl:apply-templates select="if (sic | orig) then sic | orig else *" mode="#current"/>
  </xsl:template>

  <xsl:template match="corr | reg | supplied | note[@type = 'apparatus']" mode="m:diplomatic" priority="3"/>

  <!-- What the editor thinks is lost, no sign of the source shows. -->
  <xsl:template match="gap[m:is-conjectured(.)]" mode="m:diplomatic" priority="3"/>

  <!-- A heading that the edition supplies is not printed. A note to it is, but nothing in the source calls it. -->
  <xsl:template match="head[mp:is-supplied(.)]" mode="m:diplomatic">
    <xsl:apply-templates select=".//note except .//note//note" mode="#current">
      <xsl:with-param name="uncalled" select="true()"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:function name="mp:is-supplied" as="xs:boolean">
    <xsl:param name="heading" as="element(head)"/>
    <xsl:sequence select="exists($heading//supplied) and
      empty($heading//text()[normalize-space()][not(ancestor::supplied or ancestor::corr)]
      [empty(ancestor::note[not(m:is-inline(.))] except $heading/ancestor::note)])
      and empty($heading//gap)"/>
  </xsl:function>

  <!-- The printed reading answers to the address of its correction. -->
  <xsl:template match="choice/sic | choice/orig" mode="m:diplomatic">
    <xsl:copy>
      <xsl:apply-templates select="@* except @xml:id" mode="#current"/>
      <xsl:copy-of select="(../(corr | reg)/@xml:id, @xml:id)[1]"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="lb" mode="m:diplomatic">
    <xsl:text> </xsl:text>
    <xsl:copy-of select="."/>
  </xsl:template>

  <!-- A word divided at the end of a line: its hyphen is the skin of the break. -->
  <xsl:template match="lb[@break = 'no']" mode="m:diplomatic">
    <xsl:value-of select="tokenize(@rendition) ! key('mp:rendition', substring-after(., '#'), root(current()))
      [@scope = 'before'] ! string()[matches(., '^[\-‐¬⸗&#xAD;]$')]" separator=""/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="m:lines" select="if (exists(mp:block(.)//lb[not(@break = 'no')])) then 'yes' else 'no'"/>
    </xsl:copy>
  </xsl:template>

  <!-- A line that is counted breaks once: where a block begins, or a word is divided, something else breaks it. -->
  <xsl:template match="lb[@n][parent::div or parent::body or parent::sp or preceding-sibling::node()[1][self::lb]]"
      mode="m:diplomatic" priority="2"/>

  <xsl:function name="mp:block" as="element()">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="($node/ancestor::*[self::p or self::ab or self::l or self::head or self::note or self::quote
      or self::item or self::cell], $node/..)[last()]"/>
  </xsl:function>
</xsl:stylesheet>
