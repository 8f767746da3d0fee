<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI document to HTML for paper: each note stands at its call, from where the paginator moves it to the foot of the
     page. The text is made by the templates of the page; edition.rendering.pdf sets it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:import href="html.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:variable name="m:form" as="xs:string" select="'paged'"/>

  <xsl:template name="m:document">
    <xsl:variable name="language" as="attribute()">
      <xsl:attribute name="lang" select="m:language($m:tei)"/>
    </xsl:variable>
    <html>
      <xsl:sequence select="m:lang($language)"/>
      <head>
        <title>{m:title($m:tei)}</title>
        <xsl:for-each select="m:authors($m:tei)">
          <meta name="author" content="{.}"/>
        </xsl:for-each>
        <xsl:for-each select="m:source-line($m:tei)[.]">
          <meta name="description" content="{.}"/>
        </xsl:for-each>
        <!-- The day that the header states: a clock would make each build another file. -->
        <xsl:for-each select="$m:tei/teiHeader/fileDesc/publicationStmt/date/@when[. castable as xs:date]">
          <meta name="dcterms.created" content="{.}"/>
        </xsl:for-each>
      </head>
      <body>
        <header data-t="{m:shortened(m:title($m:tei))}">
          <xsl:call-template name="m:masthead"/>
          <xsl:call-template name="m:contents"/>
        </header>
        <main class="text">
          <xsl:apply-templates select="$m:shaped/text" mode="m:html"/>
        </main>
        <xsl:call-template name="mp:long-notes"/>
        <xsl:call-template name="m:corrections"/>
        <xsl:call-template name="m:indexes"/>
        <xsl:call-template name="m:removed"/>
        <footer>
          <xsl:call-template name="m:made"/>
          <xsl:call-template name="m:cite"/>
          <xsl:call-template name="m:imprint"/>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="m:contents">
    <xsl:variable name="divisions" as="element(div)*" select="$m:shaped/text/(front | body | back)/div[m:label(.)]"/>
    <xsl:if test="count($divisions) gt 1">
      <nav class="contents">
        <h2>Contents</h2>
        <ol>
          <xsl:apply-templates select="$divisions" mode="m:contents"/>
        </ol>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- In the notes at the foot the paginator ends a line where the file does. -->
  <xsl:template match="text()[not(ancestor::ab[@type = 'preformatted'])]" mode="m:html">
    <xsl:value-of select="replace(., '[ \t\r\n]+', ' ')"/>
  </xsl:template>

  <!-- What the outline and the head of the page say of a heading: its words, without the marks of notes. -->
  <xsl:template match="div/head[@m:as = 'block'][m:is-heading(.)]" mode="m:attributes">
    <xsl:apply-imports/>
    <xsl:attribute name="data-t" select="m:shortened(m:label(..))"/>
  </xsl:template>

  <!-- Notes .............................................................................................. -->

  <!-- A note within a note stands behind it at the foot of the same page. -->
  <xsl:template match="note[not(m:is-inline(.))][not(@m:as)]" mode="m:html">
    <xsl:apply-imports/>
    <xsl:if test="empty(ancestor::note)">
      <article class="fn">
        <xsl:apply-templates select=".[not(mp:is-long(.))], .[not(mp:is-long(.))]//note[not(m:is-inline(.))]" mode="m:note"/>
        <xsl:if test="mp:is-long(.)">
          <xsl:sequence select="m:leading-mark(.), ' '"/>
          <a class="see" href="#{@xml:id}">A long note, set behind the text</a>
        </xsl:if>
      </article>
    </xsl:if>
  </xsl:template>

  <!-- The foot of a page is not broken: a note that might be longer than a third of a page cannot stand there. -->
  <xsl:function name="mp:is-long" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="string-length(normalize-space($note)) + 90 * count($note//*[@m:as = 'block']) gt 2000"/>
  </xsl:function>

  <xsl:template name="mp:long-notes">
    <xsl:variable name="notes" as="element(note)*" select="$m:notes[not(ancestor::note)][mp:is-long(.)]"/>
    <xsl:if test="exists($notes)">
      <section>
        <h2>Long notes</h2>
        <xsl:apply-templates select="$notes ! (., .//note[not(m:is-inline(.))])" mode="m:note"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note" mode="m:note">
    <div class="note" id="{@xml:id}">
      <xsl:sequence select="@xml:lang/m:lang(.)"/>
      <xsl:sequence select="m:leading-mark(.)[not(m:opens-with-block(current()))]"/>
      <xsl:apply-templates mode="m:html"/>
      <xsl:if test="empty(*[last()][@m:as = 'block'])">
        <xsl:sequence select="m:remarks(.)"/>
      </xsl:if>
    </div>
  </xsl:template>

  <!-- The mark of a note at the foot of the page is the way back. -->
  <xsl:function name="m:note-tail" as="node()*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="m:remarks($note)"/>
  </xsl:function>
</xsl:stylesheet>
