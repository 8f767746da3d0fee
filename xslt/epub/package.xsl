<?xml version="1.0" encoding="UTF-8"?>
<!-- The package document: what the book is, how it can be read, its files and their order. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns="http://www.idpf.org/2007/opf"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="xs m mp" expand-text="yes">

  <xsl:function name="m:package" as="element()">
    <package version="3.0" unique-identifier="identifier" xml:lang="en">
      <metadata>
        <xsl:call-template name="mp:work"/>
        <xsl:call-template name="mp:publication"/>
        <xsl:call-template name="mp:accessibility"/>
      </metadata>
      <manifest>
        <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="style" href="style.css" media-type="text/css"/>
        <xsl:for-each select="$m:files">
          <item id="{mp:item(.)}" href="{@name}" media-type="application/xhtml+xml"/>
        </xsl:for-each>
      </manifest>
      <spine>
        <xsl:if test="m:direction($m:book-language) = 'rtl'">
          <xsl:attribute name="page-progression-direction" select="'rtl'"/>
        </xsl:if>
        <itemref idref="cover"/>
        <itemref idref="nav"/>
        <xsl:for-each select="$m:files except $m:files[1]">
          <itemref idref="{mp:item(.)}"/>
        </xsl:for-each>
      </spine>
    </package>
  </xsl:function>

  <xsl:function name="mp:item" as="xs:string">
    <xsl:param name="file" as="element(m:file)"/>
    <xsl:sequence select="substring-before($file/@name, '.')"/>
  </xsl:function>

  <xsl:template name="mp:work">
    <dc:identifier id="identifier">{$identifier}</dc:identifier>
    <dc:title id="title">{m:title($m:tei)}</dc:title>
    <meta refines="#title" property="title-type">main</meta>
    <xsl:for-each select="m:subtitle($m:tei)">
      <dc:title id="subtitle">{.}</dc:title>
      <meta refines="#subtitle" property="title-type">subtitle</meta>
    </xsl:for-each>
    <xsl:for-each select="m:known-authors($m:tei)">
      <dc:creator id="author{position()}">{m:stated(., m:person-text(.))}</dc:creator>
      <meta refines="#author{position()}" property="role" scheme="marc:relators">aut</meta>
      <xsl:if test="m:is-divided(.)">
        <meta refines="#author{position()}" property="file-as">{m:inverted(.)}</meta>
      </xsl:if>
    </xsl:for-each>
    <xsl:for-each select="m:editors($m:tei)">
      <dc:contributor id="editor{position()}">{.}</dc:contributor>
      <meta refines="#editor{position()}" property="role" scheme="marc:relators">edt</meta>
    </xsl:for-each>
    <dc:language>{m:language($m:tei)}</dc:language>
    <xsl:for-each select="m:source-line($m:tei)[.]">
      <dc:source>{.}</dc:source>
    </xsl:for-each>
    <xsl:for-each select="distinct-values($m:tei/teiHeader/profileDesc/textClass/keywords[not(term/@type)]//(term | item) ! m:plain(.))">
      <dc:subject>{.}</dc:subject>
    </xsl:for-each>
  </xsl:template>

  <!-- The last change is the latest that the header states: a clock would make each build another book. -->
  <xsl:template name="mp:publication">
    <xsl:variable name="statement" as="element()?" select="$m:tei/teiHeader/fileDesc/publicationStmt"/>
    <xsl:for-each select="$statement/publisher[m:is-known(.)]">
      <dc:publisher>{m:person-text(.)}</dc:publisher>
    </xsl:for-each>
    <xsl:for-each select="$statement/date[@when][m:is-known(.)][1]">
      <dc:date>{@when}</dc:date>
    </xsl:for-each>
    <meta property="dcterms:modified">{(m:updated($m:tei), '1970-01-01')[1]}T00:00:00Z</meta>
    <xsl:for-each select="m:licence($m:tei)">
      <dc:rights>{string-join((normalize-space()[.], @target), ', ')}</dc:rights>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="mp:accessibility">
    <meta property="schema:accessMode">textual</meta>
    <meta property="schema:accessModeSufficient">textual</meta>
    <xsl:for-each select="'tableOfContents', 'structuralNavigation', 'readingOrder', 'displayTransformability', 'ARIA',
      ('pageBreakMarkers', 'pageNavigation')[exists($m:pages)], 'index'[$m:files/@name = ($m:kinds-of-index ! (. || '.xhtml'))]">
      <meta property="schema:accessibilityFeature">{.}</meta>
    </xsl:for-each>
    <meta property="schema:accessibilityHazard">none</meta>
    <meta property="schema:accessibilitySummary">All content is text, in its order of reading, with headings, a table of
      contents and notes linked both ways. Checked by programs only, not by readers with assistive technology.</meta>
    <xsl:if test="exists($m:pages) and mp:pages-are-the-sources()">
      <meta property="pageBreakSource">{m:source-line($m:tei)}</meta>
    </xsl:if>
  </xsl:template>

  <!-- Pages may be those of a digital copy: of the printed source are they only where its own pages hold the first. -->
  <xsl:function name="mp:pages-are-the-sources" as="xs:boolean">
    <xsl:variable name="first" as="xs:integer?" select="$m:pages[1]/@n[. castable as xs:integer] ! xs:integer(.)"/>
    <xsl:variable name="range" as="xs:integer*" select="(m:source-parts($m:tei)/self::biblScope[@unit = 'page'])[1] !
      (if (@from castable as xs:integer and @to castable as xs:integer) then (@from, @to) ! xs:integer(.)
      else tokenize(m:person-text(.), '\D+')[. castable as xs:integer] ! xs:integer(.))"/>
    <xsl:sequence select="$first ge $range[1] and $first le $range[last()]"/>
  </xsl:function>
</xsl:stylesheet>
