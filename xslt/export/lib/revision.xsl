<?xml version="1.0" encoding="UTF-8"?>
<!-- For exports that keep the header of the edition: the export is its latest change. No day is told, for none is known. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="teiHeader" mode="m:export">
    <xsl:copy>
      <xsl:apply-templates select="@*, node() except revisionDesc" mode="#current"/>
      <revisionDesc>
        <xsl:apply-templates select="revisionDesc/@*" mode="#current"/>
        <change>
          <m:declared/>
        </change>
        <xsl:apply-templates select="revisionDesc/node()" mode="#current"/>
      </revisionDesc>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
