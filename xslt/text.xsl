<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI document to the blocks of its plain text, with all that an output may want of them. XSLT says what stands in
     which block; edition/rendering leaves out and lays out, because only a program that knows the width of every
     character can. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:err="http://www.w3.org/2005/xqt-errors"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="lib/passes.xsl"/>
  <xsl:include href="text/blocks.xsl"/>
  <xsl:include href="text/phrases.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:mode name="m:text" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/">
    <xsl:try rollback-output="yes">
      <xsl:call-template name="mp:document"/>
      <xsl:catch>
        <xsl:call-template name="m:failed">
          <xsl:with-param name="code" select="$err:code"/>
          <xsl:with-param name="description" select="$err:description || ' (' || tokenize($err:module, '/')[last()] || ', line ' || $err:line-number || ')'"/>
        </xsl:call-template>
      </xsl:catch>
    </xsl:try>
  </xsl:template>

  <xsl:template name="mp:document">
    <m:document view="{$view}" supplied="{exists($m:shaped/text//supplied)}" brackets="{m:has-brackets($m:tei)}">
      <m:facts>
        <xsl:sequence select="mp:line(m:title($m:tei)), mp:line(m:subtitle($m:tei)),
          mp:line((string-join(m:authors($m:tei), ', ')[.], 'Author unknown')[1]),
          mp:line(m:source-line($m:tei)), mp:line('As printed: without the edition’s corrections'[not($m:is-reading)]),
          mp:line('Words struck out in the source are left out'[$m:is-reading][$m:tei/text//del]),
          mp:line('Abbreviations are expanded'[$m:is-reading][$m:tei/text//m:only]),
          mp:line(m:version($m:tei)), mp:line(string-join(m:publication($m:tei), ', ')),
          mp:line(m:licence($m:tei) ! string-join((normalize-space()[.], @target[not(contains(current(), .))]), ' '))"/>
      </m:facts>
      <m:text>
        <xsl:apply-templates select="$m:shaped/text" mode="m:text"/>
      </m:text>
      <m:notes>
        <xsl:sequence select="m:hands($m:notes, $m:tei) ! mp:line(.)"/>
        <xsl:apply-templates select="$m:notes" mode="mp:note"/>
      </m:notes>
      <m:register>
        <xsl:sequence select="$m:register[$m:is-reading]"/>
      </m:register>
    </m:document>
  </xsl:template>

  <xsl:function name="mp:line" as="element(m:line)?">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:if test="normalize-space($text)">
      <m:line>
        <xsl:value-of select="normalize-space($text)"/>
      </m:line>
    </xsl:if>
  </xsl:function>

  <xsl:mode name="mp:note" on-no-match="fail"/>

  <!-- What is said of a note opens its first block, or stands alone before what is set apart. -->
  <xsl:template match="note" mode="mp:note">
    <xsl:variable name="first" as="element()?" select="*[1][@m:as = 'block'][self::p or self::m:run or self::seg]"/>
    <m:note id="{@xml:id}" mark="{m:mark(.)}">
      <m:b kind="p" indent="0">
        <xsl:sequence select="'[Editor:] '[current()/@type = 'apparatus'], '[No reference to this note was found.] '[current()/@m:loose],
          '[The source has no reference to this note.] '[current()/@m:uncalled]"/>
        <xsl:apply-templates select="$first/node()" mode="m:text"/>
      </m:b>
      <xsl:apply-templates select="* except $first" mode="m:text"/>
    </m:note>
  </xsl:template>
</xsl:stylesheet>
