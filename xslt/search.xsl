<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI document to what the site of a collection knows of it: its passages as a search finds them, each with the
     words as printed where the edition reads others, and the persons, places and works that occur. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The passages are those of the plain text. -->
  <xsl:import href="text.xsl"/>

  <!-- The elements whose ids every page has. -->
  <xsl:variable name="mp:addressed" as="xs:string+" select="'div', 'head', 'p', 'ab', 'sp', 'speaker', 'stage', 'lg', 'l', 'quote',
    'cit', 'bibl', 'list', 'item', 'label', 'table', 'row', 'cell', 'figure', 'figDesc', 'castList', 'castItem', 'titlePage',
    'docTitle', 'titlePart', 'docAuthor', 'docDate', 'docImprint', 'byline', 'epigraph', 'argument', 'opener', 'closer', 'salute',
    'signed', 'dateline', 'address', 'addrLine', 'postscript', 'trailer'"/>

  <xsl:template name="mp:document">
    <m:document title="{m:title($m:tei)}" language="{($m:tei/text/@xml:lang, $m:tei/@xml:lang,
      $m:tei/teiHeader//langUsage/language/@ident, 'und')[1]}" date="{m:source-date($m:tei)}">
      <xsl:for-each select="m:known-authors($m:tei)">
        <m:author name="{m:person-text(.)}" sort="{mp:filed-under(.)}"/>
      </xsl:for-each>
      <xsl:for-each select="m:container($m:tei)">
        <m:source name="{m:person-text(.)}"/>
      </xsl:for-each>
      <xsl:apply-templates select="$m:shaped/text//*[@m:as = 'block'][empty(mp:note(.))],
        $m:shaped/text//*[@m:as = 'block'][exists(mp:note(.))]" mode="mp:passage"/>
      <xsl:for-each select="$m:kinds-of-index">
        <xsl:apply-templates select="m:index(.)" mode="mp:entry-of-index">
          <xsl:with-param name="kind" select="."/>
        </xsl:apply-templates>
      </xsl:for-each>
    </m:document>
  </xsl:template>

  <!-- Passages ........................................................................................... -->

  <xsl:function name="mp:note" as="element(note)?">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="$block/ancestor::note[not(m:is-inline(.))][1]"/>
  </xsl:function>

  <xsl:mode name="mp:passage" on-no-match="fail"/>

  <xsl:template match="*" mode="mp:passage">
    <xsl:variable name="note" as="element(note)?" select="mp:note(.)"/>
    <m:passage place="{($note ! ('note ' || m:mark(.)), mp:place(.))[1]}"
      id="{($note/@xml:id, ancestor-or-self::*[local-name() = $mp:addressed][@xml:id][ancestor::text][1]/@xml:id, 'text')[1]}">
      <xsl:apply-templates select="if (self::cell) then node() else ." mode="m:text"/>
    </m:passage>
  </xsl:template>

  <!-- Its page, or the number of its paragraph; what is neither, such as a line of a play, is told by the heading above. -->
  <xsl:function name="mp:place" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="place" as="xs:string" select="m:place($block)"/>
    <xsl:variable name="heading" as="xs:string?" select="$block/ancestor::div[head][1]/m:plain(head[1])"/>
    <xsl:sequence select="if (matches($place, '^p\. ') or ($block/self::p and not($place = 'head'))) then $place
      else if ($heading) then substring($heading, 1, 30) || '…'[string-length($heading) gt 30]
      else replace($place, '^head$', 'heading')"/>
  </xsl:function>

  <!-- What stands for something else in the source, with the printed words; of readings within one another the outer. -->
  <xsl:template match="(corr | reg | supplied)[@xml:id][empty(ancestor::corr | ancestor::reg | ancestor::supplied)]" mode="m:text">
    <m:printed as="{mp:printed(key('mp:id', @xml:id, $m:tei)/parent::choice/(sic | orig))}">
      <xsl:apply-imports/>
    </m:printed>
  </xsl:template>

  <!-- A sign for what is missing that no sign of the source shows. -->
  <xsl:template match="gap[m:is-conjectured(.)]" mode="m:text">
    <m:printed as="">
      <xsl:apply-imports/>
    </m:printed>
  </xsl:template>

  <!-- Where the edition left something out. -->
  <xsl:template match="anchor[@m:entry]" mode="m:text">
    <m:printed as="{mp:printed(key('mp:id', @m:entry, $m:tei))}"/>
  </xsl:template>

  <xsl:function name="mp:printed" as="xs:string">
    <xsl:param name="reading" as="element()*"/>
    <xsl:sequence select="string-join($reading//text()[empty(ancestor::note[not(m:is-inline(.))] except $reading/ancestor::note)])"/>
  </xsl:function>

  <!-- Persons, places, works ............................................................................. -->

  <xsl:mode name="mp:entry-of-index" on-no-match="fail"/>

  <!-- A name that an editor vouches for is one person (or place, or work) in all texts of the edition. -->
  <xsl:template match="*" mode="mp:entry-of-index">
    <xsl:param name="kind" as="xs:string"/>
    <m:person kind="{$kind}" id="{@xml:id}" name="{m:entry-name(.)}" sort="{m:filed-under(.)}" when="{m:when(.)}"
      known="{exists((persName | placeName | title)[not(@type = 'variant')][1]/@resp)}" note="{string-join(note ! normalize-space(), ' ')}">
      <xsl:sequence select="m:variants(.) ! mp:variant(.)"/>
      <xsl:for-each select="idno">
        <m:idno label="{m:authority(.)}" value="{normalize-space()}" address="{m:authority-address(.)}"/>
      </xsl:for-each>
      <xsl:sequence select="mp:places('speaks', m:speeches(.)), mp:places('named', m:mentions(.))"/>
    </m:person>
  </xsl:template>

  <xsl:function name="mp:variant" as="element(m:variant)">
    <xsl:param name="name" as="xs:string"/>
    <m:variant name="{$name}"/>
  </xsl:function>

  <xsl:function name="mp:filed-under" as="xs:string">
    <xsl:param name="author" as="element(author)"/>
    <xsl:variable name="name" as="xs:string" select="m:person-text($author)"/>
    <xsl:sequence select="if (matches($name, '^\p{Ll}')) then replace($name, '^(the|an?) ', '', 'i')
      else ($author//surname ! m:plain(.), tokenize($name)[last()], '')[1] || ' ' || $name"/>
  </xsl:function>

  <!-- Each page (or paragraph) once. -->
  <xsl:function name="mp:places" as="element(m:place)*">
    <xsl:param name="how" as="xs:string"/>
    <xsl:param name="passages" as="element()*"/>
    <xsl:for-each-group select="$passages" group-by="m:place-of(.)">
      <m:place how="{$how}" label="{current-grouping-key()}"
        id="{ancestor-or-self::*[@xml:id][1]/@xml:id}"/>
    </xsl:for-each-group>
  </xsl:function>
</xsl:stylesheet>
