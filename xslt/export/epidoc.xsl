<?xml version="1.0" encoding="UTF-8"?>
<!-- For EpiDoc: ancient documents. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="lib/frame.xsl"/>
  <xsl:include href="lib/revision.xsl"/>
  <xsl:include href="lib/flat.xsl"/>
  <xsl:include href="lib/textparts.xsl"/>

  <xsl:variable name="m:table" as="element()*">
    <m:neutral><seg/></m:neutral>
    <m:frames divisions-only="front back" tops="head dateline epigraph docAuthor docDate" dissolved="opener closer byline postscript salute signed trailer
      titlePage titlePart docTitle docImprint argument castList castItem role roleDesc"/>
    <m:row element="opener closer byline postscript salute signed trailer titlePage titlePart docTitle docImprint argument"
      becomes="p" by="template"/>
    <m:row element="dateline docAuthor docDate epigraph" becomes="p" by="template">but at the beginning of a division</m:row>
    <m:row element="address addrLine" becomes="p" by="template">in what is a paragraph</m:row>
    <m:row element="gap" by="template">in what is supplied</m:row>
    <m:row element="castList" becomes="list" by="template"/>
    <m:row element="castItem role roleDesc" becomes="item or its words" by="template"/>
    <m:row element="appInfo" in="header"/>
    <m:row element="appInfo"/>
    <m:row element="div" attribute="type subtype" only="edition textpart"/>
    <m:row element="unclear" becomes="" by="template">where more than letters stand in it</m:row>
    <m:row attribute="evidence" only="internal external conjecture"/>
    <m:row element="add" attribute="place" only="above below bottom inline interlinear left margin mixed opposite overleaf
      overstrike right top unspecified"/>
  </xsl:variable>

  <xsl:template match="front//div | back//div" mode="m:export">
    <div type="textpart">
      <xsl:apply-templates select="@* except (@type, @subtype), node()" mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="gap[empty(ancestor::supplied)]" mode="m:spared">yes</xsl:template>

  <xsl:template match="address[m:is-in-place(.)] | address[m:is-in-place(.)]/addrLine" mode="m:spared">yes</xsl:template>

  <xsl:template match="*[self::dateline or self::docAuthor or self::docDate or self::epigraph][m:is-in-place(.)][m:is-at-top(.)]"
    mode="m:spared">yes</xsl:template>

  <xsl:template match="unclear[*]" mode="m:export">
    <xsl:call-template name="m:unwrapped"/>
  </xsl:template>

  <xsl:template match="hi[not(@rend)]" mode="m:export">
    <hi rend="undefined">
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </hi>
  </xsl:template>

  <xsl:template match="gap[ancestor::supplied]" mode="m:export"/>

  <xsl:template match="gap" mode="m:export">
    <gap reason="{(@reason[. = ('ellipsis', 'illegible', 'lost', 'omitted')], 'undefined')[1]}">
      <xsl:apply-templates select="@* except (@reason, @unit, @quantity, @extent)" mode="#current"/>
      <xsl:copy-of select="if (@quantity and @unit) then (@quantity, @unit) else if (@extent) then (@extent, @unit) else ()"/>
    </gap>
  </xsl:template>

  <xsl:template match="supplied" mode="m:export">
    <supplied reason="{(@reason[. = ('explanation', 'lost', 'omitted', 'subaudible')], 'undefined')[1]}">
      <xsl:apply-templates select="@* except @reason, node()" mode="#current"/>
    </supplied>
  </xsl:template>
</xsl:stylesheet>
