<?xml version="1.0" encoding="UTF-8"?>
<!-- The reference part of the guide: each element, class, macro and datatype under the chapter that specifies it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:o="urn:x-edition:odd"
                xmlns:eg="http://www.tei-c.org/ns/Examples" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="o xs eg sch"
                expand-text="yes">

  <xsl:template mode="o:prose" match="specGrp">
    <xsl:apply-templates mode="o:prose" select="elementSpec, classSpec, macroSpec, dataSpec"/>
  </xsl:template>

  <xsl:template mode="o:prose" match="elementSpec">
    <section class="spec" id="{o:anchor(.)}">
      <h3><code>&lt;{@ident}></code></h3>
      <p><xsl:apply-templates mode="o:prose" select="desc"/></p>
      <dl>
        <xsl:sequence select="o:entry('Attributes', attList/attDef ! o:attribute(.))"/>
        <xsl:sequence select="o:entry('Attributes of', classes/memberOf/o:target(.)[@type = 'atts'] ! o:item(.))"/>
        <xsl:sequence select="o:entry('Contains', o:content(.))"/>
        <xsl:sequence select="o:entry('Stands in', o:containers(.) ! o:item(.))"/>
      </dl>
      <xsl:sequence select="o:rules(.)"/>
      <xsl:apply-templates mode="o:prose" select="exemplum/eg:egXML"/>
    </section>
  </xsl:template>

  <xsl:template mode="o:prose" match="classSpec | macroSpec | dataSpec">
    <section class="spec" id="{o:anchor(.)}">
      <h3><code>{@ident}</code></h3>
      <p>{map {'classSpec': if (@type = 'atts') then 'Attributes' else 'Elements', 'macroSpec': 'Content',
               'dataSpec': 'Values'}(local-name())}: <xsl:apply-templates mode="o:prose" select="desc"/></p>
      <dl>
        <xsl:sequence select="o:entry('Attributes', attList/attDef ! o:attribute(.))"/>
        <xsl:sequence select="o:entry('Draws in', classes/memberOf/o:target(.)[current()/@type = 'atts'] ! o:item(.))"/>
        <xsl:sequence select="o:entry('Members', self::classSpec[@type = 'model'] ! o:members(.) ! o:item(.))"/>
        <xsl:sequence select="o:entry('Stands in', $specs[content//(classRef | macroRef)/@key = current()/@ident] ! o:item(.))"/>
        <xsl:if test="self::macroSpec"><xsl:sequence select="o:entry('Contains', o:content(.))"/></xsl:if>
      </dl>
      <xsl:sequence select="o:rules(.)"/>
    </section>
  </xsl:template>

  <!-- ==== parts ==== -->

  <xsl:function name="o:anchor" as="xs:string">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="if ($spec/self::elementSpec) then 'el-' || $spec/@ident else 'spec-' || $spec/@ident"/>
  </xsl:function>

  <xsl:function name="o:link" as="element()">
    <xsl:param name="spec" as="element()"/>
    <a href="#{o:anchor($spec)}"><code>{if ($spec/self::elementSpec) then '&lt;' || $spec/@ident || '>' else $spec/@ident}</code></a>
  </xsl:function>

  <xsl:function name="o:item" as="element()">
    <xsl:param name="spec" as="element()"/>
    <li><xsl:sequence select="o:link($spec)"/></li>
  </xsl:function>

  <!-- A term and what belongs to it; nothing, if nothing does. -->
  <xsl:function name="o:entry" as="element()*">
    <xsl:param name="term" as="xs:string"/>
    <xsl:param name="items" as="element()*"/>
    <xsl:if test="$items">
      <dt>{$term}</dt>
      <dd><ul><xsl:if test="$term ne 'Attributes'"><xsl:attribute name="class" select="'names'"/></xsl:if><xsl:sequence select="$items"/></ul></dd>
    </xsl:if>
  </xsl:function>

  <!-- What a content model names: elements, classes and macros, each once. The classes say for themselves who is in. -->
  <xsl:function name="o:content" as="element()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:if test="$spec/content//textNode"><li>text</li></xsl:if>
    <xsl:if test="$spec/content/empty"><li>nothing: it is empty</li></xsl:if>
    <xsl:for-each-group select="$spec/content//(elementRef | classRef | macroRef)" group-by="string(@key)">
      <xsl:sequence select="o:item(o:target(.))"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The classes it belongs to, and whatever names it in its content. -->
  <xsl:function name="o:containers" as="element()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="$spec/classes/memberOf/o:target(.)[@type = 'model'],
                          $specs[content//elementRef/@key = $spec/@ident]"/>
  </xsl:function>

  <xsl:function name="o:attribute" as="element()">
    <xsl:param name="definition" as="element(attDef)"/>
    <li>
      <code>@{$definition/@ident}</code>
      <xsl:text>{if ($definition/@usage = 'req') then ' (required)' else if ($definition/@usage = 'rec') then ' (recommended)' else ''}: </xsl:text>
      <xsl:apply-templates mode="o:prose" select="$definition/desc"/>
      <xsl:for-each select="$definition/datatype/dataRef[@key]/o:target(.)">
        <xsl:text>; </xsl:text>
        <xsl:text>{if ($definition/datatype/@maxOccurs) then 'one or more, separated by spaces: ' else ''}</xsl:text>
        <xsl:apply-templates mode="o:prose" select="desc"/>
      </xsl:for-each>
      <xsl:for-each select="$definition/valList">
        <p>{if (@type = 'closed') then 'One of:' else 'Such as:'}</p>
        <ul><xsl:for-each select="valItem"><li><code>{@ident}</code>: <xsl:apply-templates mode="o:prose" select="desc"/></li></xsl:for-each></ul>
      </xsl:for-each>
    </li>
  </xsl:function>

  <xsl:function name="o:rules" as="element()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:where-populated>
      <ul class="rules">
        <xsl:for-each select="$spec/constraintSpec | $spec/attList/attDef/constraintSpec">
          <li>{if (constraint//(sch:assert | sch:report)/@role = 'error') then 'Rule' else 'Advice'}
            <code>{@ident}</code>: <xsl:apply-templates mode="o:prose" select="desc"/></li>
        </xsl:for-each>
      </ul>
    </xsl:where-populated>
  </xsl:function>
</xsl:stylesheet>
