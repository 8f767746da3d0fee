<?xml version="1.0" encoding="UTF-8"?>
<!-- For recipients with no date line alone in the front: it is a paragraph there. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="front/dateline" mode="m:export">
    <p>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </p>
  </xsl:template>

  <xsl:template match="front/dateline//docDate" mode="m:export">
    <xsl:call-template name="m:renamed">
      <xsl:with-param name="name" select="'date'"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
