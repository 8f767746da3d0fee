<?xml version="1.0" encoding="UTF-8"?>
<!-- The last pass of the book: HTML to XHTML documents whose links know which file a passage stands in. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:epub="http://www.idpf.org/2007/ops" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:mode name="mp:xhtml" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="mp:file-of" as="map(xs:string, xs:string)"
    select="map:merge($m:files//@id ! map:entry(string(), string(ancestor::m:file/@name)))"/>

  <!-- What an element is to a reading system, by its role or by the type of the division. -->
  <xsl:variable name="mp:by-role" as="map(xs:string, xs:string)" select="map{'doc-noteref': 'noteref',
    'doc-footnote': 'footnote', 'doc-endnotes': 'footnotes', 'doc-backlink': 'backlink', 'doc-pagebreak': 'pagebreak',
    'doc-index': 'index'}"/>
  <xsl:variable name="mp:by-class" as="xs:string+" select="'abstract', 'acknowledgments', 'afterword', 'appendix',
    'bibliography', 'chapter', 'conclusion', 'dedication', 'epilogue', 'foreword', 'glossary', 'introduction', 'part',
    'preamble', 'preface', 'prologue', 'subchapter', 'volume'"/>

  <xsl:variable name="m:book-language" as="attribute()">
    <xsl:attribute name="xml:lang" select="m:language($m:tei)"/>
  </xsl:variable>

  <xsl:function name="m:serialized" as="xs:string">
    <xsl:param name="file" as="element(m:file)"/>
    <xsl:variable name="document" as="element()">
      <xsl:apply-templates select="$file" mode="mp:xhtml"/>
    </xsl:variable>
    <xsl:sequence select="serialize($document, map{'method': 'xhtml', 'html-version': 5.0, 'indent': false(),
      'include-content-type': false(), 'omit-xml-declaration': false()})"/>
  </xsl:function>

  <xsl:template match="m:file" mode="mp:xhtml">
    <html xmlns="http://www.w3.org/1999/xhtml">
      <xsl:sequence select="m:written-in($m:book-language), $m:book-language"/>
      <head>
        <meta charset="utf-8"/>
        <title>{@title}</title>
        <link rel="stylesheet" href="style.css"/>
      </head>
      <body epub:type="{@part}">
        <xsl:apply-templates mode="#current"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="text()" mode="mp:xhtml">
    <xsl:copy/>
  </xsl:template>

  <xsl:template match="*" mode="mp:xhtml">
    <xsl:element name="{mp:name(.)}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:for-each select="($mp:by-role(string(@role)), self::section/tokenize(@class)[. = $mp:by-class])[1]">
        <xsl:attribute name="epub:type" select="."/>
      </xsl:for-each>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Each file has its own first heading. -->
  <xsl:function name="mp:name" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (matches(local-name($element), '^h[2-6]$'))
      then 'h' || number(substring(local-name($element), 2)) - 1 else local-name($element)"/>
  </xsl:function>

  <!-- A reading system turns pages: nothing scrolls sideways. -->
  <xsl:template match="section[tokenize(@class) = 'scroll']" mode="mp:xhtml">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- Links within the book; one that leads nowhere in it is only text. -->
  <xsl:template match="a[starts-with(@href, '#')][empty(m:target(@href))]" mode="mp:xhtml">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="a[starts-with(@href, '#')]/@href" mode="mp:xhtml">
    <xsl:attribute name="href" select="if ($mp:file-of(substring(., 2)) = ancestor::m:file/@name) then . else m:target(.)"/>
  </xsl:template>

  <xsl:function name="m:target" as="xs:string?">
    <xsl:param name="reference" as="xs:string"/>
    <xsl:sequence select="$mp:file-of(substring($reference, 2)) ! (. || $reference)"/>
  </xsl:function>

  <xsl:template match="@*" mode="mp:xhtml">
    <xsl:copy/>
  </xsl:template>

  <xsl:template match="(section | nav | a)/@type" mode="mp:xhtml">
    <xsl:attribute name="epub:type" select="."/>
  </xsl:template>

  <xsl:template match="@lang" mode="mp:xhtml">
    <xsl:copy/>
    <xsl:attribute name="xml:lang" select="."/>
  </xsl:template>
</xsl:stylesheet>
