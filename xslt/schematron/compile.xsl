<?xml version="1.0" encoding="UTF-8"?>
<!-- From a Schematron schema (ISO; what it includes is in it already) to a stylesheet. The initial template is
     `problems` or `check`; the schema is the global context item, `phase` the one to check. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xmlns:s="urn:x-edition:schematron" xpath-default-namespace="" exclude-result-prefixes="#all">

  <xsl:include href="refuse.xsl"/>
  <xsl:include href="plain.xsl"/>
  <xsl:include href="check.xsl"/>

  <xsl:param name="phase" as="xs:string" select="''"/>
  <xsl:global-context-item as="document-node()" use="required"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template name="problems" as="document-node()">
    <xsl:document>
      <problems><xsl:apply-templates mode="s:refuse" select="/"/></problems>
    </xsl:document>
  </xsl:template>

  <xsl:template name="check" as="document-node()">
    <xsl:document>
      <xsl:call-template name="s:check"><xsl:with-param name="schema" select="s:plain(/*, $phase)"/></xsl:call-template>
    </xsl:document>
  </xsl:template>
</xsl:stylesheet>
