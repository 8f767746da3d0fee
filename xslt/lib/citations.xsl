<?xml version="1.0" encoding="UTF-8"?>
<!-- How a text is cited by the Chicago Manual of Style (notes and bibliography) and the MLA Handbook: what the header says
     of the work and of the edition, in the order and with the signs of each. What it does not say is left out. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- A list of works: Author. “Title.” Container, date, pages. The edition. -->
  <xsl:function name="m:chicago-entry" as="node()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="names" as="xs:string*" select="mp:names($tei)"/>
    <xsl:sequence select="mp:sentence(mp:all($names)[exists($names)] ! mp:text(.)), mp:title-of-work($tei, '.'),
      mp:sentence(mp:chicago-source($tei, 'In ')), mp:text(m:edition-line($tei)[.] ! (. || ' ')), m:address($tei) ! mp:text(. || '.')"/>
  </xsl:function>

  <!-- A note: Author, “Title,” Container, date, pages, the edition. -->
  <xsl:function name="m:chicago-note" as="node()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="names" as="xs:string*" select="m:authors($tei)"/>
    <xsl:variable name="who" as="xs:string" select="if (count($names) gt 3) then $names[1] || ' et al.' else mp:all($names)"/>
    <xsl:variable name="source" as="node()*" select="mp:chicago-source($tei, 'in ')"/>
    <xsl:variable name="edition" as="xs:string*" select="mp:edition($tei, m:publication($tei))"/>
    <xsl:variable name="more" as="xs:string" select="string-join(($source, $edition))"/>
    <xsl:sequence select="$who[.] ! mp:text(. || ', '), mp:title-of-work($tei, if ($more) then ',' else '.'), $source,
      mp:text(', '[string-join($source) and exists($edition)] || string-join($edition, ', ') || '.'[$more])"/>
  </xsl:function>

  <!-- MLA: Author. “Title.” Container, vol., no., date, pages. The edition, its publisher, date and address. -->
  <xsl:function name="m:mla" as="node()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="names" as="xs:string*" select="mp:names($tei)"/>
    <xsl:variable name="who" as="xs:string" select="if (count($names) gt 2) then $names[1] || ', et al' else mp:all($names)"/>
    <xsl:variable name="pages" as="xs:string*" select="m:page-range($tei)"/>
    <xsl:variable name="about" as="xs:string*" select="m:scope($tei, 'volume') ! ('vol. ' || .), m:scope($tei, 'issue') ! ('no. ' || .),
      m:source-part($tei, 'publisher'), mp:date($tei) ! mp:short-months(.),
      $pages[1] ! (if (count($pages) gt 1) then 'pp. ' || mp:shortened($pages) else 'p. ' || .)"/>
    <xsl:variable name="container" as="node()*" select="m:container($tei) ! mp:italic(m:stated(., m:person-text(.)))"/>
    <xsl:sequence select="mp:sentence(mp:text($who[.])), mp:title-of-work($tei, '.'),
      mp:sentence(($container, mp:text(', '[exists($container) and exists($about)] || string-join($about, ', ')))),
      mp:sentence(mp:text(string-join(mp:edition($tei, m:publication($tei) ! mp:short-months(.)), ', ')))"/>
  </xsl:function>

  <!-- Names .............................................................................................. -->

  <!-- The first with the family's name before, if the header divides it; the others as they are said. -->
  <xsl:function name="mp:names" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="m:known-authors($tei)[1] ! m:inverted(.), tail(m:authors($tei))"/>
  </xsl:function>

  <xsl:function name="mp:all" as="xs:string">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:variable name="comma" as="xs:string" select="string(','[count($names) gt 2 or contains($names[1], ', ')])"/>
    <xsl:sequence select="string-join(($names[position() lt last()] => string-join(', '), $names[last()]), $comma || ' and ')
      => replace('^,? and ', '')"/>
  </xsl:function>

  <!-- Titles ............................................................................................. -->

  <!-- A book's in italics, any other between quotation marks; one that is the editor's own has neither. -->
  <xsl:function name="mp:title-of-work" as="node()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="end" as="xs:string"/>
    <xsl:variable name="title" as="xs:string" select="replace(m:title($tei), '\.$', '')"/>
    <xsl:variable name="stop" as="xs:string" select="if ($end = '.' and matches($title, '[?!…]$')) then '' else $end"/>
    <xsl:choose>
      <xsl:when test="matches($title, '^\[.*\]$')">
        <xsl:value-of select="$title || $end || ' '"/>
      </xsl:when>
      <xsl:when test="m:kind($tei) = 'book'">
        <xsl:sequence select="mp:italic($title), mp:text($stop || ' ')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="'“' || translate($title, '“”', '‘’') || $stop || '” '"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Sources ............................................................................................ -->

  <!-- "The Quay 7, no. 3 (February 1911): 21–34"; "The Quay, February 1911, 21–34"; "In Harbours, 21–34. Bergen: Holm, 1911". -->
  <xsl:function name="mp:chicago-source" as="node()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="within" as="xs:string"/>
    <xsl:variable name="kind" as="xs:string" select="m:kind($tei)"/>
    <xsl:variable name="pages" as="xs:string?" select="string-join(m:page-range($tei), '–')[.]"/>
    <xsl:variable name="date" as="xs:string?" select="(mp:date($tei) ! mp:american(.), 'n.d.'[$kind != 'text'])[1]"/>
    <xsl:variable name="name" as="node()*" select="m:container($tei) ! mp:italic(m:stated(., m:person-text(.)))"/>
    <xsl:variable name="volume" as="xs:string?" select="m:scope($tei, 'volume')"/>
    <xsl:variable name="issue" as="xs:string?" select="m:scope($tei, 'issue') ! ('no. ' || .)"/>
    <xsl:variable name="imprint" as="xs:string" select="string-join((string-join((m:source-part($tei, 'pubPlace'), m:source-part($tei, 'publisher')), ': ')[.],
      $date), ', ')"/>
    <xsl:choose>
      <xsl:when test="$kind = 'article' and $volume">
        <xsl:sequence select="$name, mp:text(string-join((' ' || $volume, $issue), ', ') || ' (' || $date || ')' || $pages ! (': ' || .))"/>
      </xsl:when>
      <xsl:when test="$kind = 'article'">
        <xsl:sequence select="$name, mp:text(string-join(('', $issue, $date, $pages), ', '))"/>
      </xsl:when>
      <xsl:when test="$kind = 'chapter'">
        <xsl:sequence select="mp:text($within), $name, mp:text(string-join(('', $pages), ', ')), mp:text(if ($within = 'In ') then '. ' || $imprint else ' (' || $imprint || ')')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="mp:text($imprint)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The edition itself, by its parts; `published`: by whom, and when. -->
  <xsl:function name="mp:edition" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="published" as="xs:string*"/>
    <xsl:variable name="editors" as="xs:string*" select="m:editors($tei)"/>
    <xsl:sequence select="m:version($tei), mp:all($editors)[.] ! ('edited by ' || .), $published, m:address($tei)"/>
  </xsl:function>

  <!-- Dates and pages .................................................................................... -->

  <xsl:function name="mp:date" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="m:source-parts($tei)[self::date][1] ! m:stated(., m:day(m:person-text(.)))"/>
  </xsl:function>

  <!-- "July 1, 1929". -->
  <xsl:function name="mp:american" as="xs:string">
    <xsl:param name="day" as="xs:string"/>
    <xsl:sequence select="replace($day, '^(\[?)(\d{1,2}) (\p{Lu}\p{Ll}+) (\d{4})', '$1$3 $2, $4')"/>
  </xsl:function>

  <!-- Months of more than four letters have three, and a point. -->
  <xsl:function name="mp:short-months" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="if (matches($date, '^\[?(\d{1,2} )?\p{Lu}\p{Ll}+ \d{4}'))
      then replace($date, '(Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)(uary|ruary|ch|il|ust|ember|ober)', '$1.') else $date"/>
  </xsl:function>

  <!-- "169-79": of the last page the figures that differ, but at least two. -->
  <xsl:function name="mp:shortened" as="xs:string">
    <xsl:param name="pages" as="xs:string+"/>
    <xsl:variable name="alike" as="xs:boolean" select="matches($pages[2], '^\d{3,}$')
      and replace($pages[1], '..$', '') = replace($pages[2], '..$', '')"/>
    <xsl:sequence select="$pages[1] || '-' || (if ($alike) then replace($pages[2], '^.*(..)$', '$1') else $pages[2])"/>
  </xsl:function>

  <!-- Signs .............................................................................................. -->

  <xsl:function name="mp:italic" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <cite class="i">
      <xsl:value-of select="$title"/>
    </cite>
  </xsl:function>

  <xsl:function name="mp:text" as="text()?">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:value-of select="$text"/>
  </xsl:function>

  <!-- With a stop at its end, and a blank behind it; nothing of nothing. -->
  <xsl:function name="mp:sentence" as="node()*">
    <xsl:param name="parts" as="node()*"/>
    <xsl:variable name="said" as="xs:string" select="string-join($parts)"/>
    <xsl:if test="normalize-space($said)">
      <xsl:sequence select="$parts, mp:text('.'[not(ends-with($said, '.'))] || ' ')"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
