<?xml version="1.0" encoding="UTF-8"?>
<!-- The contents of the book, the list of the source's pages, and the landmarks. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:variable name="m:pages" as="element(pb)*" select="$m:shaped/text//pb[@n][m:target('#' || @xml:id)]"/>

  <xsl:function name="m:navigation" as="element(m:file)">
    <m:file name="nav.xhtml" title="Contents" part="frontmatter">
      <nav type="toc" role="doc-toc" aria-labelledby="contents-heading">
        <h2 id="contents-heading">Contents</h2>
        <ol>
          <xsl:for-each select="$mp:chapters">
            <xsl:variable name="at" as="xs:integer" select="position()"/>
            <xsl:apply-templates select="?*/self::div[m:label(.)]" mode="m:contents"/>
            <xsl:if test="empty(?*/self::div[m:label(.)]) and m:plain(?*)">
              <xsl:sequence select="mp:entry($m:files[@name = 'text-' || $at || '.xhtml'])"/>
            </xsl:if>
          </xsl:for-each>
          <xsl:sequence select="$m:files[@name = (('corrections', $m:kinds-of-index, 'removed', 'colophon') ! (. || '.xhtml'))] ! mp:entry(.)"/>
        </ol>
      </nav>
      <xsl:if test="exists($m:pages)">
        <nav type="page-list" role="doc-pagelist" aria-label="Pages of the source" hidden="hidden">
          <ol>
            <xsl:for-each select="$m:pages">
              <li><a href="#{@xml:id}">{@n}</a></li>
            </xsl:for-each>
          </ol>
        </nav>
      </xsl:if>
      <nav type="landmarks" aria-label="Landmarks" hidden="hidden">
        <ol>
          <li><a type="titlepage" href="cover.xhtml">Title page</a></li>
          <li><a type="toc" href="nav.xhtml">Contents</a></li>
          <xsl:for-each select="($m:files[@part = 'bodymatter'], $m:files[starts-with(@name, 'text-')])[1]">
            <li><a type="bodymatter" href="{@name}">Text</a></li>
          </xsl:for-each>
          <xsl:for-each select="$m:files[@name = ($m:kinds-of-index ! (. || '.xhtml'))][1]">
            <li><a type="index" href="{@name}">{@title}</a></li>
          </xsl:for-each>
        </ol>
      </nav>
    </m:file>
  </xsl:function>

  <xsl:function name="mp:entry" as="element()">
    <xsl:param name="file" as="element(m:file)"/>
    <li><a href="{$file/@name}">{$file/@title}</a></li>
  </xsl:function>
</xsl:stylesheet>
