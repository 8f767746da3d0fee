<?xml version="1.0" encoding="UTF-8"?>
<!-- The rules as ISO Schematron: one pattern for each constraintSpec, of the same name. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:o="urn:x-edition:odd"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:s="urn:x-edition:schematron"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="o:schematron" on-no-match="shallow-copy"/>

  <xsl:variable name="rules" as="element(constraintSpec)*" select="$specs//constraintSpec"/>

  <xsl:template name="sch" as="document-node()">
    <xsl:document>
      <xsl:comment>{$notice}</xsl:comment>
      <sch:schema queryBinding="xslt3">
        <sch:title>{normalize-space($odd/TEI/teiHeader/fileDesc/titleStmt/title[1])}: rules</sch:title>
        <sch:ns prefix="tei" uri="{$schema/@ns}"/>
        <sch:ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>
        <xsl:apply-templates mode="o:schematron" select="$rules/constraint/xsl:key"/>
        <xsl:for-each select="$rules">
          <sch:pattern id="{@ident}">
            <sch:title>{o:plain(desc)}</sch:title>
            <xsl:apply-templates mode="o:schematron" select="constraint/sch:*"/>
          </sch:pattern>
        </xsl:for-each>
      </sch:schema>
    </xsl:document>
  </xsl:template>

  <!-- The rules as a stylesheet that can be run. -->
  <xsl:template name="check" as="document-node()">
    <xsl:variable name="schematron" as="document-node()"><xsl:call-template name="sch"/></xsl:variable>
    <xsl:document>
      <xsl:comment>{$notice}</xsl:comment>
      <xsl:call-template name="s:check">
        <xsl:with-param name="schema" select="s:plain($schematron/sch:schema, '')"/>
      </xsl:call-template>
    </xsl:document>
  </xsl:template>

  <!-- Made anew, so that the namespaces of the ODD stay behind. -->
  <xsl:template mode="o:schematron" match="*">
    <xsl:element name="{name()}" namespace="{namespace-uri()}">
      <xsl:apply-templates mode="o:schematron" select="@*, node()"/>
    </xsl:element>
  </xsl:template>

  <!-- The ODD breaks its lines where the guide for writing it says; a test and a message are one line. -->
  <xsl:template mode="o:schematron" match="@*">
    <xsl:attribute name="{name()}" select="normalize-space(.)"/>
  </xsl:template>
  <xsl:template mode="o:schematron" match="text()">
    <xsl:value-of select="replace(., '\s+', ' ')"/>
  </xsl:template>
  <xsl:template mode="o:schematron" match="sch:rule/text() | sch:pattern/text() | comment()"/>
</xsl:stylesheet>
