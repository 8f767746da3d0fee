<?xml version="1.0" encoding="UTF-8"?>
<!-- The texts of a collection as an Atom feed, the latest first. A text whose header has no date is not in it; where none
     has one there is no feed. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp"
  xmlns="http://www.w3.org/2005/Atom" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="lib/ids.xsl"/>
  <xsl:include href="lib/facts.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes" omit-xml-declaration="yes"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/">
    <xsl:apply-templates select="collection[exists(edition/tei:TEI/m:updated(.))]"/>
  </xsl:template>

  <xsl:template match="collection">
    <xsl:variable name="base" as="xs:string?" select="m:base(.)"/>
    <feed xml:lang="{@language}">
      <id>{($base, @urn)[1]}</id>
      <title>{@title}</title>
      <updated>{mp:moment(max(edition/tei:TEI/m:updated(.)))}</updated>
      <xsl:for-each select="@publisher[string()]">
        <author>
          <name>{.}</name>
        </author>
      </xsl:for-each>
      <xsl:for-each select="@licence[string()]">
        <rights>{.}</rights>
      </xsl:for-each>
      <xsl:for-each select="$base">
        <link rel="self" type="application/atom+xml" href="{.}feed.xml"/>
      </xsl:for-each>
      <link rel="alternate" type="text/html" href="{($base, 'index.html')[1]}"/>
      <xsl:apply-templates select="edition[tei:TEI/m:updated(.)]">
        <xsl:sort select="tei:TEI/m:updated(.)" order="descending"/>
      </xsl:apply-templates>
    </feed>
  </xsl:template>

  <xsl:template match="edition">
    <xsl:variable name="address" as="xs:string?" select="tei:TEI/m:address(.)"/>
    <entry>
      <id>{($address, @urn)[1]}</id>
      <title>{m:title(tei:TEI)}</title>
      <updated>{mp:moment(tei:TEI/m:updated(.))}</updated>
      <xsl:for-each select="(m:authors(tei:TEI), 'unknown'[empty(m:authors(current()/tei:TEI))][empty(current()/../@publisher[string()])])">
        <author>
          <name>{.}</name>
        </author>
      </xsl:for-each>
      <link rel="alternate" type="text/html" href="{($address, encode-for-uri(@name) || '/index.html')[1]}"/>
      <xsl:for-each select="m:source-line(tei:TEI)[.]">
        <summary>{.}</summary>
      </xsl:for-each>
    </entry>
  </xsl:template>

  <!-- A feed asks for a moment; a header knows the day. -->
  <xsl:function name="mp:moment" as="xs:string">
    <xsl:param name="day" as="xs:string"/>
    <xsl:sequence select="$day || 'T00:00:00Z'"/>
  </xsl:function>
</xsl:stylesheet>
