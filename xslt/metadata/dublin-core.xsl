<?xml version="1.0" encoding="UTF-8"?>
<!-- Dublin Core, in the form in which repositories harvest it (oai_dc): fifteen elements, none of them required. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="xs m mp map">

  <xsl:include href="shared.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes" omit-xml-declaration="yes"/>

  <xsl:template match="/TEI">
    <oai_dc:dc xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
      <xsl:sequence select="mp:dc('title', (m:title(.), m:subtitle(.)), m:certain-language(.))"/>
      <xsl:sequence select="mp:dc('creator', m:known-authors(.) ! m:name-of-maker(.), ())"/>
      <xsl:sequence select="mp:dc('contributor', m:responsible(.) ! m:name-of-maker(.), ())"/>
      <xsl:sequence select="mp:dc('subject', m:subjects(.), ())"/>
      <xsl:sequence select="mp:dc('publisher', m:publisher(.), ())"/>
      <xsl:sequence select="mp:dc('date', m:published(.), ())"/>
      <xsl:sequence select="mp:dc('type', 'Text', ()), mp:dc('format', 'application/tei+xml', ())"/>
      <xsl:sequence select="mp:dc('identifier', (m:doi(.) ! ('https://doi.org/' || .), m:address(.), @xml:id), ())"/>
      <xsl:sequence select="mp:dc('source', (m:source-line(.)[.], m:source-addresses(.)), ())"/>
      <xsl:sequence select="mp:dc('language', m:certain-language(.), ())"/>
      <xsl:sequence select="mp:dc('rights', (m:licence(.) ! (normalize-space(), @target), m:rights(.)), ())"/>
    </oai_dc:dc>
  </xsl:template>

  <xsl:template match="/collection" xpath-default-namespace="">
    <oai_dc:dc xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
      <xsl:sequence select="mp:dc('title', @title, @language)"/>
      <xsl:sequence select="mp:dc('creator', editor ! m:name-of-editor(.), ())"/>
      <xsl:sequence select="mp:dc('description', @project, @language)"/>
      <xsl:sequence select="mp:dc('publisher', @publisher, ()), mp:dc('date', @published, ())"/>
      <xsl:sequence select="mp:dc('type', 'Collection', ()), mp:dc('format', 'application/tei+xml', ())"/>
      <xsl:sequence select="mp:dc('identifier', (@doi[string()] ! ('https://doi.org/' || .), m:base(.)), ())"/>
      <xsl:sequence select="mp:dc('language', @language, ()), mp:dc('rights', (@licence, @licence_url), ())"/>
    </oai_dc:dc>
  </xsl:template>

  <xsl:function name="mp:dc" as="element()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:param name="language" as="xs:string?"/>
    <xsl:for-each select="distinct-values($values[normalize-space()])">
      <xsl:element name="dc:{$name}">
        <xsl:for-each select="$language[.]">
          <xsl:attribute name="xml:lang" select="."/>
        </xsl:for-each>
        <xsl:value-of select="."/>
      </xsl:element>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
