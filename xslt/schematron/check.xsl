<?xml version="1.0" encoding="UTF-8"?>
<!-- The rules as a stylesheet that can be run: what fails, with its pattern, role, place and message.
     Each pattern is a mode; in it, as in Schematron, the first rule that knows a node is the only one that judges it.
     Of a group (Schematron of 2025) each rule is a mode: all of them judge. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:out="urn:x-edition:stylesheet"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:s="urn:x-edition:schematron"
                xpath-default-namespace="" exclude-result-prefixes="s sch xs" expand-text="yes">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:mode name="s:check" on-no-match="fail"/>

  <!-- The stylesheet of a schema that `s:plain` has made. -->
  <xsl:template name="s:check" as="element()">
    <xsl:param name="schema" as="element(sch:schema)"/>
    <xsl:variable name="modes" as="element()*" select="$schema/(sch:pattern | sch:group)[not(@documents)] ! s:modes(.)"/>
    <out:stylesheet version="{s:version($schema)}" exclude-result-prefixes="#all">
      <xsl:for-each-group select="$schema/sch:ns" group-by="string(@prefix)">
        <xsl:namespace name="{@prefix}" select="@uri"/>
      </xsl:for-each-group>
      <xsl:copy-of select="$schema/xsl:*"/>
      <xsl:apply-templates mode="s:check" select="$schema/sch:let, $schema/(sch:pattern | sch:group)/sch:let"/>
      <out:variable name="Q{{urn:x-edition:schematron}}numbers" as="map(*)" select="
        Q{{http://www.w3.org/2005/xpath-functions/map}}merge(
          //* ! Q{{http://www.w3.org/2005/xpath-functions/map}}entry(generate-id(), position()))"/>
      <out:template match="/">
        <failures>
          <xsl:apply-templates mode="s:tried" select="$schema/sch:let, $schema/(sch:pattern | sch:group)/sch:let"/>
          <xsl:for-each select="$modes"><out:apply-templates mode="m{position()}" select="."/></xsl:for-each>
        </failures>
      </out:template>
      <xsl:for-each select="$modes">
        <xsl:call-template name="s:mode"><xsl:with-param name="mode" select="'m' || position()"/></xsl:call-template>
      </xsl:for-each>
    </out:stylesheet>
  </xsl:template>

  <!-- XPath 1 takes the first of several nodes where later ones complain. -->
  <xsl:function name="s:version" as="xs:string">
    <xsl:param name="schema" as="element(sch:schema)"/>
    <xsl:sequence select="if ($schema/@queryBinding = ('xslt2', 'xslt3', 'xpath2', 'xpath3', 'xpath31')) then '3.0' else '1.0'"/>
  </xsl:function>

  <!-- The elements whose rules exclude each other: a pattern, or each rule of a group. -->
  <xsl:function name="s:modes" as="element()*">
    <xsl:param name="pattern" as="element()"/>
    <xsl:sequence select="if ($pattern/self::sch:group) then $pattern/sch:rule else $pattern[sch:rule]"/>
  </xsl:function>

  <!-- A node that no rule knows is passed over, and so is one that a rule has judged: the walk goes on to what is in it. -->
  <xsl:template name="s:mode">
    <xsl:param name="mode" as="xs:string"/>
    <xsl:variable name="rules" as="element(sch:rule)+" select="(self::sch:rule, sch:rule)"/>
    <xsl:variable name="inside" as="xs:string" select="s:inside($rules)"/>
    <out:template mode="{$mode}" match="document-node() | element()" priority="0">
      <out:apply-templates mode="{$mode}" select="{$inside}"/>
    </out:template>
    <xsl:if test="$inside ne '*'">
      <out:template mode="{$mode}" match="@* | text() | comment() | processing-instruction()" priority="0"/>
    </xsl:if>
    <xsl:for-each select="$rules">
      <out:template mode="{$mode}" match="{@context}" priority="{last() + 1 - position()}">
        <xsl:apply-templates mode="s:check" select="*"/>
        <out:apply-templates mode="{$mode}" select="{$inside}"/>
      </out:template>
    </xsl:for-each>
  </xsl:template>

  <!-- What the walk visits in a node. Most patterns are about elements alone; to visit all takes several times as long. -->
  <xsl:function name="s:inside" as="xs:string">
    <xsl:param name="rules" as="element(sch:rule)*"/>
    <xsl:variable name="bare" as="xs:string" select="string-join($rules ! s:without-predicates(@context), ' ')"/>
    <xsl:sequence select="if (matches($bare, '[@$.(]')) then '@*, node()' else '*'"/>
  </xsl:function>

  <xsl:function name="s:without-predicates" as="xs:string">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:variable name="less" as="xs:string" select="
      replace($pattern, '&quot;[^&quot;]*&quot;|''[^'']*''|\[[^\[\]&quot;'']*\]', '')"/>
    <xsl:sequence select="if ($less eq $pattern) then $less else s:without-predicates($less)"/>
  </xsl:function>

  <!-- What goes wrong with a variable of the whole could not be caught where it is used: `s:tried` tells it. -->
  <xsl:template mode="s:check" match="sch:let[@value][not(parent::sch:rule)]" priority="2">
    <out:variable name="{@name}" as="{(@as, 'item()*')[1]}">
      <out:try select="{@value}"><out:catch select="()"/></out:try>
    </out:variable>
  </xsl:template>
  <xsl:template mode="s:check" match="sch:let[@value]">
    <out:variable name="{@name}" select="{@value}"><xsl:copy-of select="@as"/></out:variable>
  </xsl:template>
  <xsl:template mode="s:check" match="sch:let">
    <out:variable name="{@name}"><xsl:copy-of select="@as, node()"/></out:variable>
  </xsl:template>
  <xsl:template mode="s:check" match="xsl:*"><xsl:copy-of select="."/></xsl:template>
  <xsl:template mode="s:check" match="*"/>

  <xsl:mode name="s:tried" on-no-match="fail"/>
  <xsl:template mode="s:tried" match="sch:let"/>
  <xsl:template mode="s:tried" match="sch:let[@value]">
    <out:try>
      <let><out:value-of select="count({@value})"/></let>
      <out:catch>
        <failure code="{s:literal(../@id)}" broken="{s:literal(@value)}">
          <out:value-of select="$Q{{http://www.w3.org/2005/xqt-errors}}description"/>
        </failure>
      </out:catch>
    </out:try>
  </xsl:template>

  <!-- A rule that cannot be worked out for one node is told, and the others are checked nevertheless. -->
  <xsl:template mode="s:check" match="sch:assert | sch:report">
    <xsl:variable name="pattern" as="element()" select="ancestor::*[self::sch:pattern or self::sch:group][1]"/>
    <xsl:variable name="code" as="xs:string" select="s:literal(($pattern/@id, ../@id)[1])"/>
    <xsl:variable name="subject" as="attribute()?" select="(@subject, ../@subject, $pattern/@subject)[1]"/>
    <xsl:variable name="at" as="xs:string" select="s:number(if ($subject) then '(' || $subject || ', .)[1]/' else '')"/>
    <out:try>
      <out:if test="{if (self::sch:assert) then 'not(' || @test || ')' else @test}">
        <failure code="{$code}" role="{s:role((., .., $pattern))}" element="{{{$at}}}">
          <xsl:if test="@id"><xsl:attribute name="id" select="s:literal(@id)"/></xsl:if>
          <xsl:apply-templates mode="s:check" select="node(), s:diagnostics(.)"/>
        </failure>
      </out:if>
      <out:catch>
        <failure code="{$code}" broken="{s:literal(@test)}" element="{{{s:number('')}}}">
          <out:value-of select="$Q{{http://www.w3.org/2005/xqt-errors}}description"/>
        </failure>
      </out:catch>
    </out:try>
  </xsl:template>

  <!-- What says which element of the document a node is or stands in, by its number. A path would do, but to make one
       takes as long as there are siblings. -->
  <xsl:function name="s:number" as="xs:string">
    <xsl:param name="step" as="xs:string"/>
    <xsl:sequence select="'$Q{urn:x-edition:schematron}numbers(generate-id(' || $step || 'ancestor-or-self::*[1]))'"/>
  </xsl:function>

  <!-- The nearest word on how grave it is. -->
  <xsl:function name="s:role" as="xs:string">
    <xsl:param name="from" as="element()+"/>
    <xsl:sequence select="s:literal(lower-case(normalize-space(($from ! (@severity, @role, @flag)[1], '')[1])))"/>
  </xsl:function>

  <!-- A value of an attribute in a stylesheet that is no template. -->
  <xsl:function name="s:literal" as="xs:string">
    <xsl:param name="value" as="xs:anyAtomicType?"/>
    <xsl:sequence select="replace(replace(string($value), '\{', '{{'), '\}', '}}')"/>
  </xsl:function>

  <xsl:function name="s:diagnostics" as="node()*">
    <xsl:param name="assertion" as="element()"/>
    <xsl:for-each select="tokenize($assertion/@diagnostics)">
      <xsl:text> </xsl:text>
      <xsl:sequence select="root($assertion)//sch:diagnostic[@id = current()]/node()"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template mode="s:check" match="sch:value-of">
    <out:value-of select="{@select}"/>
  </xsl:template>
  <!-- @path leads to the node that is meant, or, as many write it, to its name. -->
  <xsl:template mode="s:check" match="sch:name[@path]">
    <out:value-of select="({@path})[1] ! (if (. instance of node()) then name() else string())"/>
  </xsl:template>
  <xsl:template mode="s:check" match="sch:name">
    <out:value-of select="name()"/>
  </xsl:template>
  <xsl:template mode="s:check" match="sch:emph | sch:dir | sch:span">
    <xsl:apply-templates mode="s:check"/>
  </xsl:template>
  <xsl:template mode="s:check" match="text()">
    <out:text>{.}</out:text>
  </xsl:template>
  <xsl:template mode="s:check" match="comment() | processing-instruction()"/>
</xsl:stylesheet>
