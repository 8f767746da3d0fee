<?xml version="1.0" encoding="UTF-8"?>
<!-- The register of what the edition changed, added or doubts: one m:entry each, in the order of the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:mode name="mp:entry" on-no-match="fail" on-multiple-match="fail"/>

  <!-- Every entry: id (of the passage), kind, place, printed, read, by, automatic, cert, why. -->
  <xsl:function name="m:register" as="element(m:entry)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:apply-templates mode="mp:entry" select="$tei/text//(choice[corr | reg] | surplus | secl | gap |
      (corr | reg | sic | supplied)[not(parent::choice)][not(ancestor::corr | ancestor::reg)])"/>
  </xsl:function>

  <xsl:template match="choice" mode="mp:entry">
    <xsl:sequence select="mp:entry(., (corr, reg)[1], (if (corr) then 'correction' else 'regularisation'),
      mp:glued(., (sic, orig)[1], (corr, reg)[1]), mp:glued(., (corr, reg)[1], (corr, reg)[1]))"/>
  </xsl:template>

  <xsl:template match="corr | reg" mode="mp:entry">
    <xsl:sequence select="mp:entry(., ., 'correction', mp:glued(., ()), mp:glued(., .))"/>
  </xsl:template>

  <xsl:template match="supplied" mode="mp:entry">
    <xsl:sequence select="mp:entry(., ., 'supplied', '', mp:glued(., .))"/>
  </xsl:template>

  <xsl:template match="sic" mode="mp:entry">
    <xsl:sequence select="mp:entry(., ., 'left as printed', mp:glued(., .), '')"/>
  </xsl:template>

  <xsl:template match="surplus" mode="mp:entry">
    <xsl:sequence select="mp:entry(., ., 'left out', mp:glued(., .), mp:glued(., ()))"/>
  </xsl:template>

  <xsl:template match="surplus[@reason = 'repeated']" mode="mp:entry">
    <xsl:sequence select="mp:entry(., ., 'printed twice', m:shortened(m:plain(.)), '')"/>
  </xsl:template>

  <xsl:template match="secl" mode="mp:entry">
    <xsl:sequence select="mp:entry(., ., 'displaced', m:shortened(m:plain(.)), '')"/>
  </xsl:template>

  <xsl:template match="gap" mode="mp:entry">
    <xsl:sequence select="mp:entry(., ., 'gap', m:extent(.), '[…]')"/>
  </xsl:template>

  <xsl:function name="mp:entry" as="element(m:entry)">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="act" as="element()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="printed" as="xs:string"/>
    <xsl:param name="read" as="xs:string"/>
    <xsl:variable name="tei" as="element(TEI)" select="$place/ancestor::TEI[1]"/>
    <m:entry id="{$act/@xml:id}" kind="{$kind}" place="{m:place($place)}" printed="{$printed}" read="{$read}"
      by="{m:who($act, $tei)}" automatic="{m:is-automatic($act, $tei)}" cert="{$act/@cert}"
      why="{string-join(($act/@type, $act/@evidence[. ne 'internal'], $act/@source ! ('see ' || .)) ! translate(., '#', ''), '; ')}"/>
  </xsl:function>

  <xsl:function name="mp:glued" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="reading" as="element()?"/>
    <xsl:sequence select="mp:glued($place, $reading, $reading)"/>
  </xsl:function>

  <!-- A reading with the letters that the edition's reading touches: `Whistle,”` says more than `”`. -->
  <xsl:function name="mp:glued" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="reading" as="element()?"/>
    <xsl:param name="touching" as="element()?"/>
    <xsl:variable name="around" as="text()*" select="mp:reading-text($place)"/>
    <xsl:variable name="before" as="xs:string" select="string-join($around[. &lt;&lt; $place][position() gt last() - 4])"/>
    <xsl:variable name="after" as="xs:string" select="string-join($around[. >> $place][position() lt 5])"/>
    <xsl:sequence select="normalize-space(
      (if (matches(string($touching), '^\s')) then '' else tokenize(replace($before, '\s$', ' '), '\s')[last()]) || $reading ||
      (if (matches(string($touching), '\s$')) then '' else tokenize($after, '\s')[1]))"/>
  </xsl:function>

  <!-- The text of the block (or note) around a place, as the edition reads it. -->
  <xsl:function name="mp:reading-text" as="text()*">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="block" as="element()" select="($place/ancestor::*[self::p or self::ab or self::l or self::head
      or self::note or self::item or self::cell or self::speaker or self::titlePart or self::div], $place/..)[last()]"/>
    <xsl:sequence select="$block//text() except ($block//note//text(), $block//choice/(sic | orig)//text(),
      $block//surplus[not(@reason = 'repeated')]//text(), $place//text())"/>
  </xsl:function>

  <!-- The first and last words of a long passage. -->
  <xsl:function name="m:shortened" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($text)"/>
    <xsl:sequence select="if (count($words) le 12) then $text
      else string-join($words[position() le 5], ' ') || ' … ' || string-join($words[position() gt last() - 5], ' ')"/>
  </xsl:function>

  <!-- What a gap is, in words: "illegible, 2 words". -->
  <xsl:function name="m:extent" as="xs:string">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:variable name="many" as="xs:string" select="if ($gap/@unit and not($gap/@quantity = '1')) then 's' else ''"/>
    <xsl:variable name="size" as="xs:string?" select="if ($gap/@quantity) then $gap/@quantity || ' ' || ($gap/@unit, 'piece')[1] || $many
      else $gap/@extent[. ne 'unknown'] ! string()"/>
    <xsl:sequence select="string-join((($gap/@reason, 'missing')[1], $size), ', ')"/>
  </xsl:function>
</xsl:stylesheet>
