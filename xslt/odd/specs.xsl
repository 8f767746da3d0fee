<?xml version="1.0" encoding="UTF-8"?>
<!-- What the specifications of an ODD refer to: which element, class, macro or datatype; which attributes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:o="urn:x-edition:odd"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:key name="spec" match="elementSpec | classSpec | macroSpec | dataSpec"
           use="local-name() || ' ' || @ident"/>
  <xsl:key name="member" match="elementSpec | classSpec" use="classes/memberOf/@key"/>
  <xsl:key name="group" match="specGrp" use="'#' || @xml:id"/>

  <xsl:variable name="odd" as="document-node()" select="/"/>
  <xsl:variable name="schema" as="element(schemaSpec)*" select="$odd//schemaSpec"/>
  <!-- Every specification the schema is made of, in the order of the guide. -->
  <xsl:variable name="specs" as="element()*"
                select="o:included($schema)/(. | descendant::*)/(self::elementSpec | self::classSpec | self::macroSpec |
                        self::dataSpec)"/>
  <xsl:variable name="elements" as="element(elementSpec)*" select="$specs[self::elementSpec]"/>

  <!-- A schemaSpec or specGrp, and the groups it draws in. -->
  <xsl:function name="o:included" as="element()*">
    <xsl:param name="groups" as="element()*"/>
    <xsl:variable name="more" as="element()*" select="key('group', $groups/specGrpRef/@target, $odd)"/>
    <xsl:sequence select="if (empty($more except $groups)) then $groups else o:included($groups | $more)"/>
  </xsl:function>

  <!-- The specification that a reference names; nothing, if there is none. -->
  <xsl:function name="o:target" as="element()*">
    <xsl:param name="reference" as="element()"/>
    <xsl:variable name="kind" as="xs:string" select="map {
        'elementRef': 'elementSpec', 'classRef': 'classSpec', 'memberOf': 'classSpec', 'macroRef': 'macroSpec',
        'dataRef': 'dataSpec'}(local-name($reference))"/>
    <xsl:sequence select="key('spec', $kind || ' ' || $reference/@key, $odd)"/>
  </xsl:function>

  <!-- The elements and classes that say they belong to a class, by name. -->
  <xsl:function name="o:members" as="element()*">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:perform-sort select="key('member', $class/@ident, $odd)[self::elementSpec or @type = $class/@type]">
      <xsl:sort select="@ident" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
    </xsl:perform-sort>
  </xsl:function>

  <!-- The elements a class of models comes down to. -->
  <xsl:function name="o:class-elements" as="element(elementSpec)*">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:for-each select="o:members($class)">
      <xsl:sequence select="if (self::elementSpec) then . else o:class-elements(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The elements that may stand directly inside a content model, macro or element. -->
  <xsl:function name="o:children" as="element(elementSpec)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="found" as="element()*">
      <xsl:for-each select="$spec/content//(elementRef | classRef | macroRef)">
        <xsl:variable name="target" as="element()" select="o:target(.)"/>
        <xsl:sequence select="if (self::elementRef) then $target
                              else if (self::classRef) then o:class-elements($target) else o:children($target)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="$found | ()"/>
  </xsl:function>

  <!-- The attribute classes of an element or class, those of the classes themselves included; as often as reached. -->
  <xsl:function name="o:att-classes" as="element(classSpec)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:for-each select="$spec/classes/memberOf/o:target(.)[@type = 'atts']">
      <xsl:sequence select="., o:att-classes(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The attributes that an element has in the end: its own, and those of its classes which it does not override. -->
  <xsl:function name="o:attributes" as="element(attDef)*">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:variable name="own" as="element(attDef)*" select="$spec/attList/attDef"/>
    <xsl:sequence select="$own[not(@mode = 'delete')],
                          o:att-classes($spec)/attList/attDef[not(@ident = $own/@ident)]"/>
  </xsl:function>

  <!-- Where something stands, for a message: the kind and name of its specification. -->
  <xsl:function name="o:where" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="spec" as="element()?"
                  select="$node/ancestor-or-self::*[self::elementSpec or self::classSpec or self::macroSpec or
                          self::dataSpec or self::schemaSpec or self::specGrp][1]"/>
    <xsl:sequence select="if ($spec) then local-name($spec) || ' ' || ($spec/@ident, $spec/@xml:id)[1] else 'the text'"/>
  </xsl:function>

  <!-- A description on one line, without its mark-up. -->
  <xsl:function name="o:plain" as="xs:string">
    <xsl:param name="desc" as="element()?"/>
    <xsl:sequence select="normalize-space(string-join($desc//text() ! (
        if (parent::gi) then '&lt;' || . || '&gt;' else if (parent::att) then '@' || . else .)))"/>
  </xsl:function>
</xsl:stylesheet>
