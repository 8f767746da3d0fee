<?xml version="1.0" encoding="UTF-8"?>
<!-- What becomes of the elements and attributes that a recipient does not take, from the profile's table:
     m:row element="…" becomes="…": it gets that name; becomes="": its content stands without it; no @becomes: it is left
     out, but for the page breaks in it; by="template": a template of the profile says how, and @becomes is for people.
     An element for which the profile has a template in mode m:spared stays, whatever its row says.
     m:row attribute="…" (of element="…"): it is left out; only="…": unless its value is one of these.
     m:phrased element="…" in="…": in these it stands only within a phrase.
     m:keeps attributes="…" (of element="…"): where there is one, whatever it does not name is left out. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:mode name="m:export" on-no-match="shallow-copy"/>

  <!-- What text is put into where its own element goes and blocks stand in it. -->
  <xsl:variable name="m:neutral" as="element()?" select="$m:table/self::m:neutral/*"/>

  <xsl:variable name="mp:elements" as="map(xs:string, element(m:row))" select="map:merge($m:table/self::m:row[@element]
    [not(@attribute)] ! (for $name in tokenize(@element) return map:entry($name, .)))"/>
  <xsl:variable name="mp:attributes" as="map(xs:string, element(m:row))" select="map:merge(for $row in $m:table/self::m:row[@attribute],
    $of in ($row/@element/tokenize(.), '*'[empty($row/@element)]), $name in tokenize($row/@attribute)
    return map:entry($of || '/@' || $name, $row))"/>
  <xsl:variable name="mp:keeps" as="map(xs:string, xs:string*)" select="map:merge(for $row in $m:table/self::m:keeps,
    $of in ($row/@element/tokenize(.), '*'[empty($row/@element)]) return map:entry($of, tokenize($row/@attributes)))"/>

  <xsl:function name="mp:row" as="element(m:row)?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$mp:elements(local-name($element))"/>
  </xsl:function>

  <!-- The row of an attribute; none where its value is one that the recipient takes. -->
  <xsl:function name="mp:attribute-row" as="element(m:row)?">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:param name="of" as="xs:string"/>
    <xsl:sequence select="(($of, local-name($attribute/..), '*') ! $mp:attributes(. || '/@' || name($attribute)))[1]
      [not($attribute = tokenize(@only))]"/>
  </xsl:function>

  <xsl:function name="mp:is-kept" as="xs:boolean">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:param name="of" as="xs:string"/>
    <xsl:sequence select="empty(mp:attribute-row($attribute, $of)) and (map:size($mp:keeps) = 0 or
      name($attribute) = (if (map:contains($mp:keeps, $of)) then $mp:keeps($of) else $mp:keeps('*')))"/>
  </xsl:function>

  <xsl:mode name="m:spared" on-no-match="deep-skip"/>

  <xsl:function name="m:is-spared" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="says" as="item()*">
      <xsl:apply-templates select="$element" mode="m:spared"/>
    </xsl:variable>
    <xsl:sequence select="exists($says)"/>
  </xsl:function>

  <!-- The name that an element has in the export, as far as the table says it. -->
  <xsl:function name="m:name" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(mp:row($element)/@becomes[. ne ''][not(../@by)], local-name($element))[1]"/>
  </xsl:function>

  <xsl:template match="@*[not(mp:is-kept(., m:name(..)))]" mode="m:export" priority="-0.2"/>

  <xsl:template match="*[mp:is-left-out(.)]" mode="m:export" priority="-0.2">
    <xsl:sequence select="m:pages(.)"/>
  </xsl:template>

  <xsl:template match="*[mp:row(.)[not(@by)]/@becomes = '']" mode="m:export" priority="-0.1">
    <xsl:call-template name="m:unwrapped"/>
  </xsl:template>

  <xsl:template match="*[mp:row(.)[not(@by)]/@becomes ne '']" mode="m:export" priority="-0.1">
    <xsl:call-template name="m:renamed">
      <xsl:with-param name="name" select="string(mp:row(.)/@becomes)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="mp:is-left-out" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists(mp:row($element)[not(@by or @becomes)])"/>
  </xsl:function>

  <xsl:template name="m:renamed">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="attributes" as="attribute()*" select="()"/>
    <xsl:element name="{$name}">
      <xsl:apply-templates select="@*[mp:is-kept(., $name)]" mode="#current"/>
      <xsl:sequence select="$attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template name="m:unwrapped">
    <xsl:choose>
      <xsl:when test="$m:neutral and m:has-blocks(.)">
        <xsl:element name="{name($m:neutral)}">
          <xsl:copy-of select="$m:neutral/@*"/>
          <xsl:apply-templates mode="#current"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="#current"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Whether something stands in a phrase that may not stand wherever the phrase may. -->
  <xsl:function name="m:has-blocks" as="xs:boolean">
    <xsl:param name="phrase" as="element()"/>
    <xsl:sequence select="exists($phrase//(list | table | stage | label | bibl | cit | quote | said | q | lg | l | p | ab | sp))"/>
  </xsl:function>

  <!-- The page breaks of what is left out: a page begins there all the same. -->
  <xsl:function name="m:pages" as="element()*">
    <xsl:param name="left" as="element()"/>
    <xsl:apply-templates select="$left[ancestor::text]//pb" mode="m:export"/>
  </xsl:function>

  <!-- The label of an item. -->
  <xsl:function name="m:label" as="element(label)?">
    <xsl:param name="item" as="element(item)"/>
    <xsl:sequence select="$item/preceding-sibling::label[1][following-sibling::item[1] is $item]"/>
  </xsl:function>

  <!-- Whether text may stand in an element of ours beside elements. -->
  <xsl:function name="m:is-mixed" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not(local-name($element) = ('text', 'front', 'body', 'back', 'div', 'titlePage', 'docTitle', 'epigraph',
      'argument', 'postscript', 'address', 'lg', 'list', 'table', 'row', 'figure', 'sp', 'castList', 'cit'))"/>
  </xsl:function>
</xsl:stylesheet>
