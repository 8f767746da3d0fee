<?xml version="1.0" encoding="UTF-8"?>
<!-- The letters of a text or of the edition as correspSearch reads them (CMIF): who wrote where and when, and to whom; no
     more than the mark-up of the letters themselves says, and only letters whose writer and day are certain. Where a
     letter does not say to whom it went, "Unknown" stands, as the documentation of CMIF wants it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="shared.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes" omit-xml-declaration="yes"/>

  <!-- An id of the edition that no other has: services join the letters of many in one file. -->
  <xsl:param name="id" as="xs:string" select="'edition'"/>

  <xsl:template match="/TEI">
    <xsl:call-template name="mp:file">
      <xsl:with-param name="title" select="m:title(.)"/>
      <xsl:with-param name="editors" select="mp:editors(.) ! m:name-of-maker(.)"/>
      <xsl:with-param name="publisher" select="m:publisher(.)"/>
      <xsl:with-param name="address" select="m:address(.)"/>
      <xsl:with-param name="published" select="m:updated(.)"/>
      <xsl:with-param name="licence" select="m:licence(.)/normalize-space()"/>
      <xsl:with-param name="licence-address" select="m:licence(.)/@target"/>
      <xsl:with-param name="texts" select="."/>
      <xsl:with-param name="base" select="m:address(.)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/collection" xpath-default-namespace="">
    <xsl:call-template name="mp:file">
      <xsl:with-param name="title" select="@title"/>
      <xsl:with-param name="editors" select="editor"/>
      <xsl:with-param name="publisher" select="@publisher"/>
      <xsl:with-param name="address" select="m:base(.)"/>
      <xsl:with-param name="published" select="max((edition/*/m:updated(.), @published[string()] ! string()))"/>
      <xsl:with-param name="licence" select="@licence"/>
      <xsl:with-param name="licence-address" select="@licence_url"/>
      <xsl:with-param name="texts" select="edition/*"/>
      <xsl:with-param name="base" select="m:base(.)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="mp:file">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="editors" as="xs:string*"/>
    <xsl:param name="publisher" as="xs:string"/>
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="published" as="xs:string"/>
    <xsl:param name="licence" as="xs:string"/>
    <xsl:param name="licence-address" as="xs:string"/>
    <xsl:param name="texts" as="element(TEI)*"/>
    <xsl:param name="base" as="xs:string"/>
    <TEI>
      <teiHeader>
        <fileDesc>
          <titleStmt>
            <title>{$title}: letters</title>
            <xsl:for-each select="$editors">
              <editor>{.}</editor>
            </xsl:for-each>
          </titleStmt>
          <publicationStmt>
            <publisher><ref target="{$base}">{$publisher}</ref></publisher>
            <idno type="url">{$address}{if ($texts/parent::*) then 'cmif.xml' else encode-for-uri($name) || '.cmif.xml'}</idno>
            <date when="{$published}"/>
            <availability>
              <licence target="{$licence-address}">{if (contains($licence-address, '/by/4.0'))
                then 'This file is licensed under the terms of the Creative Commons License CC-BY 4.0' else $licence}</licence>
            </availability>
          </publicationStmt>
          <sourceDesc>
            <bibl type="online" xml:id="{$id}">{$title}. {string-join($editors, ', ')} <ref target="{$base}">{$base}</ref></bibl>
          </sourceDesc>
        </fileDesc>
        <profileDesc>
          <xsl:apply-templates select="$texts ! mp:letters(.)"/>
        </profileDesc>
      </teiHeader>
      <text>
        <body>
          <p/>
        </body>
      </text>
    </TEI>
  </xsl:template>

  <!-- The letters of which it is certain who wrote them, and when. -->
  <xsl:function name="mp:letters" as="element(div)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/text//div[@type = 'letter' or (opener/salute and closer/signed)][mp:writers(.)][count(mp:days(.)) = 1]"/>
  </xsl:function>

  <xsl:template match="div">
    <xsl:variable name="tei" as="element(TEI)" select="ancestor::TEI"/>
    <correspDesc source="#{$id}" ref="{m:address($tei)}index.html#{@xml:id}">
      <correspAction type="sent">
        <xsl:apply-templates select="mp:writers(.), mp:datelines(.)/placeName[1]" mode="mp:named"/>
        <date when="{mp:days(.)}"/>
      </correspAction>
      <correspAction type="received">
        <xsl:apply-templates select="mp:receivers(.)" mode="mp:named"/>
        <xsl:if test="not(mp:receivers(.))">
          <persName>Unknown</persName>
        </xsl:if>
      </correspAction>
    </correspDesc>
  </xsl:template>

  <!-- Persons and places that the register knows, in the form that it has. -->
  <xsl:template match="persName | placeName" mode="mp:named">
    <xsl:variable name="known" as="element()?" select="key('mp:id', substring-after(@ref, '#'), root())[1]"/>
    <xsl:element name="{local-name()}">
      <xsl:for-each select="m:authorities(.)[1]">
        <xsl:attribute name="ref" select="."/>
      </xsl:for-each>
      <xsl:value-of select="($known/*[local-name() = local-name(current())][not(@type = 'variant')], .)[1] ! m:person-text(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- Who answers for the record: the editors; where there are none, whoever has done something. -->
  <xsl:function name="mp:editors" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="editors" as="element()*" select="m:responsible($tei)[m:is-editor(.)]"/>
    <xsl:sequence select="if ($editors) then $editors else m:responsible($tei)"/>
  </xsl:function>

  <xsl:function name="mp:writers" as="element(persName)*">
    <xsl:param name="letter" as="element(div)"/>
    <xsl:sequence select="$letter/closer/signed//persName[starts-with(@ref, '#')]"/>
  </xsl:function>

  <xsl:function name="mp:receivers" as="element(persName)*">
    <xsl:param name="letter" as="element(div)"/>
    <xsl:sequence select="$letter/opener/(salute | address)//persName[starts-with(@ref, '#')]"/>
  </xsl:function>

  <xsl:function name="mp:datelines" as="element(dateline)*">
    <xsl:param name="letter" as="element(div)"/>
    <xsl:sequence select="$letter/(opener | closer)/dateline"/>
  </xsl:function>

  <xsl:function name="mp:days" as="xs:string*">
    <xsl:param name="letter" as="element(div)"/>
    <xsl:sequence select="distinct-values(mp:datelines($letter)/date[not(m:is-bracketed(.))]/@when[matches(., '^\d')])"/>
  </xsl:function>
</xsl:stylesheet>
