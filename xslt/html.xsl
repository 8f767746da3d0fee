<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI document to one HTML page: the reading text with its apparatus, or the page as printed. For the style sheet
     and the script stand their names; edition.rendering.assets puts in what the page needs of them, with their hashes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:err="http://www.w3.org/2005/xqt-errors"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="lib/passes.xsl"/>
  <xsl:include href="html/head.xsl"/>
  <xsl:include href="html/contents.xsl"/>
  <xsl:include href="html/colours.xsl"/>
  <xsl:include href="html/attributes.xsl"/>
  <xsl:include href="html/blocks.xsl"/>
  <xsl:include href="html/phrases.xsl"/>
  <xsl:include href="html/notes.xsl"/>
  <xsl:include href="html/apparatus.xsl"/>
  <xsl:include href="html/index.xsl"/>
  <xsl:include href="html/colophon.xsl"/>
  <xsl:include href="html/removed.xsl"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"
    normalization-form="none"/>

  <!-- The edition's name: the files beside this one are called so. -->
  <xsl:param name="name" as="xs:string"/>
  <!-- Files beside this one that not every edition has: a line each, the file and its title parted by a tab. -->
  <xsl:param name="forms" as="xs:string" select="''"/>
  <!-- The page stands in a collection, whose index is a folder up. -->
  <xsl:param name="up" as="xs:boolean" select="false()"/>
  <!-- Which names in the text, and which speakers, lead to the index: the `first` of each division, `all`, or `none`. -->
  <xsl:param name="links" as="xs:string" select="'first'"/>
  <!-- sha256 of the TEI file, for the version in the colophon. -->
  <xsl:param name="tei-hash" as="xs:string" select="''"/>

  <!-- What is made of the text; stylesheets that import this one make other things of it. -->
  <xsl:variable name="m:form" as="xs:string" select="'page'"/>

  <!-- No element of the text is passed over in silence: one without a template stops the build. -->
  <xsl:mode name="m:html" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/">
    <xsl:try rollback-output="yes">
      <xsl:call-template name="m:document"/>
      <xsl:catch>
        <xsl:call-template name="m:failed">
          <xsl:with-param name="code" select="$err:code"/>
          <xsl:with-param name="description" select="$err:description || ' (' || tokenize($err:module, '/')[last()] || ', line ' || $err:line-number || ')'"/>
        </xsl:call-template>
      </xsl:catch>
    </xsl:try>
  </xsl:template>

  <xsl:template name="m:document">
    <html>
      <xsl:sequence select="m:written-in(m:language($m:tei))"/>
      <xsl:call-template name="m:head"/>
      <body>
        <a class="skip" href="#text">Skip to the text</a>
        <header>
          <xsl:call-template name="m:forms"/>
          <xsl:call-template name="m:masthead"/>
          <xsl:call-template name="m:contents"/>
        </header>
        <main>
          <div id="text" class="text{' diplomatic'[not($m:is-reading)]}">
            <xsl:apply-templates select="$m:shaped/text" mode="m:html"/>
          </div>
          <xsl:call-template name="m:notes"/>
          <xsl:if test="$m:is-reading">
            <xsl:call-template name="m:corrections"/>
            <xsl:call-template name="m:indexes"/>
          </xsl:if>
        </main>
        <footer>
          <xsl:call-template name="m:made"/>
          <xsl:call-template name="m:cite"/>
          <xsl:call-template name="m:removed"/>
          <xsl:call-template name="m:imprint"/>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:function name="m:language" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="string(($tei/text/@xml:lang, $tei/@xml:lang, $tei/teiHeader//langUsage/language/@ident, 'und')[1])"/>
  </xsl:function>
</xsl:stylesheet>
