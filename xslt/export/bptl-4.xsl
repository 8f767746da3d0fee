<?xml version="1.0" encoding="UTF-8"?>
<!-- For libraries: Best Practices for TEI in Libraries, level 4. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="lib/frame.xsl"/>
  <xsl:include href="lib/flat.xsl"/>
  <xsl:include href="lib/agents.xsl"/>
  <xsl:include href="lib/surplus.xsl"/>
  <xsl:include href="bptl/header.xsl"/>

  <xsl:variable name="m:table" as="element()*">
    <m:neutral><hi/></m:neutral>
    <m:phrased element="quote" in="opener"/>
    <m:frames tops="head opener signed" divisions-only="body front back" dissolved="closer byline docAuthor docDate epigraph argument postscript
      trailer titlePage docTitle titlePart docImprint dateline salute"/>
    <m:row element="closer byline docAuthor docDate epigraph argument postscript trailer titlePage docTitle titlePart docImprint"
      becomes="p" by="template"/>
    <m:row element="signed" becomes="p" by="template">but at the beginning of a division</m:row>
    <m:row element="address addrLine" becomes="p" by="template">in what is a paragraph</m:row>
    <m:row element="dateline salute" becomes="p" by="template">but in an opener</m:row>
    <m:row element="seg secl q role roleDesc forename surname measure" becomes=""/>
    <m:row element="cit" becomes="" by="template"/>
    <m:row element="orig reg" becomes="" by="template">beside each other only the regular form is left</m:row>
    <m:row element="supplied" becomes="corr"/>
    <m:row element="surplus" becomes="sic beside an empty corr" by="template">what is only printed twice stands without it</m:row>
    <m:row element="fw milestone"/>
    <m:row element="extent creation particDesc settingDesc refsDecl notesStmt samplingDecl standOff" in="header" by="template"/>
    <m:row attribute="subtype direct"/>
    <m:row element="author editor name orgName persName placeName pubPlace" attribute="key ref"/>
    <m:row element="editor" attribute="role"/>
    <m:row element="corr sic" attribute="evidence reason source"/>
    <m:row element="note" attribute="target"/>
    <m:row element="pb cb lb" attribute="break" only="yes no maybe"/>
    <m:row element="pb" attribute="facs"/>
  </xsl:variable>

  <xsl:template match="TEI" mode="m:export">
    <TEI>
      <xsl:copy-of select="@xml:id, @xml:lang"/>
      <xsl:call-template name="m:header"/>
      <xsl:apply-templates select="text" mode="#current"/>
    </TEI>
  </xsl:template>

  <xsl:template match="div[not(@type)]" mode="m:export">
    <div type="section">
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </div>
  </xsl:template>

  <!-- Its openers have no byline of their own. -->
  <xsl:template match="opener//(dateline | salute)" mode="m:flat" priority="3">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="opener/byline" mode="m:flat" priority="3">
    <xsl:apply-templates mode="mp:inline"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="dateline//docDate" mode="m:flat" priority="3">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="dateline[parent::opener] | salute[parent::opener]" mode="m:spared">yes</xsl:template>

  <xsl:template match="signed[m:is-in-place(.)][m:is-at-top(.)]" mode="m:spared">yes</xsl:template>

  <xsl:template match="address[m:is-in-place(.)] | address[m:is-in-place(.)]/addrLine" mode="m:spared">yes</xsl:template>

  <xsl:template match="cit" mode="m:export">
    <xsl:choose>
      <xsl:when test="m:is-mixed(..) or parent::cit">
        <xsl:call-template name="m:unwrapped"/>
      </xsl:when>
      <xsl:otherwise>
        <p>
          <xsl:apply-templates select="@xml:id, node()" mode="#current"/>
        </p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="choice[orig]" mode="m:export">
    <xsl:apply-templates select="reg" mode="#current"/>
  </xsl:template>

  <xsl:template match="orig | reg" mode="m:export">
    <xsl:call-template name="m:unwrapped"/>
  </xsl:template>

  <!-- One duty, and those who have it. -->
  <xsl:template match="respStmt/resp[1]" mode="m:export">
    <xsl:copy>
      <xsl:apply-templates select="@*, node(), (following-sibling::resp ! (' ', node()))" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="respStmt/resp[preceding-sibling::resp]" mode="m:export"/>

  <xsl:template match="list/@type[. = 'gloss'][empty(../label)]" mode="m:export"/>
</xsl:stylesheet>
