<?xml version="1.0" encoding="UTF-8"?>
<!-- The grammar: one definition for each element, class, macro, datatype and class attribute.
     Two faults of libxml2 shape it: a group is never written around a single pattern, and an empty pattern only alone. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:o="urn:x-edition:odd"
                xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
                xmlns="http://relaxng.org/ns/structure/1.0"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="o xs"
                expand-text="yes">

  <xsl:mode name="o:define" on-no-match="fail"/>
  <xsl:mode name="o:pattern" on-no-match="fail"/>

  <xsl:template name="rng" as="document-node()">
    <xsl:variable name="definitions" as="element()+">
      <start><ref name="{$schema/@start}"/></start>
      <xsl:apply-templates mode="o:define" select="$specs"/>
    </xsl:variable>
    <xsl:document>
      <xsl:comment>{$notice}</xsl:comment>
      <xsl:element name="grammar" namespace="http://relaxng.org/ns/structure/1.0">
        <xsl:namespace name="a" select="'http://relaxng.org/ns/compatibility/annotations/1.0'"/>
        <xsl:attribute name="ns" select="$schema/@ns"/>
        <xsl:attribute name="datatypeLibrary" select="'http://www.w3.org/2001/XMLSchema-datatypes'"/>
        <xsl:sequence select="$definitions ! o:tidy(.)"/>
      </xsl:element>
    </xsl:document>
  </xsl:template>

  <!-- ==== definitions ==== -->

  <xsl:template mode="o:define" match="elementSpec">
    <xsl:variable name="own" as="element(attDef)*" select="attList/attDef"/>
    <define name="{@ident}">
      <element name="{@ident}">
        <a:documentation>{o:plain(desc)}</a:documentation>
        <xsl:for-each select="classes/memberOf/o:target(.)[@type = 'atts']">
          <xsl:call-template name="o:class-attributes">
            <xsl:with-param name="but" select="$own"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:apply-templates mode="o:pattern" select="$own[not(@mode = 'delete')]"/>
        <xsl:apply-templates mode="o:pattern" select="content/*"/>
      </element>
    </define>
  </xsl:template>

  <!-- A class is one reference, unless the element overrides one of its attributes: then they are listed one by one. -->
  <xsl:template name="o:class-attributes">
    <xsl:param name="but" as="element(attDef)*"/>
    <xsl:variable name="all" as="element(classSpec)+" select="., o:att-classes(.)"/>
    <xsl:choose>
      <xsl:when test="$all/attList/attDef/@ident = $but/@ident">
        <xsl:for-each select="$all/attList/attDef[not(@ident = $but/@ident)]">
          <ref name="{o:attribute-name(.)}"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <ref name="{@ident}"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="o:define" match="classSpec[@type = 'atts']">
    <define name="{@ident}">
      <xsl:for-each select="classes/memberOf/o:target(.)"><ref name="{@ident}"/></xsl:for-each>
      <xsl:for-each select="attList/attDef"><ref name="{o:attribute-name(.)}"/></xsl:for-each>
    </define>
    <xsl:for-each select="attList/attDef">
      <define name="{o:attribute-name(.)}"><xsl:apply-templates mode="o:pattern" select="."/></define>
    </xsl:for-each>
  </xsl:template>

  <xsl:template mode="o:define" match="classSpec[@type = 'model']">
    <define name="{@ident}">
      <choice>
        <xsl:for-each select="o:members(.)"><ref name="{@ident}"/></xsl:for-each>
      </choice>
    </define>
  </xsl:template>

  <xsl:template mode="o:define" match="macroSpec | dataSpec">
    <define name="{@ident}"><xsl:apply-templates mode="o:pattern" select="content/*"/></define>
  </xsl:template>

  <xsl:function name="o:attribute-name" as="xs:string">
    <xsl:param name="definition" as="element(attDef)"/>
    <xsl:sequence select="$definition/ancestor::classSpec/@ident || '.attribute.' || translate($definition/@ident, ':', '')"/>
  </xsl:function>

  <!-- ==== content ==== -->

  <xsl:template mode="o:pattern" match="sequence">
    <xsl:variable name="parts" as="element()+"><xsl:apply-templates mode="o:pattern" select="*"/></xsl:variable>
    <xsl:sequence select="o:occurs(., o:group($parts))"/>
  </xsl:template>

  <xsl:template mode="o:pattern" match="alternate">
    <xsl:variable name="branches" as="element()+"><xsl:apply-templates mode="o:pattern" select="*"/></xsl:variable>
    <xsl:variable name="choice" as="element()"><choice><xsl:sequence select="$branches"/></choice></xsl:variable>
    <xsl:sequence select="o:occurs(., $choice)"/>
  </xsl:template>

  <xsl:template mode="o:pattern" match="elementRef | classRef | macroRef | dataRef[@key]">
    <xsl:variable name="reference" as="element()"><ref name="{@key}"/></xsl:variable>
    <xsl:sequence select="o:occurs(., $reference)"/>
  </xsl:template>

  <xsl:template mode="o:pattern" match="textNode"><text/></xsl:template>
  <xsl:template mode="o:pattern" match="empty"><empty/></xsl:template>

  <xsl:template mode="o:pattern" match="dataRef[@name]">
    <data type="{@name}">
      <xsl:for-each select="@restriction"><param name="pattern">{.}</param></xsl:for-each>
    </data>
  </xsl:template>

  <!-- The pattern as often as @minOccurs and @maxOccurs say (1 unless given). -->
  <xsl:function name="o:occurs" as="element()*">
    <xsl:param name="particle" as="element()"/>
    <xsl:param name="pattern" as="element()"/>
    <xsl:variable name="least" as="xs:integer" select="xs:integer(($particle/@minOccurs, 1)[1])"/>
    <xsl:variable name="most" as="xs:string" select="string(($particle/@maxOccurs, 1)[1])"/>
    <xsl:choose>
      <xsl:when test="$most = 'unbounded' and $least = 0"><zeroOrMore><xsl:sequence select="$pattern"/></zeroOrMore></xsl:when>
      <xsl:when test="$most = 'unbounded'">
        <xsl:sequence select="(2 to $least) ! $pattern"/>
        <oneOrMore><xsl:sequence select="$pattern"/></oneOrMore>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="(1 to $least) ! $pattern, o:optional($pattern, xs:integer($most) - $least)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Up to so many more: each one only after the one before it. -->
  <xsl:function name="o:optional" as="element()*">
    <xsl:param name="pattern" as="element()"/>
    <xsl:param name="times" as="xs:integer"/>
    <xsl:if test="$times gt 0">
      <optional><xsl:sequence select="o:group(($pattern, o:optional($pattern, $times - 1)))"/></optional>
    </xsl:if>
  </xsl:function>

  <xsl:function name="o:group" as="element()">
    <xsl:param name="parts" as="element()+"/>
    <xsl:choose>
      <xsl:when test="exists($parts[2])"><group><xsl:sequence select="$parts"/></group></xsl:when>
      <xsl:otherwise><xsl:sequence select="$parts"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- ==== attributes ==== -->

  <xsl:template mode="o:pattern" match="attDef">
    <xsl:variable name="value" as="element()"><xsl:apply-templates mode="o:pattern" select="(valList[@type = 'closed'], datatype)[1]"/></xsl:variable>
    <xsl:variable name="attribute" as="element()">
      <attribute name="{@ident}">
        <a:documentation>{o:plain(desc)}</a:documentation>
        <xsl:sequence select="$value"/>
      </attribute>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@usage = 'req'"><xsl:sequence select="$attribute"/></xsl:when>
      <xsl:otherwise><optional><xsl:sequence select="$attribute"/></optional></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="o:pattern" match="datatype">
    <xsl:variable name="one" as="element()"><xsl:apply-templates mode="o:pattern" select="dataRef"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="@minOccurs | @maxOccurs"><list><xsl:sequence select="o:occurs(., $one)"/></list></xsl:when>
      <xsl:otherwise><xsl:sequence select="$one"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- `value` has no room for documentation; libxml2 takes only text in it. -->
  <xsl:template mode="o:pattern" match="valList">
    <choice>
      <xsl:for-each select="valItem"><value>{@ident}</value></xsl:for-each>
    </choice>
  </xsl:template>
</xsl:stylesheet>
