<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of every export: the TEI without what only our proof needs (skins.xsl), then as the profile has it (mode
     m:export, by its table and templates), then without pointers that lead nowhere (tidy.xsl). The result is an
     m:exported: what was lost (m:loss), then the document. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="skins.xsl"/>
  <xsl:include href="table.xsl"/>
  <xsl:include href="losses.xsl"/>
  <xsl:include href="tidy.xsl"/>
  <xsl:include href="header.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <!-- For whom the export is, in words, as the table of profiles has it. -->
  <xsl:param name="recipient" as="xs:string" select="''"/>
  <!-- TEI that others made: what it has lost before. -->
  <xsl:param name="made-by" as="xs:string" select="''"/>
  <xsl:param name="lost-before" as="xs:string" select="''"/>

  <xsl:variable name="m:source" as="document-node()" select="/"/>
  <xsl:variable name="m:cleaned" as="document-node()">
    <xsl:document>
      <xsl:apply-templates select="$m:source/TEI" mode="m:clean"/>
    </xsl:document>
  </xsl:variable>
  <!-- The same with simpler divisions, for those who have no openers, title pages and the like (flat.xsl). -->
  <xsl:mode name="m:flat" on-no-match="shallow-copy"/>
  <xsl:variable name="m:prepared" as="document-node()">
    <xsl:document>
      <xsl:apply-templates select="$m:cleaned/TEI" mode="m:flat"/>
    </xsl:document>
  </xsl:variable>
  <!-- What header helpers read: the source's own facts. -->
  <xsl:variable name="m:tei" as="element(TEI)" select="$m:source/TEI"/>

  <!-- What a recipient wants beside the document (m:file), and where the document is to lie (m:document). -->
  <xsl:mode name="m:beside" on-no-match="deep-skip"/>

  <xsl:variable name="m:made" as="document-node()">
    <xsl:document>
      <xsl:apply-templates select="$m:prepared/TEI" mode="m:export"/>
    </xsl:document>
  </xsl:variable>

  <xsl:template match="/" as="element(m:exported)">
    <m:exported>
      <xsl:sequence select="$m:losses"/>
      <xsl:apply-templates select="$m:made/TEI" mode="m:tidy"/>
      <xsl:apply-templates select="$m:tei" mode="m:beside"/>
    </m:exported>
  </xsl:template>
</xsl:stylesheet>
