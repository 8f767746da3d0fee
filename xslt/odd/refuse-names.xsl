<?xml version="1.0" encoding="UTF-8"?>
<!-- What the compiler refuses, first part: names that lead nowhere, or twice to the same.
     A typing error in a reference is otherwise swallowed silently, and an element or attribute is gone. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:o="urn:x-edition:odd"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- A `problem` for each fault. Where names are wrong, the models cannot be judged. -->
  <xsl:template name="problems" as="document-node()">
    <xsl:variable name="names" as="element()*"><xsl:call-template name="o:names"/></xsl:variable>
    <xsl:document>
      <problems xmlns="">
        <xsl:choose>
          <xsl:when test="$names"><xsl:sequence select="$names"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="o:models"/></xsl:otherwise>
        </xsl:choose>
      </problems>
    </xsl:document>
  </xsl:template>

  <xsl:template name="o:names" as="element()*">
    <xsl:call-template name="o:frame"/>
    <xsl:call-template name="o:references"/>
    <xsl:if test="empty(($specs//(elementRef | classRef | macroRef | dataRef[@key] | memberOf))[count(o:target(.)) ne 1])">
      <xsl:call-template name="o:attributes-once"/>
      <xsl:call-template name="o:classes-once"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="o:problem" as="element()">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="message" as="xs:string"/>
    <problem xmlns="">{o:where($node)}: {$message}</problem>
  </xsl:function>

  <!-- ==== the frame: one schemaSpec, inside a div, drawing in every specification once ==== -->

  <xsl:template name="o:frame">
    <xsl:variable name="all" as="element()*" select="$odd//(elementSpec | classSpec | macroSpec | dataSpec)"/>
    <xsl:if test="count($schema) ne 1">
      <xsl:sequence select="o:problem($odd/*, 'one schemaSpec is wanted, there are ' || count($schema))"/>
    </xsl:if>
    <xsl:for-each select="$schema[not(parent::div)]">
      <xsl:sequence select="o:problem(., 'a schemaSpec stands inside a div; elsewhere other processors pass it over')"/>
    </xsl:for-each>
    <xsl:for-each select="$schema[not(@start) or empty(key('spec', 'elementSpec ' || @start))]">
      <xsl:sequence select="o:problem(., '@start names no element of the schema: ' || (@start, '(nothing)')[1])"/>
    </xsl:for-each>
    <xsl:for-each select="$odd//specGrpRef[empty(key('group', @target))]">
      <xsl:sequence select="o:problem(., 'specGrpRef to ' || @target || ', which is no specGrp of this file')"/>
    </xsl:for-each>
    <xsl:for-each select="$all except $specs">
      <xsl:sequence select="o:problem(., 'no specGrpRef of the schemaSpec draws it in')"/>
    </xsl:for-each>
    <xsl:for-each-group select="$all" group-by="local-name() || ' ' || @ident">
      <xsl:if test="current-group()[2]">
        <xsl:sequence select="o:problem(., 'specified ' || count(current-group()) || ' times')"/>
      </xsl:if>
    </xsl:for-each-group>
    <xsl:for-each-group select="$specs" group-by="@ident">
      <xsl:if test="count(distinct-values(current-group()/local-name())) gt 1">
        <xsl:sequence select="o:problem(., 'its name is also that of a ' || local-name(current-group()[2]))"/>
      </xsl:if>
    </xsl:for-each-group>
    <xsl:for-each select="$odd//schemaSpec//(moduleRef | @source) | $specs/@source">
      <xsl:sequence select="o:problem(., name() || ': an ODD that draws on another is not supported; state everything here')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs[not(normalize-space(desc))]">
      <xsl:sequence select="o:problem(., 'it has no desc; the guide has nothing to say of it')"/>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== references ==== -->

  <xsl:template name="o:references">
    <xsl:for-each select="$specs//(elementRef | classRef | macroRef | dataRef[@key] | memberOf)[empty(o:target(.))]">
      <xsl:sequence select="o:problem(., local-name() || ' to ' || @key || ', which is not specified')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs//content//classRef[o:target(.)/@type = 'atts']">
      <xsl:sequence select="o:problem(., 'classRef to ' || @key || ', a class of attributes')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs[self::classSpec]/classes/memberOf[exists(o:target(.))][o:target(.)/@type ne ../../@type]">
      <xsl:sequence select="o:problem(., 'a class of one type is a member of ' || @key || ', a class of the other')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs[self::classSpec][not(@type = ('model', 'atts'))]">
      <xsl:sequence select="o:problem(., 'a class is of type model or atts')"/>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== twice the same ==== -->

  <xsl:template name="o:attributes-once">
    <xsl:for-each select="$specs[self::classSpec][o:reaches(., .)]">
      <xsl:sequence select="o:problem(., 'the class is a member of itself')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs[empty((self::classSpec, classes/memberOf/o:target(.))[o:reaches(., .)])]">
      <xsl:variable name="spec" as="element()" select="."/>
      <xsl:for-each-group select="attList/attDef[not(@mode)], o:att-classes(.)/attList/attDef" group-by="string(@ident)">
        <xsl:if test="current-group()[2] and (current-group()/.. | ())[2]
                      and not($spec/attList/attDef[@mode]/@ident = current-grouping-key())
                      or $spec/attList/attDef[not(@mode)][@ident = current-grouping-key()][2]">
          <xsl:sequence select="o:problem($spec, 'the attribute ' || current-grouping-key() || ' comes twice, from '
              || string-join(distinct-values(current-group() ! o:where(.)), ' and ')
              || '; to override a class, give mode=&quot;change&quot;')"/>
        </xsl:if>
      </xsl:for-each-group>
      <xsl:for-each select="attList/attDef[@mode][not(@ident = o:att-classes($spec)/attList/attDef/@ident)]">
        <xsl:sequence select="o:problem(., 'mode=&quot;' || @mode || '&quot; for ' || @ident || ', which no class gives it')"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- A class reached by two ways would stand in the grammar twice. -->
  <xsl:template name="o:classes-once">
    <xsl:for-each select="$specs[empty((self::classSpec, classes/memberOf/o:target(.))[o:reaches(., .)])][classes]">
      <xsl:variable name="spec" as="element()" select="."/>
      <xsl:for-each-group select="o:all-classes(.)" group-by="string(@ident)">
        <xsl:if test="current-group()[2]">
          <xsl:sequence select="o:problem($spec, 'a member of ' || current-grouping-key() || ' by '
              || count(current-group()) || ' ways')"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:for-each>
  </xsl:template>

  <!-- Every class above an element or class, as often as it is reached. -->
  <xsl:function name="o:all-classes" as="element(classSpec)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:for-each select="$spec/classes/memberOf">
      <xsl:sequence select="o:target(.), o:target(.) ! o:all-classes(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Whether a class is found above another, following each class once. -->
  <xsl:function name="o:reaches" as="xs:boolean">
    <xsl:param name="from" as="element()*"/>
    <xsl:param name="sought" as="element()"/>
    <xsl:sequence select="exists(o:climb($from/classes/memberOf/o:target(.), ()) intersect $sought)"/>
  </xsl:function>
  <xsl:function name="o:climb" as="element()*">
    <xsl:param name="classes" as="element()*"/>
    <xsl:param name="seen" as="element()*"/>
    <xsl:variable name="new" as="element()*" select="$classes except $seen"/>
    <xsl:sequence select="if (empty($new)) then $seen
                          else o:climb($new/classes/memberOf/o:target(.), $seen | $new)"/>
  </xsl:function>
</xsl:stylesheet>
