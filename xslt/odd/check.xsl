<?xml version="1.0" encoding="UTF-8"?>
<!-- The rules as a stylesheet that can be run: what fails, with its code, role, place and message.
     Each pattern is a mode; in it, as in Schematron, the first rule that knows a node is the only one that judges it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:out="urn:x-edition:stylesheet"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:o="urn:x-edition:odd"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xpath-default-namespace="" exclude-result-prefixes="o sch" expand-text="yes">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:mode name="o:check" on-no-match="fail"/>

  <xsl:template name="check" as="document-node()">
    <xsl:variable name="schematron" as="document-node()"><xsl:call-template name="sch"/></xsl:variable>
    <xsl:variable name="patterns" as="element(sch:pattern)*" select="$schematron//sch:pattern"/>
    <xsl:document>
      <xsl:comment>{$notice}</xsl:comment>
      <out:stylesheet version="3.0" exclude-result-prefixes="#all">
        <xsl:for-each select="$schematron//sch:ns"><xsl:namespace name="{@prefix}" select="@uri"/></xsl:for-each>
        <xsl:for-each select="$schematron//xsl:key"><out:key><xsl:copy-of select="@*"/></out:key></xsl:for-each>
        <out:template match="/">
          <failures>
            <xsl:for-each select="$patterns"><out:apply-templates mode="{@id}" select="*"/></xsl:for-each>
          </failures>
        </out:template>
        <xsl:apply-templates mode="o:check" select="$patterns"/>
      </out:stylesheet>
    </xsl:document>
  </xsl:template>

  <!-- A node that no rule knows is passed over, and so is one that a rule has judged: the walk goes on to its children. -->
  <xsl:template mode="o:check" match="sch:pattern">
    <out:mode name="{@id}" on-no-match="shallow-skip"/>
    <out:template mode="{@id}" match="text()"/>
    <xsl:apply-templates mode="o:check" select="sch:rule"/>
  </xsl:template>

  <xsl:template mode="o:check" match="sch:rule">
    <out:template mode="{../@id}" match="{@context}" priority="{count(following-sibling::sch:rule) + 1}">
      <xsl:apply-templates mode="o:check" select="*"/>
      <out:apply-templates mode="{../@id}" select="*"/>
    </out:template>
  </xsl:template>

  <xsl:template mode="o:check" match="sch:let">
    <out:variable name="{@name}" select="{@value}"/>
  </xsl:template>

  <xsl:template mode="o:check" match="sch:assert | sch:report">
    <out:if test="{if (self::sch:assert) then 'not(' || @test || ')' else @test}">
      <failure code="{ancestor::sch:pattern/@id}" role="{@role}" path="{{path()}}">
        <xsl:apply-templates mode="o:check" select="node()"/>
      </failure>
    </out:if>
  </xsl:template>

  <xsl:template mode="o:check" match="sch:value-of">
    <out:value-of select="{@select}"/>
  </xsl:template>
  <xsl:template mode="o:check" match="sch:name">
    <out:value-of select="name()"/>
  </xsl:template>
  <xsl:template mode="o:check" match="text()">
    <out:text>{.}</out:text>
  </xsl:template>
</xsl:stylesheet>
