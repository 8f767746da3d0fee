<?xml version="1.0" encoding="UTF-8"?>
<!-- A Schematron schema without abstract patterns and rules: instances have what they are instances of, and the variables
     of a pattern have names that no other pattern uses. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:s="urn:x-edition:schematron"
                xpath-default-namespace="" exclude-result-prefixes="#all">

  <xsl:mode name="s:plain" on-no-match="shallow-copy"/>
  <xsl:mode name="s:named" on-no-match="shallow-copy"/>

  <!-- The schema as the compiler wants it: the patterns that the phase wants, each complete. -->
  <xsl:function name="s:plain" as="element(sch:schema)">
    <xsl:param name="schema" as="element(sch:schema)"/>
    <xsl:param name="phase" as="xs:string"/>
    <xsl:variable name="asked" as="xs:string" select="
      if ($phase = ('', '#DEFAULT')) then ($schema/@defaultPhase/string(), '#ALL')[1] else $phase"/>
    <xsl:variable name="chosen" as="element(sch:phase)?" select="$schema/sch:phase[@id = $asked][1]"/>
    <xsl:variable name="active" as="element()*" select="
      $schema//(sch:pattern | sch:group)[not(@abstract = 'true')][empty($chosen) or @id = $chosen/sch:active/@pattern]"/>
    <sch:schema>
      <xsl:copy-of select="$schema/@*"/>
      <xsl:copy-of select="$schema/(sch:ns | xsl:*), $schema/sch:diagnostics"/>
      <xsl:copy-of select="$schema/sch:let, $chosen/sch:let"/>
      <xsl:for-each select="$active">
        <xsl:variable name="complete" as="element()"><xsl:apply-templates mode="s:plain" select="."/></xsl:variable>
        <xsl:apply-templates mode="s:named" select="$complete">
          <xsl:with-param name="own" tunnel="yes" select="$complete/sch:let/@name/string()"/>
          <xsl:with-param name="mark" tunnel="yes" select="'.' || position()"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </sch:schema>
  </xsl:function>

  <!-- ==== abstract patterns and rules -->

  <xsl:template mode="s:plain" match="sch:pattern[@is-a] | sch:group[@is-a]">
    <xsl:variable name="model" as="element()?" select="s:model(.)"/>
    <xsl:copy>
      <xsl:copy-of select="$model/(@role, @flag, @severity, @subject), @* except @is-a"/>
      <xsl:apply-templates mode="s:plain" select="$model/(node() except sch:param)">
        <xsl:with-param name="parameters" tunnel="yes" select="
          map:merge(($model/sch:param, sch:param) ! map{string(@name): string(@value)}, map{'duplicates': 'use-last'})"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <xsl:template mode="s:plain" match="sch:rule[@abstract = 'true']"/>

  <!-- A rule that extends itself by a detour is refused before. -->
  <xsl:template mode="s:plain" match="sch:extends[@rule]">
    <xsl:apply-templates mode="s:plain" select="s:extended(.)/node()"/>
  </xsl:template>

  <xsl:function name="s:model" as="element()?">
    <xsl:param name="instance" as="element()"/>
    <xsl:sequence select="
      root($instance)//*[self::sch:pattern or self::sch:group][@abstract = 'true'][@id = $instance/@is-a][1]"/>
  </xsl:function>

  <!-- The rule that one extends: of its own pattern if it has one of that name. -->
  <xsl:function name="s:extended" as="element(sch:rule)?">
    <xsl:param name="extends" as="element(sch:extends)"/>
    <xsl:variable name="named" as="element(sch:rule)*" select="
      root($extends)//sch:rule[@abstract = 'true'][@id = $extends/@rule]"/>
    <xsl:sequence select="
      ($named[ancestor::sch:pattern intersect $extends/ancestor::sch:pattern], $named)[1]"/>
  </xsl:function>

  <!-- ==== names in expressions -->

  <!-- A parameter stands for its value wherever an expression names it, in a string, too. -->
  <xsl:template mode="s:plain" match="@*[s:expression(.)]">
    <xsl:param name="parameters" as="map(xs:string, xs:string)" tunnel="yes" select="map{}"/>
    <xsl:attribute name="{name()}" select="s:replaced(., '\$([\i-[:]][\c-[:]]*)', $parameters)"/>
  </xsl:template>

  <!-- The variables of a pattern are global ones of the stylesheet: their names get the mark of the pattern. -->
  <xsl:template mode="s:named" match="@*[s:expression(.)]">
    <xsl:param name="own" as="xs:string*" tunnel="yes"/>
    <xsl:param name="mark" as="xs:string" tunnel="yes"/>
    <xsl:attribute name="{name()}" select="
      s:replaced(., '&quot;[^&quot;]*&quot;|''[^'']*''|\$([\i-[:]][\c-[:]]*)', map:merge($own ! map{.: '$' || . || $mark}))"/>
  </xsl:template>

  <xsl:template mode="s:named" match="sch:let/@name">
    <xsl:param name="own" as="xs:string*" tunnel="yes"/>
    <xsl:param name="mark" as="xs:string" tunnel="yes"/>
    <xsl:attribute name="name" select="if (. = $own) then . || $mark else ."/>
  </xsl:template>

  <xsl:function name="s:expression" as="xs:boolean">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:sequence select="
      name($attribute) = ('test', 'context', 'select', 'path', 'value', 'subject', 'match', 'use')
      or $attribute/parent::xsl:*[name($attribute) ne 'name']"/>
  </xsl:function>

  <!-- `pattern` has one group: the name of a variable. What `values` does not know stays. -->
  <xsl:function name="s:replaced" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:param name="values" as="map(xs:string, xs:string)"/>
    <xsl:value-of>
      <xsl:analyze-string select="$text" regex="{$pattern}">
        <xsl:matching-substring><xsl:sequence select="($values(regex-group(1)), .)[1]"/></xsl:matching-substring>
        <xsl:non-matching-substring><xsl:sequence select="."/></xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:value-of>
  </xsl:function>
</xsl:stylesheet>
