<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header of the source says, for those exports that write a header of their own. A fact that nobody knew is
     an empty sequence. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:variable name="m:file" as="element(fileDesc)" select="$m:tei/teiHeader/fileDesc"/>
  <xsl:variable name="m:print" as="element(bibl)?" select="($m:file/sourceDesc/bibl[@type = 'printSource'])[1]"/>
  <xsl:variable name="m:digital" as="element(bibl)?" select="($m:file/sourceDesc/bibl[@type = 'digitalSource'])[1]"/>
  <xsl:variable name="m:authors" as="element(author)*" select="m:known($m:file/titleStmt/author)"/>
  <xsl:variable name="m:licence" as="element(licence)?" select="($m:file/publicationStmt/availability/licence[@target])[1]"/>
  <xsl:variable name="m:words" as="xs:string?" select="($m:file/extent/measure[@unit = 'words'])[1]/@quantity"/>
  <xsl:variable name="m:language" as="xs:string" select="string(($m:tei/teiHeader/profileDesc/langUsage/language/@ident,
    $m:tei/@xml:lang, $m:tei/text/@xml:lang, 'und')[1])"/>

  <xsl:function name="m:known" as="element()*">
    <xsl:param name="facts" as="element()*"/>
    <xsl:sequence select="$facts[not(@cert = 'unknown')][normalize-space()]"/>
  </xsl:function>

  <!-- The words of a fact, without the editor's remarks on it. -->
  <xsl:function name="m:words-of" as="xs:string">
    <xsl:param name="fact" as="element()?"/>
    <xsl:sequence select="normalize-space(string-join($fact//text()[empty(ancestor::*[self::note or self::idno]
      except $fact/ancestor-or-self::*)]))"/>
  </xsl:function>

  <xsl:function name="m:title" as="xs:string">
    <xsl:variable name="titles" as="element(title)*" select="$m:file/titleStmt/title"/>
    <xsl:sequence select="m:words-of(($titles[@type = 'main'], $titles[not(@type)], $titles)[1])"/>
  </xsl:function>

  <xsl:function name="m:subtitles" as="xs:string*">
    <xsl:sequence select="m:known($m:file/titleStmt/title[@type = 'sub']) ! m:words-of(.)"/>
  </xsl:function>

  <!-- The first of the elements of this name in the description of the print, where it is known. -->
  <xsl:function name="m:of-print" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="m:known($m:print/*[local-name() = $name])[1]"/>
  </xsl:function>

  <!-- The periodical or series in which it appeared. -->
  <xsl:variable name="m:periodical" as="element(title)?" select="m:known($m:print/title[@level = ('j', 's')])[1]"/>

  <!-- Addresses of a person in authority files. -->
  <xsl:function name="m:records" as="xs:string*">
    <xsl:param name="named" as="element()"/>
    <xsl:variable name="own" as="xs:string*" select="tokenize($named/@ref)[not(starts-with(., '#'))]"/>
    <xsl:variable name="registered" as="element()*" select="tokenize($named/@ref)[starts-with(., '#')]
      ! key('mp:entry', substring-after(., '#'), $m:source)"/>
    <xsl:sequence select="distinct-values(($own, ($named | $registered)/idno ! m:record(.)))"/>
  </xsl:function>

  <xsl:key name="mp:entry" match="person | personGrp | place | author" use="@xml:id"/>

  <xsl:function name="m:record" as="xs:string?">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space($idno)"/>
    <xsl:sequence select="if (matches($text, '^https?://\S+$')) then $text
      else if ($idno/@type = 'wikidata') then 'http://www.wikidata.org/entity/' || $text
      else if ($idno/@type = 'gnd') then 'https://d-nb.info/gnd/' || $text
      else if ($idno/@type = 'viaf') then 'https://viaf.org/viaf/' || $text else ()"/>
  </xsl:function>

  <!-- ISO 639-3 of a language tag; a code of three letters is one already. -->
  <xsl:function name="m:iso-639-3" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="code" as="xs:string" select="lower-case(tokenize($tag, '-')[1])"/>
    <xsl:sequence select="($mp:codes($code), $code)[1]"/>
  </xsl:function>

  <xsl:variable name="mp:codes" as="map(xs:string, xs:string)" select="map:merge(tokenize('ar:ara be:bel bg:bul ca:cat cs:ces
    cy:cym da:dan de:deu el:ell en:eng eo:epo es:spa et:est eu:eus fa:fas fi:fin fr:fra ga:gle gl:glg he:heb hi:hin hr:hrv
    hu:hun hy:hye id:ind is:isl it:ita ja:jpn ka:kat ko:kor la:lat lt:lit lv:lav mk:mkd nb:nob nl:nld nn:nno no:nor oc:oci
    pl:pol pt:por ro:ron ru:rus sa:san sk:slk sl:slv sq:sqi sr:srp sv:swe th:tha tr:tur uk:ukr vi:vie yi:yid zh:zho')
    ! map:entry(substring-before(., ':'), substring-after(., ':')))"/>
</xsl:stylesheet>
