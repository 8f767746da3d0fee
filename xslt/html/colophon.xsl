<?xml version="1.0" encoding="UTF-8"?>
<!-- The foot of the page: how the text was made, how to cite it, and which version it is. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="m:made">
    <section id="made">
      <h2>How this text was made</h2>
      <p>{mp:counts()}</p>
      <xsl:apply-templates select="$m:tei/teiHeader/encodingDesc/projectDesc/p[1]" mode="mp:prose"/>
      <dl>
        <xsl:apply-templates select="$m:tei/teiHeader/encodingDesc/editorialDecl/*
          except $m:tei/teiHeader/encodingDesc/editorialDecl/(segmentation | interpretation)" mode="mp:policy"/>
        <xsl:call-template name="mp:hands"/>
        <xsl:call-template name="mp:evidence"/>
        <xsl:call-template name="mp:key"/>
      </dl>
    </section>
  </xsl:template>

  <xsl:function name="mp:counts" as="xs:string?">
    <xsl:variable name="text" as="element(text)" select="$m:tei/text"/>
    <xsl:variable name="numbers" as="map(xs:string, xs:integer)" select="map{
      'paragraph': count($text//p[not(ancestor::note)]), 'page break': count($text//pb), 'note': count($m:notes[not(@type = 'apparatus')]),
      'editor’s note': count($m:notes[@type = 'apparatus']),
      'turn': count($text//sp[not(@prev)]), 'direct speech': count($text//said[not(@prev)][not(@direct = 'false')]),
      'reported speech': count($text//said[not(@prev)][@direct = 'false']),
      'correction': count($m:register[@kind = 'correction']), 'word': mp:words()}"/>
    <xsl:variable name="parts" as="xs:string*" select="('word', 'paragraph', 'page break', 'note', 'editor’s note', 'turn', 'direct speech',
      'reported speech', 'correction')[$numbers(.) gt 0] ! m:count($numbers(.), .)"/>
    <xsl:sequence select="('The text has ' || string-join($parts, ', ') || '.')[exists($parts)]"/>
  </xsl:function>

  <!-- As the header states them: those of the main text, without notes. -->
  <xsl:function name="mp:words" as="xs:integer">
    <xsl:variable name="stated" as="xs:string*" select="$m:tei/teiHeader/fileDesc/extent/measure[@unit = 'words']/@quantity"/>
    <xsl:sequence select="if ($stated[1] castable as xs:integer) then xs:integer($stated[1]) else 0"/>
  </xsl:function>

  <xsl:mode name="mp:prose" on-no-match="shallow-skip"/>

  <xsl:template match="p" mode="mp:prose">
    <p>{normalize-space()}</p>
  </xsl:template>

  <xsl:mode name="mp:policy" on-no-match="deep-skip"/>

  <xsl:variable name="mp:policies" as="map(xs:string, xs:string)" select="map{'correction': 'Corrections',
    'normalization': 'Normalisation', 'quotation': 'Quotation marks', 'hyphenation': 'Hyphens',
    'punctuation': 'Punctuation', 'stdVals': 'Dates and numbers', 'p': 'Editorial practice'}"/>

  <!-- The first paragraph of each policy is for readers; the rest is for those who open the TEI. -->
  <xsl:template match="editorialDecl/*" mode="mp:policy">
    <dt>{($mp:policies(local-name()), local-name())[1]}</dt>
    <xsl:apply-templates select="p[1] | self::p" mode="mp:statement"/>
  </xsl:template>

  <xsl:mode name="mp:statement" on-no-match="fail"/>

  <xsl:template match="p" mode="mp:statement">
    <dd>{normalize-space()}</dd>
  </xsl:template>

  <!-- Lists (of rules, of conventions) are for the header's own readers. -->
  <xsl:template match="p[list]" mode="mp:statement"/>

  <!-- Who did what. -->
  <xsl:template name="mp:hands">
    <xsl:variable name="hands" as="element(respStmt)*" select="$m:tei/teiHeader/fileDesc/(titleStmt | editionStmt)/respStmt"/>
    <xsl:if test="exists($hands)">
      <dt>Responsibility</dt>
      <xsl:for-each select="$hands">
        <dd>{m:plain(resp)}: {string-join((persName | orgName | name) ! m:person-text(.), ', ')}</dd>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- On what ground the editor states what the source does not, and what nobody knows. -->
  <xsl:template name="mp:evidence">
    <xsl:variable name="unknown" as="element()*" select="$m:tei/teiHeader/fileDesc//(title | author | date | publisher)[@cert = 'unknown']"/>
    <xsl:variable name="facts" as="xs:string*" select="distinct-values($unknown ! (local-name() || ': unknown')),
      m:print-source($m:tei)//note[@resp or not(@type)] ! mp:fact(.)"/>
    <xsl:if test="exists($facts)">
      <dt>Facts about the text</dt>
      <xsl:for-each select="$facts">
        <dd>{upper-case(substring(., 1, 1))}{substring(., 2)}</dd>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:function name="mp:fact" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="surely" as="xs:string?" select="$note/@cert ! ('certainty ' || .)"/>
    <xsl:variable name="said" as="xs:string*" select="m:who($note, $m:tei)[.], $surely"/>
    <xsl:sequence select="normalize-space($note) || (' (' || string-join($said, ', ') || ')')[exists($said)]"/>
  </xsl:function>

  <!-- The signs that occur in this text. -->
  <xsl:template name="mp:key">
    <xsl:variable name="text" as="element(text)" select="$m:shaped/text"/>
    <xsl:variable name="signs" as="xs:string*" select="
      '[ ] in title, author and source: supplied by the edition, not certain'[m:has-brackets($m:tei)],
      '[…] something is missing'[$text//gap], '[word] supplied by the edition'[$text//supplied],
      'dotted underline: hard to read'[$text//unclear], 'shaded: printed twice or out of its place in the source'[$text//(surplus | secl)],
      'struck through: struck out in the source'[$text//del], '^ ^ inserted in the source'[$text//add][not($m:is-reading)],
      'words struck out in the source are left out here'[$m:is-reading][$m:tei/text//del],
      'abbreviations are expanded here'[$m:is-reading][$m:tei/text//m:only],
      'dotted frame: an element of the TEI that has no meaning here'[$text//@m:element],
      '† a correction, when marks are shown'[$m:is-reading and $m:register and $m:form = 'page'],
      (map{'paged': '3 in the margin:', 'page': '|3|, or 3 in the margin:', 'epub': '|3|'}($m:form) || ' page 3 of the source begins')[$text//pb]"/>
    <xsl:if test="exists($signs)">
      <dt>Signs</dt>
      <xsl:for-each select="$signs">
        <dd>{.}</dd>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Citation ............................................................................................ -->

  <xsl:template name="m:cite">
    <section id="cite">
      <h2>Cite this text</h2>
      <p class="citation">
        <xsl:value-of select="(string-join(m:authors($m:tei), ', ')[.], '[Author unknown]')[1] ! replace(., '\.$', '')"/>
        <xsl:text>. “{replace(m:title($m:tei), '\.$', '')}.”</xsl:text>
        <xsl:if test="exists(m:source-parts($m:tei))">
          <xsl:text> </xsl:text>
          <xsl:sequence select="m:source-html()"/>
          <xsl:text>.</xsl:text>
        </xsl:if>
        <xsl:value-of select="m:edition-line($m:tei)[.] ! (' ' || .), m:address($m:tei) ! (' ' || . || '.')" separator=""/>
      </p>
      <xsl:if test="$m:form = 'page'">
        <p>
          <xsl:text>Also in </xsl:text>
          <xsl:if test="$up">
            <a href="../about.html#cite-{encode-for-uri(replace($name, '\s', '_'))}">Chicago, MLA</a>
            <xsl:text>, </xsl:text>
          </xsl:if>
          <a href="{encode-for-uri($name)}.bib">BibTeX</a>
          <xsl:text>, </xsl:text>
          <a href="{encode-for-uri($name)}.ris">RIS</a>
          <xsl:text>.</xsl:text>
        </p>
        <p>The number of a paragraph, in the margin, is a link to it.</p>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="m:imprint">
    <p class="imprint">
      <xsl:for-each select="m:licence($m:tei)">
        <xsl:choose>
          <xsl:when test="matches(@target, '^https?://')">
            <a rel="license noreferrer" href="{@target}">{(normalize-space()[.], 'Licence')[1]}</a>
          </xsl:when>
          <xsl:otherwise>{normalize-space()}</xsl:otherwise>
        </xsl:choose>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:for-each select="$m:tei/teiHeader/encodingDesc/appInfo/application[1]">
        <xsl:text>Made with {(normalize-space(label)[.], @ident)[1]} {@version}. </xsl:text>
      </xsl:for-each>
      <xsl:if test="$tei-hash">TEI sha256 {substring($tei-hash, 1, 12)}</xsl:if>
    </p>
  </xsl:template>
</xsl:stylesheet>
