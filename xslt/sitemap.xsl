<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of a collection for search engines, where the edition says at which address it stands. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp"
  xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="lib/ids.xsl"/>
  <xsl:include href="lib/facts.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes" omit-xml-declaration="yes"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/">
    <xsl:apply-templates select="collection[m:base(.)]"/>
  </xsl:template>

  <xsl:template match="collection">
    <xsl:variable name="base" as="xs:string" select="m:base(.)"/>
    <urlset>
      <xsl:sequence select="('', 'persons.html'[current()/person], 'about.html') ! mp:page($base || ., ())"/>
      <xsl:apply-templates select="edition/tei:TEI[m:address(.)]"/>
    </urlset>
  </xsl:template>

  <!-- A text built without this edition's settings has no address. -->
  <xsl:template match="tei:TEI">
    <xsl:sequence select="(m:address(.), m:address(.) || 'diplomatic.html') ! mp:page(., m:updated(current()))"/>
  </xsl:template>

  <xsl:function name="mp:page" as="element()">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="day" as="xs:string?"/>
    <url>
      <loc>{$address}</loc>
      <xsl:for-each select="$day">
        <lastmod>{.}</lastmod>
      </xsl:for-each>
    </url>
  </xsl:function>
</xsl:stylesheet>
