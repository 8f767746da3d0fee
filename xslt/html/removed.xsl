<?xml version="1.0" encoding="UTF-8"?>
<!-- Passages that earlier versions had: a link to one arrives here, at words that say so and lead on. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:variable name="m:removed" as="element(item)*" select="$m:tei/teiHeader/revisionDesc/change/list/item[@xml:id]"/>

  <xsl:template name="m:removed">
    <xsl:if test="exists($m:removed)">
      <section id="removed" aria-label="Removed passages">
        <h2>Removed passages</h2>
        <p>Earlier versions had these; a link to one leads here.</p>
        <ul>
          <xsl:for-each select="$m:removed">
            <xsl:variable name="version" as="attribute()?" select="ancestor::change/@n"/>
            <li id="{@xml:id}">This passage was removed{$version ! (' in version ' || .)}: {normalize-space()}.<xsl:text/>
              <xsl:for-each select="@corresp[starts-with(., '#')]">
                <xsl:text> </xsl:text>
                <a href="{.}">The nearest passage that remains</a>
              </xsl:for-each>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
