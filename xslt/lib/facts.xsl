<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header says of the work, its source and its makers, as sequences of strings. What it does not say is an
     empty sequence; a fact marked unknown (@cert="unknown") is told as unknown. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:key name="mp:id" match="*[@xml:id]" use="@xml:id"/>

  <xsl:function name="m:title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="title" as="element(title)?" select="mp:main-title($tei)"/>
    <xsl:sequence select="if (m:is-known($title)) then m:stated($title, normalize-space($title)) else 'Untitled text'"/>
  </xsl:function>

  <xsl:function name="mp:main-title" as="element(title)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="titles" as="element(title)*" select="$tei/teiHeader/fileDesc/titleStmt/title"/>
    <xsl:sequence select="($titles[@type = 'main'], $titles[not(@type)], $titles)[1]"/>
  </xsl:function>

  <!-- In square brackets: what the edition states and is not sure of, and a title that is the editor's own. -->
  <xsl:function name="m:is-bracketed" as="xs:boolean">
    <xsl:param name="fact" as="element()?"/>
    <xsl:sequence select="$fact/@cert = ('low', 'medium') or exists($fact/self::title[@resp]/parent::titleStmt)"/>
  </xsl:function>

  <xsl:function name="m:stated" as="xs:string">
    <xsl:param name="fact" as="element()"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="if (m:is-bracketed($fact) and not(matches($text, '^\[.*\]$'))) then '[' || $text || ']' else $text"/>
  </xsl:function>

  <xsl:function name="m:subtitle" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/titleStmt/title[@type = 'sub'][m:is-known(.)][1] ! m:stated(., normalize-space())"/>
  </xsl:function>

  <!-- "Title: subtitle"; a title that ends with a mark of its own needs no colon. -->
  <xsl:function name="m:whole-title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="title" as="xs:string" select="m:title($tei)"/>
    <xsl:sequence select="string-join(($title, m:subtitle($tei)), if (matches($title, '[.:;!?…]\]?$')) then ' ' else ': ')"/>
  </xsl:function>

  <xsl:function name="m:authors" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/titleStmt/author[m:is-known(.)] ! m:stated(., m:person-text(.))"/>
  </xsl:function>

  <xsl:function name="m:editors" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/titleStmt/editor[m:is-known(.)] ! m:person-text(.)"/>
  </xsl:function>

  <xsl:function name="m:is-known" as="xs:boolean">
    <xsl:param name="fact" as="element()?"/>
    <xsl:sequence select="exists($fact) and not($fact/@cert = 'unknown') and normalize-space($fact)"/>
  </xsl:function>

  <!-- The text of a name or title without the editor's remarks on it. -->
  <xsl:function name="m:person-text" as="xs:string">
    <xsl:param name="fact" as="element()"/>
    <xsl:sequence select="normalize-space(string-join($fact//text()[not(ancestor::note or ancestor::idno)]))"/>
  </xsl:function>

  <!-- The bibliographical description of what was transcribed: its parts in order. -->
  <xsl:function name="m:print-source" as="element()?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="description" as="element()?" select="$tei/teiHeader/fileDesc/sourceDesc"/>
    <xsl:sequence select="($description//(bibl | biblStruct | biblFull)[@type = 'printSource'],
      $description/(bibl | biblStruct | biblFull), $description//(bibl | biblStruct | biblFull))[1]"/>
  </xsl:function>

  <xsl:function name="m:source-parts" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="m:print-source($tei)//(title[not(@level = 'a')] | biblScope | pubPlace | publisher | date)
      [m:is-known(.)][not(ancestor::note)][not(normalize-space() = mp:main-title($tei)/normalize-space())]"/>
  </xsl:function>

  <xsl:function name="m:source-line" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="parts" as="element()*" select="m:source-parts($tei)"/>
    <xsl:sequence select="string-join($parts ! (m:before($parts, position()), m:part(.), m:after($parts, position())))"/>
  </xsl:function>

  <!-- Between the parts of a description a comma; one pair of brackets around neighbours that need them. -->
  <xsl:function name="m:before" as="xs:string">
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="at" as="xs:integer"/>
    <xsl:sequence select="', '[$at gt 1] || '['[m:is-bracketed($parts[$at]) and not(m:is-bracketed($parts[$at - 1]))]"/>
  </xsl:function>

  <xsl:function name="m:after" as="xs:string">
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="at" as="xs:integer"/>
    <xsl:sequence select="string(']'[m:is-bracketed($parts[$at]) and not(m:is-bracketed($parts[$at + 1]))])"/>
  </xsl:function>

  <xsl:function name="m:has-brackets" as="xs:boolean">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="some $fact in (mp:main-title($tei), $tei/teiHeader/fileDesc/titleStmt/author, m:source-parts($tei))
      satisfies m:is-bracketed($fact)"/>
  </xsl:function>

  <xsl:function name="m:part" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="text" as="xs:string" select="m:day(m:person-text($part))"/>
    <xsl:variable name="unit" as="xs:string?" select="map{'page': if (contains($text, '–') or contains($text, '-'))
      then 'pp. ' else 'p. ', 'volume': 'vol. ', 'issue': 'no. '}(string($part/@unit))"/>
    <xsl:sequence select="if (matches($text, '^\d') and $part/self::biblScope) then $unit || $text else $text"/>
  </xsl:function>

  <!-- An ISO date in words: "1 July 1929", "October 1934"; any other text as it is. -->
  <xsl:function name="m:day" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="if ($text castable as xs:date) then format-date(xs:date($text), '[D] [MNn] [Y]', 'en', (), ())
      else if ($text castable as xs:gYearMonth) then format-date(xs:date($text || '-01'), '[MNn] [Y]', 'en', (), ())
      else $text"/>
  </xsl:function>

  <!-- The day or year the source was published, as a machine reads it (ISO) or else as the header words it; in brackets
       where the edition is not sure. -->
  <xsl:function name="m:source-date" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="date" as="element(date)?" select="(m:print-source($tei)//date[m:is-known(.)],
      $tei/teiHeader/profileDesc/creation/date[m:is-known(.)])[1]"/>
    <xsl:sequence select="$date ! m:stated(., string((@when, @notBefore, @from, normalize-space())[1]))"/>
  </xsl:function>

  <xsl:function name="m:licence" as="element(licence)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/publicationStmt/descendant::licence[1]"/>
  </xsl:function>

  <xsl:function name="m:publication" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/(publicationStmt/(publisher | pubPlace | date))[m:is-known(.)] ! m:day(m:person-text(.))"/>
  </xsl:function>

  <xsl:function name="m:version" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/editionStmt ! normalize-space(string-join((edition | p)[1]//text()))[.]"/>
  </xsl:function>

  <!-- Where the edition stands on the web, if it says so: with a slash at its end. -->
  <xsl:function name="m:address" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/publicationStmt/idno[@type = 'URL'][1] ! normalize-space()
      [matches(., '^https?://\S+$')] ! (replace(., '/$', '') || '/')"/>
  </xsl:function>

  <!-- The day of the latest change that the header tells, else that of its publication. -->
  <xsl:function name="m:updated" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="max($tei/teiHeader/(fileDesc/publicationStmt/date | revisionDesc/change)/@when[. castable as xs:date] ! string())"/>
  </xsl:function>

  <!-- Where a collection stands, if it says so. -->
  <xsl:function name="m:base" as="xs:string?">
    <xsl:param name="collection" as="element()"/>
    <xsl:sequence select="$collection/@base_url[string()] ! (replace(., '/+$', '') || '/')"/>
  </xsl:function>

  <!-- Who stands behind a @resp, in words. -->
  <xsl:function name="m:who" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="m:persons($element/@resp, $tei)"/>
  </xsl:function>

  <!-- The names of those that pointers (@resp, @who) lead to. -->
  <xsl:function name="m:persons" as="xs:string">
    <xsl:param name="pointers" as="xs:string?"/>
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="string-join(tokenize($pointers) ! mp:name-of(., $tei), ', ')"/>
  </xsl:function>

  <xsl:function name="mp:name-of" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="found" as="element()?" select="key('mp:id', substring-after($pointer, '#'), $tei)[1]"/>
    <xsl:variable name="name" as="element()?" select="$found/(self::person/persName[not(@type = 'variant')],
      persName, orgName, name, self::editor, self::author)[1]"/>
    <xsl:sequence select="($name ! m:person-text(.), $found ! m:person-text(.), $pointer)[normalize-space()][1]"/>
  </xsl:function>

  <!-- Whose the notes are, one line for those that share a hand. -->
  <xsl:function name="m:hands" as="xs:string*">
    <xsl:param name="notes" as="element(note)*"/>
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:for-each-group select="$notes[@resp][not(@type = 'apparatus')]" group-by="m:who(., $tei)">
      <xsl:sequence select="(if (count(current-group()) = count($notes)) then 'All notes' else
        (if (count(current-group()) = 1) then 'Note ' else 'Notes ') || string-join(mp:marks(current-group() ! m:mark(.)), ', '))
        || ': ' || current-grouping-key() || '.'"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- "1–7", "9": numbers that follow one another are told as such, where there are three or more. -->
  <xsl:function name="mp:marks" as="xs:string*">
    <xsl:param name="marks" as="xs:string*"/>
    <xsl:for-each-group select="$marks"
      group-adjacent="if (matches(., '^\d{1,6}$')) then string(xs:integer(.) - position()) else 'at ' || position()">
      <xsl:sequence select="if (count(current-group()) ge 3) then current-group()[1] || '–' || current-group()[last()] else current-group()"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- True of what the tool did by rule, without an editor's decision. -->
  <xsl:function name="m:is-automatic" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$element/@resp = '#conv'"/>
  </xsl:function>

  <!-- Counts and places ................................................................................. -->

  <xsl:accumulator name="m:page" as="xs:string" initial-value="''">
    <xsl:accumulator-rule match="pb" select="string(@n)"/>
  </xsl:accumulator>

  <!-- Paragraphs are counted through the text, so that a page without page numbers can be cited too. -->
  <xsl:accumulator name="m:paragraph" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//p[not(m:is-in-note(.))]" select="$value + 1"/>
  </xsl:accumulator>

  <!-- Lines of verse as well. -->
  <xsl:accumulator name="m:line" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//l[not(ancestor::note)]" select="$value + 1"/>
  </xsl:accumulator>

  <!-- "p. 3" where pages are numbered, else "¶ 12"; in verse before any paragraph "l. 12". -->
  <xsl:function name="m:place" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="page" as="xs:string" select="mp:page-at($node)"/>
    <xsl:variable name="paragraph" as="xs:integer" select="$node/accumulator-before('m:paragraph')"/>
    <xsl:variable name="line" as="xs:integer" select="$node/accumulator-before('m:line')"/>
    <xsl:sequence select="if ($page) then 'p. ' || $page else if ($paragraph gt 0) then '¶ ' || $paragraph
      else if ($line gt 0) then 'l. ' || $line else 'head'"/>
  </xsl:function>

  <!-- The page on which a block has its first words; "" where pages are not numbered. -->
  <xsl:function name="m:page" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="mp:page-at(($block//text()[normalize-space()], $block)[1])"/>
  </xsl:function>

  <xsl:function name="mp:page-at" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="($node/accumulator-before('m:page')[.], mp:first-page($node))[1]"/>
  </xsl:function>

  <xsl:key name="mp:breaks" match="text//pb" use="'pb'"/>

  <!-- A text that begins within a page has no break for it: the one before the first that is marked. -->
  <xsl:function name="mp:first-page" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="next" as="xs:string?" select="key('mp:breaks', 'pb', root($node))[1]/@n[matches(., '^[1-9]\d{0,5}$')]"/>
    <xsl:sequence select="if (xs:integer($next) gt 1) then string(xs:integer($next) - 1) else ''"/>
  </xsl:function>

  <!-- The words of a node without its notes: for contents, titles and labels. -->
  <xsl:function name="m:plain" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="normalize-space(string-join($nodes/descendant-or-self::text()[not(ancestor::note[not(m:is-inline(.))])]))"/>
  </xsl:function>

  <!-- A note's mark: its printed number, else a letter for the editor's and the unnumbered ones. -->
  <xsl:function name="m:mark" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="letters" as="xs:string">
      <xsl:number select="$note" level="any" count="note[not(@n) and not(m:is-inline(.))]" from="text" format="a"/>
    </xsl:variable>
    <xsl:sequence select="string(($note/@n, $letters)[1])"/>
  </xsl:function>
</xsl:stylesheet>
