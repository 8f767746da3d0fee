<?xml version="1.0" encoding="UTF-8"?>
<!-- Where a line of verse begins, and its number. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- How far a line is set in, in columns: by @rend ("indent", "indent2": four columns a step); a part of a shared line
       begins where the part before it ends. -->
  <xsl:function name="m:set-in" as="xs:integer">
    <xsl:param name="line" as="element(l)"/>
    <xsl:variable name="steps" as="xs:string?" select="$line/@rend/tokenize(lower-case(.))[matches(., '^indent(ed)?\W?\d?\W?$')][1]"/>
    <xsl:sequence select="4 * sum($steps ! (xs:integer(replace(., '\D', '')[.]), 1)[1]) + mp:earlier-parts($line)"/>
  </xsl:function>

  <xsl:function name="mp:earlier-parts" as="xs:integer">
    <xsl:param name="line" as="element(l)"/>
    <xsl:variable name="before" as="element(l)?" select="$line[@part = ('M', 'F')]/preceding::l[not(ancestor::note)][1][@part = ('I', 'M')]"/>
    <xsl:sequence select="if ($before) then string-length(m:plain($before)) + 1 + m:set-in($before) else 0"/>
  </xsl:function>

  <!-- Lines are counted through a division, shared lines once; quoted verse is not of the text's lines. -->
  <xsl:accumulator name="mp:line" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text | div" select="0"/>
    <xsl:accumulator-rule match="l[mp:counts(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:function name="mp:counts" as="xs:boolean">
    <xsl:param name="line" as="element(l)"/>
    <xsl:sequence select="not($line/@part = ('M', 'F')) and empty($line/(ancestor::note | ancestor::quote | ancestor::epigraph))"/>
  </xsl:function>

  <!-- Each fifth line has its number: the edition's own (@n), else by count. -->
  <xsl:function name="m:line-number" as="xs:string?">
    <xsl:param name="line" as="element(l)"/>
    <xsl:variable name="number" as="xs:string" select="string(($line/@n, $line/accumulator-before('mp:line'))[1])"/>
    <xsl:sequence select="$number[mp:counts($line)][matches(., '^\d{0,5}[05]$')][. ne '0']"/>
  </xsl:function>
</xsl:stylesheet>
