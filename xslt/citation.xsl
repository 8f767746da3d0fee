<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI document to its entry in a reference manager: BibTeX or RIS. What the edition is not sure of stands in a
     note, in the words and brackets of the edition; a name is divided only where the header divides it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="lib/passes.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- `bibtex` or `ris`. -->
  <xsl:param name="style" as="xs:string"/>
  <!-- What the files of the edition are called: the key of the entry where the TEI has no id. -->
  <xsl:param name="name" as="xs:string"/>

  <xsl:variable name="mp:tei" as="element(TEI)" select="/TEI"/>
  <xsl:variable name="mp:key" as="xs:string" select="replace(string(($mp:tei/@xml:id, $name)[1]), '[^\w.:-]+', '-')"/>

  <xsl:template match="/">
    <xsl:value-of select="if ($style = 'bibtex') then mp:bibtex() else mp:ris()"/>
  </xsl:template>

  <!-- BibTeX ............................................................................................. -->

  <xsl:function name="mp:bibtex" as="xs:string">
    <xsl:variable name="type" as="xs:string"
      select="(map{'article': 'article', 'chapter': 'incollection', 'book': 'book'}(m:kind($mp:tei)), 'misc')[1]"/>
    <xsl:variable name="pages" as="xs:string*" select="m:page-range($mp:tei)"/>
    <xsl:variable name="date" as="xs:string?" select="m:certain-date($mp:tei)"/>
    <xsl:variable name="fields" as="xs:string*" select="
      mp:field('author', string-join(m:known-authors($mp:tei) ! mp:bibtex-name(.), ' and ')),
      mp:field('title', '{' || mp:escaped(m:whole-title($mp:tei)) || '}'),
      mp:field('journal', m:container($mp:tei)[@level = 'j'] ! mp:escaped(m:stated(., m:person-text(.)))),
      mp:field('booktitle', m:container($mp:tei)[not(@level = 'j')] ! mp:escaped(m:stated(., m:person-text(.)))),
      mp:field('volume', m:scope($mp:tei, 'volume') ! mp:escaped(.)), mp:field('number', m:scope($mp:tei, 'issue') ! mp:escaped(.)),
      mp:field('pages', string-join($pages ! mp:escaped(.), '--')),
      mp:field('year', $date ! substring(., 1, 4)), mp:field('date', $date),
      mp:field('publisher', m:source-part($mp:tei, 'publisher') ! mp:escaped(.)), mp:field('address', m:source-part($mp:tei, 'pubPlace') ! mp:escaped(.)),
      mp:field('language', m:certain-language($mp:tei)), mp:field('url', m:address($mp:tei)), mp:field('note', mp:escaped(mp:note()))"/>
    <xsl:sequence select="'@' || $type || '{' || $mp:key || ',&#10;' || string-join($fields, ',&#10;') || '&#10;}&#10;'"/>
  </xsl:function>

  <xsl:function name="mp:field" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$value[.] ! ('  ' || $name || ' = {' || . || '}')"/>
  </xsl:function>

  <!-- A name that the header does not divide is one word to BibTeX. -->
  <xsl:function name="mp:bibtex-name" as="xs:string">
    <xsl:param name="author" as="element(author)"/>
    <xsl:sequence select="if (m:is-divided($author)) then mp:escaped(m:inverted($author)) else '{' || mp:escaped(m:inverted($author)) || '}'"/>
  </xsl:function>

  <!-- The characters that TeX would take for its own. -->
  <xsl:function name="mp:escaped" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="$text => replace('\\', '\\textbackslash ') => replace('([{}&amp;%$#_])', '\\$1')
      => replace('\^', '\\textasciicircum ') => replace('~', '\\textasciitilde ')"/>
  </xsl:function>

  <!-- RIS ................................................................................................ -->

  <xsl:function name="mp:ris" as="xs:string">
    <xsl:variable name="date" as="xs:string?" select="m:certain-date($mp:tei)"/>
    <xsl:variable name="pages" as="xs:string*" select="m:page-range($mp:tei)"/>
    <xsl:variable name="lines" as="xs:string*" select="
      mp:line('TY', (map{'article': 'JOUR', 'chapter': 'CHAP', 'book': 'BOOK'}(m:kind($mp:tei)), 'GEN')[1]), mp:line('ID', $mp:key),
      m:known-authors($mp:tei) ! mp:line('AU', mp:ris-name(.)), mp:line('TI', m:whole-title($mp:tei)),
      mp:line('T2', m:container($mp:tei) ! m:stated(., m:person-text(.))),
      mp:line('VL', m:scope($mp:tei, 'volume')), mp:line('IS', m:scope($mp:tei, 'issue')),
      mp:line('SP', $pages[1]), mp:line('EP', $pages[2]),
      mp:line('PY', $date ! substring(., 1, 4)),
      mp:line('DA', $date ! string-join(for $part in 1 to 3 return string(tokenize(., '-')[$part]), '/') ! (. || '/')),
      mp:line('PB', m:source-part($mp:tei, 'publisher')), mp:line('CY', m:source-part($mp:tei, 'pubPlace')),
      mp:line('LA', m:certain-language($mp:tei)), mp:line('UR', m:address($mp:tei)), mp:line('N1', mp:note()), 'ER  - '"/>
    <xsl:sequence select="string-join($lines ! (. || '&#10;'))"/>
  </xsl:function>

  <!-- Without a comma readers would divide a name; what stands before a comma is the family's, or a body. -->
  <xsl:function name="mp:ris-name" as="xs:string">
    <xsl:param name="author" as="element(author)"/>
    <xsl:variable name="name" as="xs:string" select="m:inverted($author)"/>
    <xsl:sequence select="$name || ','[not(contains($name, ','))]"/>
  </xsl:function>

  <xsl:function name="mp:line" as="xs:string?">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$value[.] ! ($tag || '  - ' || normalize-space())"/>
  </xsl:function>

  <!-- Both ............................................................................................... -->

  <!-- What is not certain of the source, and the edition itself. -->
  <xsl:function name="mp:note" as="xs:string">
    <xsl:variable name="uncertain" as="xs:boolean" select="some $part in m:source-parts($mp:tei) satisfies m:is-bracketed($part)"/>
    <xsl:sequence select="string-join((('Source, with what is not certain in brackets: ' || m:source-line($mp:tei) || '.')[$uncertain],
      m:edition-line($mp:tei)[.] ! ('Digital edition: ' || .)), ' ')"/>
  </xsl:function>
</xsl:stylesheet>
