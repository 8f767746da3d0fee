<?xml version="1.0" encoding="UTF-8"?>
<!-- CITATION.cff (Citation File Format 1.2.0): how a text or the edition is cited, for people, GitHub and Zenodo. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="shared.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/TEI">
    <xsl:value-of select="mp:file((mp:pair('title', m:whole-title(.)), 'authors:', m:creators(.) ! mp:person(.),
      mp:pair('version', m:version-number(.)), mp:pair('date-released', m:published(.)), mp:pair('doi', m:doi(.)), mp:pair('url', m:address(.)),
      mp:licence(m:licence(.)/@target), mp:list('keywords', m:subjects(.))))"/>
  </xsl:template>

  <xsl:template match="/collection" xpath-default-namespace="">
    <xsl:value-of select="mp:file((mp:pair('title', @title), 'authors:', editor ! mp:editor(.), mp:pair('abstract', @project),
      mp:pair('version', @version), mp:pair('date-released', @published), mp:pair('doi', @doi), mp:pair('url', m:base(.)), mp:licence(@licence_url)))"/>
  </xsl:template>

  <xsl:function name="mp:file" as="xs:string">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:sequence select="string-join((mp:pair('cff-version', '1.2.0'), mp:pair('message', 'If you use this edition, please cite it as follows.'),
      mp:pair('type', 'dataset'), $lines) ! (. || '&#10;'))"/>
  </xsl:function>

  <!-- A key and its value, where there is one. -->
  <xsl:function name="mp:pair" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="normalize-space($value)[.] ! ($key || ': ' || mp:quoted(.))"/>
  </xsl:function>

  <xsl:function name="mp:list" as="xs:string*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="$values[1] ! ($key || ':'), $values ! ('  - ' || mp:quoted(.))"/>
  </xsl:function>

  <!-- A text in quotation marks is a text to every reader of YAML, also where it looks like a number or a date. -->
  <xsl:function name="mp:quoted" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="'&quot;' || replace(replace($text, '\\', '\\\\'), '&quot;', '\\&quot;') || '&quot;'"/>
  </xsl:function>

  <!-- A person whose name the header divides is a person, any other an entity. -->
  <xsl:function name="mp:person" as="xs:string">
    <xsl:param name="of" as="element()"/>
    <xsl:variable name="name" as="element()" select="m:bearer($of)"/>
    <xsl:sequence select="'  - ' || string-join(if (m:is-divided($of)) then (mp:pair('family-names', string-join($name//surname, ' ')),
      mp:pair('given-names', string-join($name//forename, ' ')), mp:pair('orcid', m:authorities($of)[starts-with(., 'https://orcid.org/')][1])) else mp:pair('name', m:name-of-maker($of)), '&#10;    ')"/>
  </xsl:function>

  <xsl:function name="mp:editor" as="xs:string">
    <xsl:param name="editor" as="element()"/>
    <xsl:sequence select="'  - ' || string-join(if ($editor/@surname) then (mp:pair('family-names', $editor/@surname),
      mp:pair('given-names', $editor/@forename), mp:pair('orcid', $editor/@orcid)) else mp:pair('name', $editor), '&#10;    ')"/>
  </xsl:function>

  <xsl:function name="mp:licence" as="xs:string?">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:sequence select="(m:spdx($address) ! mp:pair('license', .), mp:pair('license-url', $address))[1]"/>
  </xsl:function>
</xsl:stylesheet>
