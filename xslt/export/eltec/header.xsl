<?xml version="1.0" encoding="UTF-8"?>
<!-- The header of ELTeC: flat, and with the four facts by which its novels are balanced. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:e="http://distantreading.net/eltec/ns"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="xs m mp">

  <xsl:template name="m:header">
    <xsl:variable name="stated" as="element(publicationStmt)" select="$m:file/publicationStmt"/>
    <teiHeader>
      <fileDesc>
        <titleStmt>
          <title>
            <xsl:value-of select="m:title() || ' : ELTeC edition'"/>
          </title>
          <xsl:for-each select="$m:authors">
            <author>
              <xsl:variable name="records" as="xs:string*" select="m:records(.)"/>
              <xsl:if test="exists($records)">
                <xsl:attribute name="ref" select="$records"/>
              </xsl:if>
              <xsl:value-of select="if (.//surname) then string-join((.//surname, .//forename) ! m:words-of(.), ', ') else m:words-of(.)"/>
            </author>
          </xsl:for-each>
          <xsl:for-each select="$m:file/titleStmt/respStmt">
            <respStmt>
              <xsl:copy-of select="@xml:id"/>
              <resp>
                <xsl:value-of select="resp ! m:words-of(.)" separator="; "/>
              </resp>
              <xsl:for-each select="persName | orgName | name">
                <name>
                  <xsl:value-of select="m:words-of(.)"/>
                </name>
              </xsl:for-each>
            </respStmt>
          </xsl:for-each>
        </titleStmt>
        <extent>
          <measure unit="words">
            <xsl:value-of select="$m:words"/>
          </measure>
        </extent>
        <publicationStmt>
          <p>
            <xsl:value-of select="'Published by ' || m:words-of($stated/publisher[1]) || string-join($stated/date[@when][1]/@when ! (', ' || .)) || '. Licence: '"/>
            <ref target="{$m:licence/@target}">
              <xsl:value-of select="m:words-of($m:licence)"/>
            </ref>
            <xsl:text>.</xsl:text>
          </p>
        </publicationStmt>
        <sourceDesc>
          <bibl type="{mp:kind()}">
            <xsl:for-each select="$m:authors">
              <author>
                <xsl:value-of select="m:words-of(.)"/>
              </author>
            </xsl:for-each>
            <title>
              <xsl:value-of select="m:title()"/>
            </title>
            <xsl:for-each select="m:of-print('pubPlace'), m:of-print('publisher')">
              <xsl:element name="{local-name()}">
                <xsl:value-of select="m:words-of(.)"/>
              </xsl:element>
            </xsl:for-each>
            <date>
              <xsl:copy-of select="m:of-print('date')/@when"/>
              <xsl:value-of select="m:words-of(m:of-print('date'))"/>
            </date>
          </bibl>
          <xsl:for-each select="$m:digital">
            <bibl type="digitalSource">
              <title>
                <xsl:value-of select="title ! m:words-of(.)" separator=" "/>
              </title>
              <xsl:for-each select="ref[@target]">
                <ref target="{@target}"/>
              </xsl:for-each>
            </bibl>
          </xsl:for-each>
        </sourceDesc>
      </fileDesc>
      <encodingDesc n="eltec-1">
        <p>
          <m:declared/>
        </p>
      </encodingDesc>
      <profileDesc>
        <langUsage>
          <language ident="{$m:language}">
            <xsl:value-of select="$m:tei/teiHeader/profileDesc/langUsage/language[1] ! m:words-of(.)"/>
          </language>
        </langUsage>
        <textDesc>
          <e:authorGender key="{mp:term('authorGender')}"/>
          <e:size key="{mp:size()}"/>
          <e:reprintCount key="{mp:term('reprintCount')}"/>
          <e:timeSlot key="T{xs:integer(floor((min((max((mp:year(), 1840)), 1919)) - 1840) div 20)) + 1}"/>
        </textDesc>
      </profileDesc>
      <revisionDesc>
        <change when="{$stated/date[1]/@when}">Exported as ELTeC level 1.</change>
        <xsl:for-each select="$m:tei/teiHeader/revisionDesc/change[@when]">
          <change when="{@when}">
            <xsl:value-of select="m:words-of(.)"/>
          </change>
        </xsl:for-each>
      </revisionDesc>
    </teiHeader>
  </xsl:template>

  <!-- What the settings say for ELTeC, in keywords of its scheme. -->
  <xsl:function name="mp:term" as="xs:string">
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="string(($m:tei/teiHeader/profileDesc/textClass/keywords/term[@type = $type] ! normalize-space())[1])"/>
  </xsl:function>

  <!-- By ELTeC's own bounds: up to 50,000 words, up to 100,000, more. -->
  <xsl:function name="mp:size" as="xs:string">
    <xsl:variable name="words" as="xs:integer" select="xs:integer(($m:words, '0')[1])"/>
    <xsl:sequence select="if ($words le 50000) then 'short' else if ($words le 100000) then 'medium' else 'long'"/>
  </xsl:function>

  <!-- The year of the first edition, which is when the text was written or at the latest when this print appeared. -->
  <xsl:function name="mp:year" as="xs:integer">
    <xsl:variable name="dates" as="xs:string*" select="$m:tei/teiHeader/profileDesc/creation/date[not(@cert = 'unknown')]/(@when, @notAfter)[1],
      m:of-print('date')/@when"/>
    <xsl:sequence select="xs:integer(substring(($dates[matches(., '^\d{4}')], '1840')[1], 1, 4))"/>
  </xsl:function>

  <xsl:function name="mp:kind" as="xs:string">
    <xsl:variable name="written" as="xs:string" select="string($m:tei/teiHeader/profileDesc/creation/date/@notAfter)"/>
    <xsl:sequence select="if ($written and $written = m:of-print('date')/@when) then 'firstEdition' else 'printSource'"/>
  </xsl:function>
</xsl:stylesheet>
