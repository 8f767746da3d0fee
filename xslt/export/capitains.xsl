<?xml version="1.0" encoding="UTF-8"?>
<!-- For CapiTainS and other servers of canonical texts: CTS, with EpiDoc's divisions. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="lib/frame.xsl"/>
  <xsl:include href="lib/revision.xsl"/>
  <xsl:include href="lib/agents.xsl"/>
  <xsl:include href="lib/front.xsl"/>
  <xsl:include href="lib/textparts.xsl"/>
  <xsl:include href="lib/cts.xsl"/>

  <xsl:variable name="m:table" as="element()*">
    <m:neutral><seg/></m:neutral>
    <m:phrased element="cit quote said q" in="addrLine docAuthor docDate foreign fw label mentioned name placeName role roleDesc soCalled speaker"/>
    <m:phrased element="q quote" in="bibl biblScope byline castItem closer date dateline docImprint edition forename opener orgName persName
      pubPlace surname"/>
    <m:row element="standOff" in="header"/>
    <m:row element="standOff"/>
    <m:row element="body" by="template" becomes="div of type edition with the URN, its divisions textparts"/>
    <m:row attribute="toWhom"/>
    <m:row element="author editor title pubPlace publisher personGrp" attribute="source"/>
    <m:row element="publisher distributor" attribute="key ref"/>
    <m:row element="docDate" attribute="from to notAfter notBefore"/>
  </xsl:variable>

  <xsl:template match="encodingDesc" mode="m:export">
    <xsl:copy>
      <xsl:apply-templates select="@*, * except (refsDecl, appInfo)" mode="#current"/>
      <xsl:sequence select="m:references()"/>
      <xsl:apply-templates select="appInfo" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="teiHeader[empty(encodingDesc)]/fileDesc" mode="m:export">
    <xsl:next-match/>
    <encodingDesc>
      <xsl:sequence select="m:references()"/>
    </encodingDesc>
  </xsl:template>

  <!-- An address of the edition is a number of it. -->
  <xsl:template match="publicationStmt/ref" mode="m:export">
    <idno type="URL">
      <xsl:value-of select="(@target, normalize-space())[1]"/>
    </idno>
  </xsl:template>

  <xsl:template match="person/name | personGrp/name" mode="m:export">
    <persName>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </persName>
  </xsl:template>

  <!-- In the header a quotation is its words. -->
  <xsl:template match="teiHeader//q | standOff//q | resp/q" mode="m:export" priority="1">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>
</xsl:stylesheet>
