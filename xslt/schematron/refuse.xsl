<?xml version="1.0" encoding="UTF-8"?>
<!-- What of a Schematron schema is not understood or leads nowhere: each is said, none passed over. `stops`: without it
     the schema cannot be run at all. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xmlns:s="urn:x-edition:schematron" xpath-default-namespace="" exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="s:refuse" on-no-match="shallow-skip"/>

  <!-- The parts of ISO Schematron that are read, and those that say nothing about a verdict. -->
  <xsl:variable name="s:known" as="xs:string*" select="
    'schema', 'ns', 'let', 'pattern', 'group', 'param', 'rule', 'extends', 'assert', 'report', 'name', 'value-of',
    'emph', 'dir', 'span', 'diagnostics', 'diagnostic', 'phase', 'active', 'title', 'p', 'include'"/>
  <xsl:variable name="s:instructions" as="xs:string*" select="
    'key', 'function', 'variable', 'param', 'sequence', 'value-of', 'copy-of', 'text', 'if', 'choose', 'when',
    'otherwise', 'for-each', 'for-each-group', 'analyze-string', 'matching-substring', 'non-matching-substring',
    'decimal-format', 'sort', 'accumulator', 'accumulator-rule', 'map', 'map-entry', 'iterate', 'number'"/>

  <xsl:template mode="s:refuse" match="text()"/>

  <xsl:template mode="s:refuse" match="sch:*[not(local-name() = $s:known)]">
    <problem path="{path()}">{local-name()} is not read; what it says is not checked</problem>
  </xsl:template>

  <xsl:template mode="s:refuse" match="xsl:*[not(local-name() = $s:instructions)]">
    <problem path="{path()}" stops="true">{name()} cannot be used here</problem>
  </xsl:template>

  <xsl:template mode="s:refuse" match="sch:rule//*[not(self::sch:* or self::xsl:*)][not(ancestor::xsl:*)]
                                       [not(parent::*[not(self::sch:* or self::xsl:*)])]">
    <problem path="{path()}">{name()} is no part of Schematron and is passed over</problem>
  </xsl:template>

  <xsl:template mode="s:refuse" match="(sch:pattern | sch:group)[@documents]">
    <problem path="{path()}">@documents asks for other documents; this pattern is not checked</problem>
  </xsl:template>

  <xsl:template mode="s:refuse" match="(sch:pattern | sch:group)[@is-a][empty(s:model(.))]">
    <problem path="{path()}" stops="true">there is no abstract pattern {@is-a}</problem>
  </xsl:template>

  <xsl:template mode="s:refuse" match="sch:extends[@href] | sch:include">
    <problem path="{path()}" stops="true">{name()} points to {@href}, which is no file that can be read</problem>
  </xsl:template>

  <xsl:template mode="s:refuse" match="sch:extends[@rule][empty(s:extended(.))]">
    <problem path="{path()}" stops="true">there is no abstract rule {@rule}</problem>
  </xsl:template>

  <xsl:template mode="s:refuse" match="sch:extends[@rule][s:circular(.., ())]" priority="2">
    <problem path="{path()}" stops="true">the rule {../@id} extends itself</problem>
  </xsl:template>

  <xsl:template mode="s:refuse" match="sch:active[not(@pattern = //(sch:pattern | sch:group)/@id)]">
    <problem path="{path()}">there is no pattern {@pattern} for this phase</problem>
  </xsl:template>

  <xsl:template mode="s:refuse" match="sch:ns[@uri != preceding-sibling::sch:ns[@prefix = current()/@prefix]/@uri]">
    <problem path="{path()}" stops="true">the prefix {@prefix} stands for two namespaces</problem>
  </xsl:template>

  <xsl:template mode="s:refuse" match="sch:phase/@when | sch:*/@visit-each | sch:*/@properties">
    <problem path="{../path()}">@{name()} is not read</problem>
  </xsl:template>

  <xsl:function name="s:circular" as="xs:boolean">
    <xsl:param name="rule" as="element()"/>
    <xsl:param name="seen" as="element()*"/>
    <xsl:sequence select="
      exists($rule intersect $seen)
      or (some $next in $rule/sch:extends[@rule]/s:extended(.) satisfies s:circular($next, ($seen, $rule)))"/>
  </xsl:function>
</xsl:stylesheet>
