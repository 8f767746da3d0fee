<?xml version="1.0" encoding="UTF-8"?>
<!-- For DraCor, the corpora of plays. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="lib/frame.xsl"/>
  <xsl:include href="lib/revision.xsl"/>
  <xsl:include href="lib/surplus.xsl"/>

  <xsl:variable name="m:table" as="element()*">
    <m:neutral><seg/></m:neutral>
    <m:row element="fw">furniture of the page</m:row>
    <m:row element="supplied" becomes="corr"/>
    <m:row element="secl" becomes="seg"/>
    <m:row element="surplus" becomes="sic beside an empty corr" by="template">in speeches it is left out; what is only printed twice
      stands without it</m:row>
    <m:row element="choice" becomes="corr or reg" by="template">in speeches, where DraCor would count both readings</m:row>
    <m:row element="del" by="template">in speeches, where DraCor would count it</m:row>
    <m:row element="settingDesc" in="header"/>
    <m:row attribute="rendition facs"/>
    <m:row element="corr reg" attribute="evidence"/>
    <m:row element="corr sic seg" attribute="reason"/>
  </xsl:variable>

  <xsl:template match="TEI" mode="m:export">
    <xsl:copy>
      <xsl:attribute name="type" select="'dracor'"/>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="bibl/@type[. = 'printSource']" mode="m:export">
    <xsl:attribute name="type" select="'originalSource'"/>
  </xsl:template>

  <!-- When the play was written and when this print appeared, as far as it is known. -->
  <xsl:template match="sourceDesc[bibl]" mode="m:export">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
      <xsl:variable name="events" as="element(event)*" select="mp:event('written', $m:tei/teiHeader/profileDesc/creation/date),
        mp:event('print', m:of-print('date'))"/>
      <xsl:if test="exists($events)">
        <listEvent>
          <xsl:sequence select="$events"/>
        </listEvent>
      </xsl:if>
    </xsl:copy>
  </xsl:template>

  <xsl:function name="mp:event" as="element(event)?">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="date" as="element(date)*"/>
    <xsl:for-each select="$date[not(@cert = 'unknown')][@when | @notBefore | @notAfter][1]">
      <event type="{$type}">
        <xsl:copy-of select="@when | @notBefore | @notAfter | @cert"/>
        <desc/>
      </event>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="castItem/@corresp" mode="m:export">
    <xsl:attribute name="corresp" select="tokenize(.)[1]"/>
  </xsl:template>

  <!-- It asks for the sex of each person, and unknown is an answer. -->
  <xsl:template match="particDesc//person[not(@sex or sex)] | particDesc//personGrp[not(@sex or sex)]" mode="m:export">
    <xsl:copy>
      <xsl:attribute name="sex" select="'UNKNOWN'"/>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- Every word of a speech is counted as spoken: of two readings, and of what was struck out. -->
  <xsl:template match="*[not(ancestor::sp)][self::choice or self::del]" mode="m:spared">yes</xsl:template>

  <xsl:template match="sp//choice" mode="m:export">
    <xsl:apply-templates select="corr | reg" mode="#current"/>
  </xsl:template>

  <xsl:template match="sp//surplus[not(@reason = 'repeated')] | sp//del" mode="m:export">
    <xsl:sequence select="m:pages(.)"/>
  </xsl:template>

  <!-- DraCor counts every p and l in a speech as spoken: in notes they are something else. -->
  <xsl:template match="sp//note//p[not(parent::availability)] | sp//note//l | sp//note//ab" mode="m:export">
    <seg type="{local-name()}">
      <xsl:apply-templates select="@* except @type, node()" mode="#current"/>
    </seg>
  </xsl:template>

  <xsl:template match="sp//note//lg | sp//note//lg/head | sp//note//lg/trailer" mode="m:export">
    <seg type="{local-name()}">
      <xsl:apply-templates select="@xml:id, node()" mode="#current"/>
    </seg>
  </xsl:template>
</xsl:stylesheet>
