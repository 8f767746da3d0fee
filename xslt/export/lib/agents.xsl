<?xml version="1.0" encoding="UTF-8"?>
<!-- For recipients with no notes on those who are responsible: in a description of a work they stand behind them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="respStmt/note" mode="m:export"/>

  <xsl:template match="text//respStmt[note]" mode="m:export">
    <xsl:next-match/>
    <xsl:for-each select="note">
      <note>
        <xsl:apply-templates select="@*, node()" mode="m:export"/>
      </note>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
