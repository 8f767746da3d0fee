<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI document to the files of an EPUB 3: a cover, the contents, a file for each top-level division with its notes,
     and behind them the register of corrections, the indexes, what was removed, and the colophon. The text is made by
     the templates of the page; edition.rendering.epub packs what comes out. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:import href="html.xsl"/>
  <xsl:include href="epub/chapters.xsl"/>
  <xsl:include href="epub/navigation.xsl"/>
  <xsl:include href="epub/package.xsl"/>
  <xsl:include href="epub/xhtml.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <!-- The identifier of the book. -->
  <xsl:param name="identifier" as="xs:string"/>

  <xsl:variable name="m:form" as="xs:string" select="'epub'"/>

  <!-- The files in the order of reading, each an m:file with HTML in no namespace: name, title, part of the book. -->
  <xsl:variable name="m:files" as="element(m:file)+">
    <m:file name="cover.xhtml" title="{m:title($m:tei)}" part="frontmatter">
      <section class="cover" type="titlepage">
        <xsl:call-template name="m:masthead"/>
        <p class="imprint">{string-join((m:version($m:tei), string-join(m:publication($m:tei), ', ')[.]), '. ')}</p>
      </section>
    </m:file>
    <xsl:sequence select="m:chapters()"/>
    <xsl:if test="exists($m:register)">
      <m:file name="corrections.xhtml" title="Editorial corrections" part="backmatter">
        <xsl:call-template name="m:corrections"/>
      </m:file>
    </xsl:if>
    <xsl:for-each select="$m:kinds-of-index[exists(m:index(.))]">
      <m:file name="{.}.xhtml" title="{$m:indexes(.)}" part="backmatter">
        <xsl:call-template name="m:index">
          <xsl:with-param name="kind" select="."/>
        </xsl:call-template>
      </m:file>
    </xsl:for-each>
    <xsl:if test="exists($m:removed)">
      <m:file name="removed.xhtml" title="Removed passages" part="backmatter">
        <xsl:call-template name="m:removed"/>
      </m:file>
    </xsl:if>
    <m:file name="colophon.xhtml" title="How this text was made" part="backmatter">
      <section type="colophon" lang="en">
        <xsl:call-template name="m:made"/>
        <xsl:call-template name="m:cite"/>
        <xsl:call-template name="m:imprint"/>
      </section>
    </m:file>
  </xsl:variable>

  <xsl:template name="m:document">
    <m:book>
      <m:file name="package.opf">
        <xsl:value-of select="serialize(m:package(), map{'method': 'xml', 'omit-xml-declaration': false()})"/>
      </m:file>
      <m:file name="nav.xhtml">
        <xsl:value-of select="m:serialized(m:navigation())"/>
      </m:file>
      <xsl:for-each select="$m:files">
        <m:file name="{@name}">
          <xsl:value-of select="m:serialized(.)"/>
        </m:file>
      </xsl:for-each>
    </m:book>
  </xsl:template>
</xsl:stylesheet>
