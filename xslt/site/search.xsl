<?xml version="1.0" encoding="UTF-8"?>
<!-- The search: a field, and the texts whose data the script loads. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:template name="mp:search">
    <form id="search" role="search">
      <p>
        <label for="words">Words, or a “phrase” in quotation marks</label>
        <input id="words" type="search" autocomplete="off" spellcheck="false"/>
        <button type="submit">Search</button>
      </p>
      <p>
        <label for="within">In</label>
        <select id="within" autocomplete="off">
          <option value="">all texts</option>
          <xsl:for-each select="edition">
            <option value="{encode-for-uri(@name)}">{mp:title(.)}</option>
          </xsl:for-each>
        </select>
      </p>
    </form>
    <noscript>
      <p>The search needs a script, which is switched off here. Any text can be searched with the browser’s own means: open
        it from the <a href="index.html">list of texts</a>.</p>
    </noscript>
    <p id="said" role="status"/>
    <div id="found"/>
  </xsl:template>
</xsl:stylesheet>
