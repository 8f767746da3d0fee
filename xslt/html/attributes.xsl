<?xml version="1.0" encoding="UTF-8"?>
<!-- Attributes of HTML elements, alike for all: address, language, class, and the mark of a block of the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:mode name="m:attributes" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="m:attributes">
    <xsl:sequence select="@xml:id/m:id(.), @xml:lang/m:lang(.), m:class((m:classes(.), @m:element/'unknown')), @m:element/mp:element-name(.)"/>
    <xsl:for-each select="self::gap">
      <xsl:attribute name="title" select="m:extent(.)"/>
    </xsl:for-each>
  </xsl:template>

  <!-- data-text: a block of the text. Taken together, less the note references, they are the text of this view. -->
  <xsl:template match="*[@m:as = 'block']" mode="m:attributes" priority="2">
    <xsl:next-match/>
    <xsl:if test="not(m:is-in-note(.))">
      <xsl:attribute name="data-text" select="local-name()"/>
    </xsl:if>
  </xsl:template>

  <!-- An element that no output knows, kept with its name. -->
  <xsl:function name="mp:element-name" as="attribute()+">
    <xsl:param name="name" as="attribute()"/>
    <xsl:attribute name="data-element" select="$name"/>
    <xsl:attribute name="title" select="'In the TEI: ' || $name"/>
  </xsl:function>

  <xsl:function name="m:id" as="attribute()">
    <xsl:param name="id" as="attribute()"/>
    <xsl:attribute name="id" select="$id"/>
  </xsl:function>

  <xsl:function name="m:lang" as="attribute()*">
    <xsl:param name="language" as="attribute()"/>
    <xsl:attribute name="lang" select="$language"/>
    <xsl:if test="m:direction($language) ne m:direction(m:language($m:tei))">
      <xsl:attribute name="dir" select="m:direction($language)"/>
    </xsl:if>
  </xsl:function>

  <!-- The same of a whole document: it says which way it is written where that is not the usual one. -->
  <xsl:function name="m:written-in" as="attribute()+">
    <xsl:param name="language" as="xs:string"/>
    <xsl:attribute name="lang" select="$language"/>
    <xsl:if test="m:direction($language) = 'rtl'">
      <xsl:attribute name="dir" select="'rtl'"/>
    </xsl:if>
  </xsl:function>

  <!-- Which way a language is written: by its script where it is named, else by the one it is usually written in. -->
  <xsl:function name="m:direction" as="xs:string">
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="subtags" as="xs:string*" select="tokenize(lower-case($language), '-')"/>
    <xsl:variable name="script" as="xs:string?" select="$subtags[position() gt 1][matches(., '^[a-z]{4}$')][1]"/>
    <xsl:variable name="leftward" as="xs:boolean" select="if ($script)
      then $script = ('arab', 'aran', 'hebr', 'syrc', 'syre', 'syrj', 'syrn', 'thaa', 'nkoo', 'adlm', 'mand', 'samr', 'rohg')
      else $subtags[1] = ('ar', 'arc', 'ary', 'arz', 'azb', 'ckb', 'dv', 'fa', 'glk', 'he', 'iw', 'ks', 'lrc', 'mzn', 'nqo',
        'pnb', 'prs', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi')"/>
    <xsl:sequence select="if ($leftward) then 'rtl' else 'ltr'"/>
  </xsl:function>

  <xsl:function name="m:class" as="attribute()?">
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:if test="exists($classes)">
      <xsl:attribute name="class" select="distinct-values($classes)"/>
    </xsl:if>
  </xsl:function>

  <!-- The element's name and type, and how it was printed. A paragraph needs no class. -->
  <xsl:function name="m:classes" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(local-name($element)[not(. = ('p', 'run', 'item', 'row', 'cell', 'table', 'figure'))],
      $element/(self::div | self::ab | self::head | self::titlePart | self::lg | self::list | self::stage | m:run)
      /@type/tokenize(.), $element/self::l/m:set-in(.)[. ge 2] ! ('in-' || min((15, round(. div 4)))), m:look($element))"/>
  </xsl:function>
</xsl:stylesheet>
