<?xml version="1.0" encoding="UTF-8"?>
<!-- How a phrase was printed: the few looks that pages and plain text can show. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- @rend in the words people use, to the few looks a page has. -->
  <xsl:variable name="mp:looks" as="map(xs:string, xs:string)" select="map{
    'italic': 'i', 'italics': 'i', 'i': 'i', 'bold': 'b', 'b': 'b', 'smallcaps': 'sc', 'small-caps': 'sc', 'sc': 'sc',
    'underline': 'u', 'underlined': 'u', 'spaced': 'sp', 'letterspaced': 'sp', 'sup': 'sup', 'superscript': 'sup',
    'sub': 'sub', 'subscript': 'sub', 'center': 'ce', 'centre': 'ce', 'centered': 'ce', 'right': 're',
    'roman': 'ro', 'strikethrough': 's'}"/>

  <xsl:function name="m:look" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@rend/tokenize(lower-case(.)) ! $mp:looks(.)"/>
  </xsl:function>

  <!-- Italic by @rend, or by the custom of print: emphasis, foreign titles and names of books and papers. -->
  <xsl:function name="m:is-italic" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="look" as="xs:string*" select="m:look($element)"/>
    <xsl:sequence select="$look = 'i' or exists($element/self::emph[not($look = ('b', 'ro'))]) or
      (empty($look) and exists($element/(self::hi[not(@rend)],
      self::title[not(@level = ('a', 'u') or @rend = 'unmarked')], self::stage)))"/>
  </xsl:function>
</xsl:stylesheet>
