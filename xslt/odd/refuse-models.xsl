<?xml version="1.0" encoding="UTF-8"?>
<!-- What the compiler refuses, second part: constructs it does not know, and those that other processors of ODD or other
     validators read in another way. Asked only when every name leads somewhere. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:o="urn:x-edition:odd"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template name="o:models" as="element()*">
    <xsl:call-template name="o:unknown-constructs"/>
    <xsl:call-template name="o:classes-filled"/>
    <xsl:call-template name="o:particles"/>
    <xsl:call-template name="o:attribute-values"/>
    <xsl:call-template name="o:constraints"/>
  </xsl:template>

  <!-- ==== constructs that are not supported ==== -->

  <xsl:template name="o:unknown-constructs">
    <xsl:for-each select="$specs/content/descendant::*[not(self::sequence | self::alternate | self::elementRef |
                          self::classRef | self::macroRef | self::dataRef | self::textNode | self::empty)]">
      <xsl:sequence select="o:problem(., name() || ' in a content model is not supported')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs//classRef/(@expand | @include | @except)">
      <xsl:sequence select="o:problem(., 'classRef/@' || name() || ' is not supported')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs//sequence[@preserveOrder = 'false']">
      <xsl:sequence select="o:problem(., 'a sequence without order (interleave) is not supported')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs//attList//(attRef | attList) | $specs/attList[@org = 'choice']">
      <xsl:sequence select="o:problem(., name() || ' in a list of attributes is not supported')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs//(dataFacet | defaultVal | altIdent | model | modelGrp | modelSequence)">
      <xsl:sequence select="o:problem(., name() || ' is not supported')"/>
    </xsl:for-each>
    <xsl:for-each select="($specs, $specs//(attList, constraintSpec, content))/@mode[. ne 'add']">
      <xsl:sequence select="o:problem(., 'mode=&quot;' || . || '&quot; on ' || name(..) || ' is not supported')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs//attDef/@mode[not(. = ('change', 'delete'))]">
      <xsl:sequence select="o:problem(., 'mode=&quot;' || . || '&quot; on attDef ' || ../@ident || ' is not supported')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs//dataRef[not(@key or @name)] | $specs//dataRef[@key][@restriction]">
      <xsl:sequence select="o:problem(., 'a dataRef has @key, or @name and perhaps @restriction')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs[self::elementSpec or self::macroSpec or self::dataSpec][not(content/*)]">
      <xsl:sequence select="o:problem(., 'its content is not stated; an element without content has &lt;empty/&gt;')"/>
    </xsl:for-each>
    <xsl:for-each select="$elements except o:reachable(key('spec', 'elementSpec ' || $schema/@start), ())">
      <xsl:sequence select="o:problem(., 'no way leads to it from ' || $schema/@start)"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="o:reachable" as="element()*">
    <xsl:param name="from" as="element()*"/>
    <xsl:param name="seen" as="element()*"/>
    <xsl:variable name="new" as="element()*" select="$from except $seen"/>
    <xsl:sequence select="if (empty($new)) then $seen else o:reachable($new ! o:children(.), $seen | $new)"/>
  </xsl:function>

  <xsl:template name="o:classes-filled">
    <xsl:for-each select="$specs[self::classSpec][@type = 'model'][empty(o:class-elements(.))]">
      <xsl:sequence select="o:problem(., 'the class has no element')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs[self::classSpec][@type = 'atts'][not(attList/attDef or classes/memberOf)]">
      <xsl:sequence select="o:problem(., 'the class has no attribute')"/>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== content models ==== -->

  <xsl:variable name="references" as="xs:string+" select="'elementRef', 'classRef', 'macroRef', 'dataRef'"/>

  <xsl:template name="o:particles">
    <xsl:for-each select="$specs/content//*[@minOccurs = '0'][@maxOccurs[. ne 'unbounded'] &gt; 1]">
      <xsl:sequence select="o:problem(., 'minOccurs=&quot;0&quot; with maxOccurs=&quot;' || @maxOccurs
          || '&quot;: the TEI Stylesheets make it unbounded')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs/content//*[local-name() = $references][o:varies(.)][o:repeats(following-sibling::*[1], @key)]">
      <xsl:sequence select="o:problem(., @key || ', of which there may be none or several, stands before a repeated '
          || 'group or choice that has it too: the TEI Stylesheets drop the first')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs/content//(sequence | alternate)/empty">
      <xsl:sequence select="o:problem(., '&lt;empty/&gt; as a branch: the TEI Stylesheets drop it, and libxml2 takes an '
          || 'empty repetition for a full one; make the rest optional')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs/content//alternate[not(*[2])] | $specs/content//sequence[not(*)]">
      <xsl:sequence select="o:problem(., local-name() || ' with ' || count(*) || ' part(s)')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs/content//alternate">
      <xsl:variable name="alternate" as="element()" select="."/>
      <xsl:for-each-group select="elementRef/o:target(.), classRef/o:class-elements(o:target(.))" group-by="string(@ident)">
        <xsl:if test="current-group()[2]">
          <xsl:sequence select="o:problem($alternate, current-grouping-key() || ' comes twice in one choice')"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="o:varies" as="xs:boolean">
    <xsl:param name="particle" as="element()"/>
    <xsl:sequence select="$particle/@minOccurs = '0' or $particle/@maxOccurs[. ne '1']"/>
  </xsl:function>

  <!-- Whether a group or choice that varies has the same reference as a part of its own, or as its only part. -->
  <xsl:function name="o:repeats" as="xs:boolean">
    <xsl:param name="next" as="element()?"/>
    <xsl:param name="key" as="attribute()"/>
    <xsl:variable name="parts" as="element()*" select="$next[self::sequence or self::alternate][o:varies(.)]/*"/>
    <xsl:sequence select="exists($parts[@key = $key][not(o:varies(.)) or not($parts[2])])"/>
  </xsl:function>

  <!-- ==== attributes ==== -->

  <xsl:template name="o:attribute-values">
    <xsl:for-each select="$specs//attDef[not(@mode = 'delete')]">
      <xsl:variable name="name" as="xs:string" select="'the attribute ' || @ident"/>
      <xsl:if test="not(normalize-space(desc[1]))">
        <xsl:sequence select="o:problem(., $name || ' has no desc')"/>
      </xsl:if>
      <xsl:if test="valList[@type = 'semi'][not(../datatype)]">
        <xsl:sequence select="o:problem(., $name || ': a semi-open valList without a datatype: the TEI Stylesheets allow nothing else')"/>
      </xsl:if>
      <xsl:if test="not(datatype/dataRef or valList[@type = 'closed'])">
        <xsl:sequence select="o:problem(., $name || ' has neither a datatype nor a closed valList')"/>
      </xsl:if>
      <xsl:if test="datatype and valList[@type = 'closed']">
        <xsl:sequence select="o:problem(., $name || ' has a datatype and a closed valList; keep one')"/>
      </xsl:if>
      <xsl:if test="valList[not(@type = ('open', 'semi', 'closed'))]">
        <xsl:sequence select="o:problem(., $name || ': the valList needs @type')"/>
      </xsl:if>
      <xsl:if test="valList[not(valItem)]">
        <xsl:sequence select="o:problem(., $name || ': the valList is empty')"/>
      </xsl:if>
      <xsl:if test="@mode = 'change' and valList[not(@mode)]">
        <xsl:sequence select="o:problem(., $name || ': a valList inside a changed attribute needs @mode')"/>
      </xsl:if>
      <xsl:if test="@usage[not(. = ('req', 'rec', 'opt'))]">
        <xsl:sequence select="o:problem(., $name || ': @usage is req, rec or opt')"/>
      </xsl:if>
      <xsl:if test="matches(@ident, ':') and not(@ident = ('xml:id', 'xml:lang', 'xml:space', 'xml:base')) or @ns">
        <xsl:sequence select="o:problem(., $name || ': a namespace of its own is not supported')"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== rules ==== -->

  <xsl:template name="o:constraints">
    <xsl:for-each select="$rules">
      <xsl:variable name="name" as="xs:string" select="'the constraint ' || (@ident, '(without a name)')[1]"/>
      <xsl:if test="not(@scheme = 'schematron')">
        <xsl:sequence select="o:problem(., $name || ' is in a language that is not supported: ' || (@scheme, '(none)')[1])"/>
      </xsl:if>
      <xsl:if test="not(@ident) or $rules[@ident = current()/@ident][2]">
        <xsl:sequence select="o:problem(., $name || ' needs a name of its own')"/>
      </xsl:if>
      <xsl:if test="not(normalize-space(desc))">
        <xsl:sequence select="o:problem(., $name || ' has no desc')"/>
      </xsl:if>
      <xsl:if test="not(constraint/sch:rule) or constraint/sch:rule[not(@context)] or constraint/(sch:assert | sch:report)">
        <xsl:sequence select="o:problem(., $name || ': an assert or report stands in a sch:rule with @context')"/>
      </xsl:if>
      <xsl:for-each select="constraint//(sch:assert | sch:report)[not(@role = ('error', 'warning'))]">
        <xsl:sequence select="o:problem(., $name || ': @role is error or warning')"/>
      </xsl:for-each>
      <xsl:for-each select="constraint//sch:*[not(self::sch:rule | self::sch:let | self::sch:assert | self::sch:report |
                            self::sch:name | self::sch:value-of)] | constraint/*[not(self::sch:* | self::xsl:key)]">
        <xsl:sequence select="o:problem(., $name || ': ' || name() || ' is not supported')"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
