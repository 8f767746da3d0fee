<?xml version="1.0" encoding="UTF-8"?>
<!-- A record for library catalogues (MODS 3.6, the first that has all that stands here): the edition, and the
     print it was made from as its original. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="xs m mp map" expand-text="yes">

  <xsl:include href="shared.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes" omit-xml-declaration="yes"/>

  <xsl:template match="/TEI">
    <mods version="3.6" xsi:schemaLocation="http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-6.xsd">
      <titleInfo>
        <title>{m:title(.)}</title>
        <xsl:sequence select="m:subtitle(.) ! mp:element('subTitle', .)"/>
      </titleInfo>
      <xsl:sequence select="m:known-authors(.) ! mp:name(., 'author'), m:responsible(.) ! mp:name(., (resp ! normalize-space()[.], 'editor')[1])"/>
      <typeOfResource>text</typeOfResource>
      <xsl:sequence select="m:genre(.) ! mp:element('genre', .)"/>
      <originInfo eventType="publication">
        <xsl:for-each select="teiHeader/fileDesc/publicationStmt/pubPlace[m:is-known(.)]">
          <place>
            <placeTerm type="text">{m:person-text(.)}</placeTerm>
          </place>
        </xsl:for-each>
        <xsl:sequence select="m:publisher(.) ! mp:element('publisher', .)"/>
        <xsl:for-each select="m:published(.)">
          <dateIssued encoding="w3cdtf">{.}</dateIssued>
        </xsl:for-each>
        <xsl:sequence select="m:version(.) ! mp:element('edition', .)"/>
      </originInfo>
      <xsl:for-each select="m:certain-language(.)">
        <language>
          <languageTerm type="code" authority="rfc5646">{.}</languageTerm>
        </language>
      </xsl:for-each>
      <physicalDescription>
        <internetMediaType>application/tei+xml</internetMediaType>
        <xsl:sequence select="teiHeader/fileDesc/extent/measure ! mp:element('extent', normalize-space())"/>
        <digitalOrigin>reformatted digital</digitalOrigin>
      </physicalDescription>
      <xsl:for-each select="m:subjects(.)[not(. = m:genre(current()))]">
        <subject>
          <topic>{.}</topic>
        </subject>
      </xsl:for-each>
      <xsl:apply-templates select="m:print-source(.)[m:source-line(current())]"/>
      <xsl:for-each select="m:doi(.)">
        <identifier type="doi">{.}</identifier>
      </xsl:for-each>
      <xsl:for-each select="@xml:id">
        <identifier type="local">{.}</identifier>
      </xsl:for-each>
      <xsl:for-each select="m:address(.)">
        <location>
          <url usage="primary display">{.}</url>
        </location>
      </xsl:for-each>
      <xsl:for-each select="m:licence(.)">
        <accessCondition type="use and reproduction">
          <xsl:copy-of select="@target ! mp:link(.)"/>
          <xsl:value-of select="normalize-space()"/>
        </accessCondition>
      </xsl:for-each>
      <xsl:for-each select="m:rights(.)">
        <accessCondition>{.}</accessCondition>
      </xsl:for-each>
    </mods>
  </xsl:template>

  <!-- The print, in as far as it is certain. -->
  <xsl:template match="bibl | biblStruct | biblFull">
    <xsl:variable name="tei" as="element(TEI)" select="ancestor::TEI"/>
    <relatedItem type="original">
      <xsl:for-each select="m:container($tei)[not(m:is-bracketed(.))]">
        <titleInfo>
          <title>{m:person-text(.)}</title>
        </titleInfo>
      </xsl:for-each>
      <xsl:if test="m:source-part($tei, 'pubPlace') or m:source-part($tei, 'publisher') or m:certain-date($tei)">
        <originInfo eventType="publication">
          <xsl:for-each select="m:source-part($tei, 'pubPlace')">
            <place>
              <placeTerm type="text">{.}</placeTerm>
            </place>
          </xsl:for-each>
          <xsl:sequence select="m:source-part($tei, 'publisher') ! mp:element('publisher', .)"/>
          <xsl:for-each select="m:certain-date($tei)">
            <dateIssued encoding="w3cdtf">{.}</dateIssued>
          </xsl:for-each>
        </originInfo>
      </xsl:if>
      <xsl:call-template name="mp:part">
        <xsl:with-param name="tei" select="$tei"/>
      </xsl:call-template>
      <note>{m:source-line($tei)}</note>
      <xsl:for-each select="ref/@target[matches(., '^https?://')]">
        <location>
          <url>{.}</url>
        </location>
      </xsl:for-each>
    </relatedItem>
  </xsl:template>

  <xsl:template name="mp:part">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="pages" as="xs:string*" select="m:page-range($tei)"/>
    <xsl:if test="m:scope($tei, 'volume') or m:scope($tei, 'issue') or exists($pages)">
      <part>
        <xsl:for-each select="('volume', 'issue')[m:scope($tei, .)]">
          <detail type="{.}">
            <number>{m:scope($tei, .)}</number>
          </detail>
        </xsl:for-each>
        <xsl:if test="exists($pages)">
          <extent unit="pages">
            <start>{$pages[1]}</start>
            <xsl:sequence select="$pages[2] ! mp:element('end', .)"/>
          </extent>
        </xsl:if>
      </part>
    </xsl:if>
  </xsl:template>

  <xsl:function name="mp:name" as="element()">
    <xsl:param name="of" as="element()"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:variable name="name" as="element()" select="m:bearer($of)"/>
    <name>
      <xsl:for-each select="m:sort-of-maker($of)">
        <xsl:attribute name="type" select="if (. = 'person') then 'personal' else 'corporate'"/>
      </xsl:for-each>
      <xsl:for-each select="m:authorities($of)[1]">
        <xsl:attribute name="valueURI" select="."/>
      </xsl:for-each>
      <xsl:choose>
        <xsl:when test="m:is-divided($of)">
          <namePart type="family">{$name//surname}</namePart>
          <xsl:for-each select="$name//forename">
            <namePart type="given">{.}</namePart>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <namePart>{m:name-of-maker($of)}</namePart>
        </xsl:otherwise>
      </xsl:choose>
      <role>
        <roleTerm type="text">{$role}</roleTerm>
        <xsl:for-each select="mp:relator($of, $role)">
          <roleTerm type="code" authority="marcrelator">{.}</roleTerm>
        </xsl:for-each>
      </role>
    </name>
  </xsl:function>

  <!-- The code by which catalogues know a role, where they have one for it. -->
  <xsl:function name="mp:relator" as="xs:string?">
    <xsl:param name="of" as="element()"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:sequence select="if ($of/self::author) then 'aut' else if (m:is-editor($of)) then 'edt' else
      map{'annotat': 'ann', 'encodin': 'mrk', 'proofre': 'pfr', 'transcr': 'trc', 'transla': 'trl'}(substring(lower-case($role), 1, 7))"/>
  </xsl:function>

  <xsl:function name="mp:element" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:element name="{$name}">{$text}</xsl:element>
  </xsl:function>

  <xsl:function name="mp:link" as="attribute()">
    <xsl:param name="address" as="xs:string"/>
    <xsl:attribute name="xlink:href" select="$address"/>
  </xsl:function>
</xsl:stylesheet>
