<?xml version="1.0" encoding="UTF-8"?>
<!-- The header of DTABf: what the digital edition is, and in biblFull the print that it comes from. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template name="m:header">
    <teiHeader>
      <fileDesc>
        <xsl:sequence select="mp:titles(true())"/>
        <xsl:if test="$m:file/editionStmt/edition">
          <editionStmt>
            <edition>
              <xsl:value-of select="m:words-of($m:file/editionStmt/edition)"/>
            </edition>
          </editionStmt>
        </xsl:if>
        <extent>
          <measure type="tokens">
            <xsl:value-of select="$m:words"/>
          </measure>
        </extent>
        <xsl:sequence select="mp:publication()"/>
        <sourceDesc>
          <bibl type="{if ($m:periodical) then 'JA' else 'M'}">
            <xsl:value-of select="mp:citation()"/>
          </bibl>
          <xsl:sequence select="mp:print()"/>
        </sourceDesc>
      </fileDesc>
      <encodingDesc>
        <editorialDecl>
          <p>
            <m:declared/>
          </p>
          <xsl:for-each select="$m:cleaned/TEI/teiHeader/encodingDesc/editorialDecl//p[not(list)]">
            <p>
              <xsl:value-of select="m:words-of(.)"/>
            </p>
          </xsl:for-each>
        </editorialDecl>
      </encodingDesc>
      <profileDesc>
        <langUsage>
          <language ident="{m:iso-639-3($m:language)}">
            <xsl:value-of select="$m:tei/teiHeader/profileDesc/langUsage/language[1] ! m:words-of(.)"/>
          </language>
        </langUsage>
      </profileDesc>
    </teiHeader>
  </xsl:template>

  <!-- `digital`: of the edition, with those who made it. -->
  <xsl:function name="mp:titles" as="element(titleStmt)">
    <xsl:param name="digital" as="xs:boolean"/>
    <titleStmt>
      <title type="main">
        <xsl:value-of select="m:title()"/>
      </title>
      <xsl:for-each select="m:subtitles()">
        <title type="sub">
          <xsl:value-of select="."/>
        </title>
      </xsl:for-each>
      <xsl:for-each select="$m:authors">
        <author>
          <xsl:sequence select="mp:name(.)"/>
        </author>
      </xsl:for-each>
      <xsl:for-each select="$m:file/titleStmt/respStmt[$digital]">
        <respStmt>
          <xsl:apply-templates select="@xml:id" mode="m:export"/>
          <xsl:sequence select="(persName | orgName | name) ! mp:name(.)"/>
          <resp>
            <note type="remarkResponsibility">
              <xsl:value-of select="resp ! m:words-of(.)" separator="; "/>
            </note>
          </resp>
        </respStmt>
      </xsl:for-each>
    </titleStmt>
  </xsl:function>

  <!-- A person by surname and forename where these are known; anybody else by a name. -->
  <xsl:function name="mp:name" as="element()">
    <xsl:param name="named" as="element()"/>
    <xsl:variable name="name" as="element()" select="($named/(persName | orgName | name), $named)[1]"/>
    <xsl:element name="{if ($name/self::persName or ($named/self::author and not($name/self::orgName))) then 'persName' else 'orgName'}">
      <xsl:variable name="records" as="xs:string*" select="m:records($named)"/>
      <xsl:if test="exists($records)">
        <xsl:attribute name="ref" select="$records"/>
      </xsl:if>
      <xsl:for-each select="($name/surname, $name/forename)">
        <xsl:element name="{local-name()}">
          <xsl:value-of select="m:words-of(.)"/>
        </xsl:element>
      </xsl:for-each>
      <xsl:value-of select="if ($name/surname) then () else m:words-of($name)"/>
    </xsl:element>
  </xsl:function>

  <xsl:function name="mp:publication" as="element(publicationStmt)">
    <xsl:variable name="stated" as="element(publicationStmt)" select="$m:file/publicationStmt"/>
    <publicationStmt>
      <publisher>
        <orgName>
          <xsl:value-of select="m:words-of($stated/publisher[1])"/>
        </orgName>
      </publisher>
      <xsl:for-each select="m:known($stated/pubPlace)">
        <pubPlace>
          <xsl:value-of select="m:words-of(.)"/>
        </pubPlace>
      </xsl:for-each>
      <date type="publication">
        <xsl:value-of select="$stated/date[1]/(@when, .)[1]"/>
      </date>
      <availability>
        <licence target="{$m:licence/@target}">
          <p>
            <xsl:value-of select="m:words-of($m:licence)"/>
          </p>
        </licence>
      </availability>
      <xsl:for-each select="$stated/idno[@type = ('DOI', 'URN', 'URL')]">
        <idno>
          <idno type="{if (@type = 'URL') then 'URLWeb' else @type}">
            <xsl:value-of select="normalize-space()"/>
          </idno>
        </idno>
      </xsl:for-each>
    </publicationStmt>
  </xsl:function>

  <xsl:function name="mp:citation" as="xs:string">
    <xsl:variable name="work" as="xs:string" select="string-join(($m:authors ! m:words-of(.), m:title()), ': ')"/>
    <xsl:variable name="imprint" as="xs:string" select="string-join((m:of-print('pubPlace'), m:of-print('date')) ! m:words-of(.), ', ')"/>
    <xsl:sequence select="string-join(($work, $m:periodical ! ('In: ' || m:words-of(.)), $imprint), '. ') || '.'"/>
  </xsl:function>

  <xsl:function name="mp:print" as="element(biblFull)">
    <biblFull>
      <xsl:sequence select="mp:titles(false())"/>
      <xsl:for-each select="m:known($m:print/edition)[1]">
        <editionStmt>
          <edition>
            <xsl:value-of select="m:words-of(.)"/>
          </edition>
        </editionStmt>
      </xsl:for-each>
      <publicationStmt>
        <xsl:for-each select="m:of-print('publisher')">
          <publisher>
            <name>
              <xsl:value-of select="m:words-of(.)"/>
            </name>
          </publisher>
        </xsl:for-each>
        <pubPlace>
          <xsl:value-of select="m:words-of(m:of-print('pubPlace'))"/>
        </pubPlace>
        <date type="publication">
          <xsl:value-of select="m:words-of(m:of-print('date'))"/>
        </date>
      </publicationStmt>
      <xsl:if test="$m:periodical">
        <seriesStmt>
          <title type="main">
            <xsl:value-of select="m:words-of($m:periodical)"/>
          </title>
          <xsl:for-each select="m:known($m:print/biblScope[@unit = ('volume', 'issue', 'page')])">
            <biblScope unit="{if (@unit = 'page') then 'pages' else @unit}">
              <xsl:value-of select="m:words-of(.)"/>
            </biblScope>
          </xsl:for-each>
        </seriesStmt>
      </xsl:if>
    </biblFull>
  </xsl:function>
</xsl:stylesheet>
