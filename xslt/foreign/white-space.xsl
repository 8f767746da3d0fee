<?xml version="1.0" encoding="UTF-8"?>
<!-- White space that is layout of the file, ends of lines, and characters that stand for others. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Signs that only divide a word at the end of a line, and those that may be the word's own. -->
  <xsl:variable name="mp:signs" as="xs:string+" select="'¬', '⸗', '&#xAD;'"/>
  <xsl:variable name="mp:hyphens" as="xs:string+" select="'-', '‐'"/>

  <!-- Where blanks are in c, the ends of lines between words are none. -->
  <xsl:template match="text()[not(normalize-space())][preceding-sibling::*[1][self::w or self::pc or self::c]]
    [following-sibling::*[1][self::w or self::pc or self::c]][mp:has-blanks(..) or mp:is-joined(.)]" mode="m:foreign" priority="1"/>

  <xsl:function name="mp:has-blanks" as="xs:boolean">
    <xsl:param name="parent" as="element()"/>
    <xsl:sequence select="exists($parent/c[not(normalize-space())][string()])"/>
  </xsl:function>

  <xsl:function name="mp:is-joined" as="xs:boolean">
    <xsl:param name="blank" as="text()"/>
    <xsl:sequence select="$blank/following-sibling::*[1]/@join = ('left', 'both') or $blank/preceding-sibling::*[1]/@join = ('right', 'both')"/>
  </xsl:function>

  <!-- A blank of its own is a blank; a character declared in the header is what it is declared as. -->
  <xsl:template match="(c | g)[not(normalize-space())]" mode="m:foreign" priority="1">
    <xsl:variable name="ids" as="xs:string*" select="(@ref, @rendition)[starts-with(., '#')] ! substring(., 2)"/>
    <xsl:variable name="declared" as="element()?" select="$ids ! key('mp:id', ., $mp:source)[self::char or self::glyph][1]"/>
    <xsl:variable name="twice" as="xs:string*" select="$ids[matches(., '^gemination-\w$')] ! substring-after(., '-')"/>
    <xsl:sequence select="if (string()) then m:space() else ()"/>
    <xsl:value-of select="($declared/mapping[@type = ('standard', 'normalized', 'Unicode')][1], $declared/mapping[1])[1]/normalize-space(), $twice ! (. || .)" separator=""/>
    <xsl:if test="self::c[not(string())] and empty(($declared, $twice))">
      <xsl:copy copy-namespaces="no">
        <xsl:call-template name="mp:attributes"/>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

  <!-- Ends of lines ....................................................................................... -->

  <!-- The words of the document: where a word stands whole elsewhere, a hyphen at a line end only divides it. -->
  <xsl:variable name="mp:whole" as="map(xs:string, xs:boolean)">
    <xsl:map>
      <xsl:for-each select="distinct-values($mp:source//text//text() ! tokenize(., '[^\p{L}\p{M}]+'))">
        <xsl:map-entry key="." select="true()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- The breaks that divide a word, each with the sign before it ("-" only before a small letter). -->
  <xsl:variable name="mp:dividers" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each select="$mp:source//text//lb[not(@break = ('yes', 'maybe'))]">
        <xsl:variable name="before" as="xs:string" select="replace(preceding-sibling::node()[1]/self::text(), '\s+$', '')"/>
        <xsl:variable name="after" as="xs:string" select="replace(following-sibling::node()[1]/self::text(), '^\s+', '')"/>
        <xsl:variable name="sign" as="xs:string" select="substring($before, string-length($before))"/>
        <xsl:if test="$sign = ($mp:signs, $mp:hyphens)[. = $mp:signs or matches($after, '^\p{Ll}')]
          and matches(substring($before, string-length($before) - 1, 1), '\p{L}') and matches($after, '^\p{L}')">
          <xsl:map-entry key="generate-id()" select="$sign"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="mp:divides" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="exists($node/self::lb) and map:contains($mp:dividers, generate-id($node))"/>
  </xsl:function>

  <!-- The sign goes with the division: it is no part of the word. -->
  <xsl:function name="mp:only-divides" as="xs:boolean">
    <xsl:param name="break" as="element(lb)"/>
    <xsl:variable name="first" as="xs:string" select="tokenize($break/preceding-sibling::node()[1], '[^\p{L}\p{M}]+')[.][last()]"/>
    <xsl:variable name="second" as="xs:string" select="tokenize($break/following-sibling::node()[1], '[^\p{L}\p{M}]+')[.][1]"/>
    <xsl:sequence select="$mp:dividers(generate-id($break)) = $mp:signs or map:contains($mp:whole, $first || $second)"/>
  </xsl:function>

  <xsl:template match="text()[mp:divides(following-sibling::node()[1]) or mp:divides(preceding-sibling::node()[1])]" mode="m:foreign">
    <xsl:variable name="text" as="xs:string" select="if (mp:divides(preceding-sibling::node()[1])) then replace(., '^\s+', '') else ."/>
    <xsl:variable name="break" as="element()?" select="following-sibling::node()[1][mp:divides(.)]"/>
    <xsl:variable name="bare" as="xs:string" select="if ($break) then replace($text, '\s+$', '') else $text"/>
    <xsl:value-of select="if ($break ! mp:only-divides(.)) then substring($bare, 1, string-length($bare) - 1) else $bare"/>
  </xsl:template>

  <xsl:template match="lb[mp:divides(.)]" mode="m:foreign" priority="1">
    <lb break="no">
      <xsl:copy-of select="@n, @xml:id"/>
      <xsl:if test="mp:only-divides(.)">
        <xsl:attribute name="rendition" select="'#m-hyphen-' || string-to-codepoints($mp:dividers(generate-id()))"/>
      </xsl:if>
    </lb>
  </xsl:template>

  <xsl:template match="lb[mp:is-between-blocks(.)]" mode="m:foreign" priority="2">
    <xsl:sequence select="mp:point(.)"/>
  </xsl:template>
</xsl:stylesheet>
