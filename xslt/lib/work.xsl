<?xml version="1.0" encoding="UTF-8"?>
<!-- What a reference manager, a catalogue and a search engine ask of a text: what kind of work it is, in what it
     appeared, and where the edition of it stands. Only what the edition is sure of: a machine cannot read brackets. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- `article` of a periodical, `chapter` of a book, `book`, or `text` where the source does not say. -->
  <xsl:function name="m:kind" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="container" as="element(title)?" select="m:container($tei)"/>
    <xsl:sequence select="if ($container/@level = 'j') then 'article' else if ($container) then 'chapter'
      else if (m:print-source($tei)//title/@level = 'm') then 'book' else 'text'"/>
  </xsl:function>

  <!-- The title of the periodical or the book in which it appeared. -->
  <xsl:function name="m:container" as="element(title)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="titles" as="element(title)*" select="m:print-source($tei)//title[m:is-known(.)]"/>
    <xsl:sequence select="($titles[@level = 'j'], $titles[@level = 'm'][. intersect m:source-parts($tei)])[1]"/>
  </xsl:function>

  <!-- A part of the description of the source ("volume", "issue"), where it is certain. -->
  <xsl:function name="m:scope" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="unit" as="xs:string"/>
    <xsl:sequence select="m:print-source($tei)//biblScope[@unit = $unit][m:is-known(.)][not(m:is-bracketed(.))][1] ! m:person-text(.)"/>
  </xsl:function>

  <!-- The first and the last page, from the attributes or from words such as "169–179". -->
  <xsl:function name="m:page-range" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="pages" as="element(biblScope)?"
      select="m:print-source($tei)//biblScope[@unit = 'page'][m:is-known(.)][not(m:is-bracketed(.))][1]"/>
    <xsl:variable name="words" as="xs:string*"
      select="$pages[not(@from)] ! m:person-text(.)[matches(., '^\w+(\s*[–-]\s*\w+)?$')] ! tokenize(., '\s*[–-]\s*')"/>
    <xsl:sequence select="if ($pages/@from) then ($pages/@from, $pages/@to) ! string() else $words"/>
  </xsl:function>

  <!-- The day, month or year of the source in ISO form, where it is certain and is one. -->
  <xsl:function name="m:certain-date" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="m:source-date($tei)[matches(., '^\d{4}(-\d\d(-\d\d)?)?$')]"/>
  </xsl:function>

  <!-- "Version 1.0. Edited by A. B. The publisher, 1 May 2026." -->
  <xsl:function name="m:edition-line" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="editors" as="xs:string*" select="m:editors($tei)"/>
    <xsl:variable name="line" as="xs:string" select="string-join((m:version($tei), ('Edited by ' || string-join($editors, ', '))[exists($editors)],
      string-join(m:publication($tei), ', ')[.]) ! replace(., '\.$', ''), '. ')"/>
    <xsl:sequence select="$line || '.'[$line]"/>
  </xsl:function>

  <xsl:function name="m:known-authors" as="element(author)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/titleStmt/author[m:is-known(.)]"/>
  </xsl:function>

  <!-- Whether the header says which part of a name is the family's, and is sure of the name. -->
  <xsl:function name="m:is-divided" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="exists($name//surname) and not(m:is-bracketed($name))"/>
  </xsl:function>

  <!-- "Lund, Ada M.", where the header divides the name. -->
  <xsl:function name="m:inverted" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="if (m:is-divided($name))
      then string-join((string-join($name//surname ! normalize-space(), ' '), string-join($name//forename ! normalize-space(), ' ')[.]), ', ')
      else m:stated($name, m:person-text($name))"/>
  </xsl:function>

  <!-- A publisher or place of the source, where it is certain. -->
  <xsl:function name="m:source-part" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="part" as="xs:string"/>
    <xsl:sequence select="m:source-parts($tei)[local-name() = $part][not(m:is-bracketed(.))][1] ! m:person-text(.)"/>
  </xsl:function>

  <xsl:function name="m:certain-language" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="($tei/text/@xml:lang, $tei/@xml:lang)[1][. ne 'und'] ! string()"/>
  </xsl:function>
</xsl:stylesheet>
