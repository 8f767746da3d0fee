<?xml version="1.0" encoding="UTF-8"?>
<!-- For exports of TEI made by others: of its header, where others state what we do, to where we state it. The text was read
     into our vocabulary before (foreign.xsl). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:mp="urn:edition:mp" xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:mode on-no-match="shallow-copy"/>

  <!-- The printed source: DraCor calls it the original source, the Deutsches Textarchiv and libraries describe it in full. -->
  <xsl:template match="sourceDesc[not(bibl[@type = 'printSource'])]">
    <xsl:variable name="print" as="element()?" select="(.//bibl[@type = ('printSource', 'originalSource', 'print-source')], biblFull, biblStruct,
      bibl[@type = 'firstEdition'])[1]"/>
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <xsl:for-each select="$print">
        <bibl type="printSource">
          <xsl:apply-templates select="@xml:id, (.//author, .//editor, .//title, .//edition, .//pubPlace, .//publisher, .//date, .//biblScope)"/>
        </bibl>
      </xsl:for-each>
      <xsl:apply-templates select="node() except $print"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="bibl[@type = 'digitalSource']/bibl[@type = ('originalSource', 'print-source')]"/>

  <!-- Other descriptions of sources are their words. -->
  <xsl:template match="sourceDesc/(listWit | listBibl | msDesc | biblFull | biblStruct)">
    <bibl>
      <xsl:value-of select="normalize-space(string-join(.//text(), ' '))"/>
    </bibl>
  </xsl:template>

  <!-- A date that is written as dates are for machines is one. -->
  <xsl:template match="teiHeader//date[not(@when or @from or @to or @notBefore or @notAfter)]
    [matches(normalize-space(), '^[0-9]{4}(-[0-9]{2}){0,2}$')]">
    <xsl:copy>
      <xsl:attribute name="when" select="normalize-space()"/>
      <xsl:apply-templates select="@*, node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="licence[not(@target)][.//ref/@target]">
    <xsl:copy>
      <xsl:attribute name="target" select="(.//ref/@target)[1]"/>
      <xsl:apply-templates select="@*, node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="@subtype[not(../@type)]"/>

  <!-- Who speaks is a person of the header; others point to the role in the list of persons. -->
  <xsl:variable name="mp:spoken" as="xs:string*" select="distinct-values(//text//sp/@who/tokenize(.)[starts-with(., '#')] ! substring-after(., '#'))"/>
  <xsl:variable name="mp:roles" as="element(role)*" select="//text//role[@xml:id = $mp:spoken]"/>

  <xsl:template name="mp:persons">
    <xsl:for-each select="$mp:roles">
      <person xml:id="{@xml:id}">
        <persName>
          <xsl:value-of select="replace(normalize-space(string-join(.//text()[empty(ancestor::note)])), '[.,;:]+$', '')"/>
        </persName>
      </person>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="profileDesc[$mp:roles][empty(particDesc/listPerson)]">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()"/>
      <particDesc>
        <listPerson>
          <xsl:call-template name="mp:persons"/>
        </listPerson>
      </particDesc>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="teiHeader[$mp:roles][empty(profileDesc)]">
    <xsl:copy>
      <xsl:apply-templates select="@*, node() except revisionDesc"/>
      <profileDesc>
        <particDesc>
          <listPerson>
            <xsl:call-template name="mp:persons"/>
          </listPerson>
        </particDesc>
      </profileDesc>
      <xsl:apply-templates select="revisionDesc"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="particDesc/listPerson[$mp:roles][1]">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()"/>
      <xsl:call-template name="mp:persons"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="role[. intersect $mp:roles]/@xml:id"/>

  <xsl:template match="castItem[role intersect $mp:roles]">
    <xsl:copy>
      <xsl:attribute name="corresp" select="(role intersect $mp:roles) ! ('#' || @xml:id)"/>
      <xsl:apply-templates select="@* except @corresp, node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- With us it is a character that is mark-up; others have letters of words in it. -->
  <xsl:template match="text//c[node()]">
    <xsl:choose>
      <xsl:when test="@rend">
        <hi>
          <xsl:apply-templates select="@*, node()"/>
        </hi>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="listChange | licence/ab | publisher/* | pubPlace/* | edition/*">
    <xsl:apply-templates/>
  </xsl:template>
</xsl:stylesheet>
