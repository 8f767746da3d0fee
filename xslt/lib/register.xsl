<?xml version="1.0" encoding="UTF-8"?>
<!-- The register of what the edition changed, added or doubts: one m:entry each, in the order of the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:mode name="mp:entry" on-no-match="fail" on-multiple-match="fail"/>

  <!-- Every entry: id (of the passage), kind, place, printed, read, by, automatic, cert (in words), why; and as it stands
       in the file: resp, sure, evidence, rule, reason, when. The reason stands in the header, in a list whose items point
       to what they are the reason of; the day of a decision in a change that points to what was decided on it. -->
  <xsl:function name="m:register" as="element(m:entry)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:apply-templates mode="mp:entry" select="$tei/text//(choice[corr | reg] | surplus | secl | gap |
      (corr | reg | sic | supplied)[not(parent::choice)][not(ancestor::corr | ancestor::reg)])"/>
  </xsl:function>

  <xsl:key name="mp:decided" match="revisionDesc//change[@when][@target]" use="tokenize(@target) ! substring-after(., '#')"/>
  <xsl:key name="mp:reason" match="correction//item[@corresp]" use="tokenize(@corresp) ! substring-after(., '#')"/>

  <xsl:template match="choice" mode="mp:entry">
    <xsl:variable name="around" as="xs:string+" select="mp:around(., (*))"/>
    <xsl:sequence select="mp:entry(., (corr, reg)[1], (if (corr) then 'correction' else 'regularisation'),
      mp:within($around, (sic, orig)[1]), mp:within($around, (corr, reg)[1]))"/>
  </xsl:template>

  <xsl:template match="corr | reg" mode="mp:entry">
    <xsl:variable name="around" as="xs:string+" select="mp:around(., .)"/>
    <xsl:sequence select="mp:entry(., ., 'correction', mp:within($around, ()), mp:within($around, .))"/>
  </xsl:template>

  <xsl:template match="supplied" mode="mp:entry">
    <xsl:sequence select="mp:entry(., ., 'supplied', '', m:plain(.))"/>
  </xsl:template>

  <xsl:template match="sic" mode="mp:entry">
    <xsl:sequence select="mp:entry(., ., 'left as printed', mp:within(mp:around(., .), .), '')"/>
  </xsl:template>

  <xsl:template match="surplus" mode="mp:entry">
    <xsl:variable name="around" as="xs:string+" select="mp:around(., .)"/>
    <xsl:sequence select="mp:entry(., ., 'left out', mp:within($around, .), mp:within($around, ()))"/>
  </xsl:template>

  <xsl:template match="surplus[@reason = 'repeated']" mode="mp:entry">
    <xsl:sequence select="mp:entry(., ., 'printed twice', m:shortened(m:plain(.)), '')"/>
  </xsl:template>

  <xsl:template match="secl" mode="mp:entry">
    <xsl:sequence select="mp:entry(., ., 'displaced', m:shortened(m:plain(.)), '')"/>
  </xsl:template>

  <!-- A gap has nothing printed: its extent, and the words behind which it stands. -->
  <xsl:template match="gap" mode="mp:entry">
    <xsl:variable name="words" as="xs:string*" select="tokenize(string-join(mp:reading-text(.)[. &lt;&lt; current()]))"/>
    <xsl:sequence select="mp:entry(., ., 'gap', m:extent(.), string-join($words[position() gt last() - 4], ' '))"/>
  </xsl:template>

  <xsl:function name="mp:entry" as="element(m:entry)">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="act" as="element()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="printed" as="xs:string"/>
    <xsl:param name="read" as="xs:string"/>
    <xsl:variable name="tei" as="element(TEI)" select="$place/ancestor::TEI[1]"/>
    <xsl:variable name="reason" as="xs:string?" select="key('mp:reason', $act/@xml:id, $tei)[1] ! normalize-space()"/>
    <m:entry id="{$act/@xml:id}" kind="{$kind}" place="{m:place($place)}" printed="{$printed}" read="{$read}"
      by="{m:who($act, $tei)}" automatic="{m:is-automatic($act, $tei)}" cert="{mp:certainty($act)}"
      why="{string-join((($reason, $act/@type ! translate(., '-', ' '))[1], $act/@evidence[. ne 'internal'],
        $act/@source ! ('see ' || translate(., '#', ''))), '; ')}"
      resp="{$act/@resp ! translate(., '#', '')}" sure="{$act/@cert}" evidence="{$act/@evidence}" rule="{$act/@type}"
      reason="{$reason}" when="{key('mp:decided', $act/@xml:id, $tei)[1]/@when}"/>
  </xsl:function>

  <!-- A correction is more or less certain; of what is left as it stands, that it is an error. -->
  <xsl:function name="mp:certainty" as="xs:string">
    <xsl:param name="act" as="element()"/>
    <xsl:sequence select="string(if ($act/self::sic) then map{'high': 'error certain', 'medium': 'error probable',
      'low': 'error possible'}(string($act/@cert)) else $act/@cert)"/>
  </xsl:function>

  <!-- What a reading is told with, before and behind it: the rest of its word; beside a sign alone, the word it touches. -->
  <xsl:function name="mp:around" as="xs:string+">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="readings" as="element()+"/>
    <xsl:variable name="text" as="text()*" select="mp:reading-text($place)"/>
    <xsl:variable name="before" as="xs:string" select="string-join($text[. &lt;&lt; $place][position() gt last() - 4])"/>
    <xsl:variable name="after" as="xs:string" select="string-join($text[. >> $place][position() lt 5])"/>
    <xsl:variable name="no-letter" as="xs:string" select="'[^\p{L}\p{M}\p{N}’''\-]'"/>
    <xsl:variable name="word-first" as="xs:boolean" select="some $reading in $readings satisfies matches($reading, '^[\p{L}\p{N}]')"/>
    <xsl:variable name="touching" as="xs:string" select="replace($before, '^.*\s|^[“‘&quot;(\[]+', '', 's')"/>
    <xsl:sequence select="
      if (matches($readings[last()], '^\s')) then '' else if ($word-first)
        then string(tokenize($before, $no-letter)[last()]) else $touching,
      if (matches($readings[last()], '\s$')) then '' else string(tokenize($after, $no-letter)[1])"/>
  </xsl:function>

  <xsl:function name="mp:within" as="xs:string">
    <xsl:param name="around" as="xs:string+"/>
    <xsl:param name="reading" as="element()?"/>
    <xsl:sequence select="normalize-space($around[1] || $reading || $around[2])"/>
  </xsl:function>

  <!-- The text of the block (or note) around a place, as the edition reads it. -->
  <xsl:function name="mp:reading-text" as="text()*">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="block" as="element()" select="($place/ancestor::*[self::p or self::ab or self::l or self::head
      or self::note or self::item or self::cell or self::speaker or self::titlePart or self::div], $place/..)[last()]"/>
    <xsl:sequence select="$block//text() except ($block//note//text(), $block//choice/(sic | orig)//text(),
      $block//(surplus[not(@reason = 'repeated')] | del)//text(), $place//text())"/>
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
