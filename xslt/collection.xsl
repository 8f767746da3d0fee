<?xml version="1.0" encoding="UTF-8"?>
<!-- The index page of a collection: for each edition title, author, source, counts and every form. Its input is a list
     of headers that edition.render makes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="lib/ids.xsl"/>
  <xsl:include href="lib/facts.xsl"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

  <xsl:param name="css" as="xs:string"/>
  <xsl:param name="css-hash" as="xs:string"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/">
    <xsl:apply-templates select="collection"/>
  </xsl:template>

  <xsl:template match="collection">
    <html lang="{@language}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{$css-hash}'; base-uri 'none'; form-action 'none'"/>
        <title>{@title}</title>
        <style><xsl:value-of select="$css"/></style>
      </head>
      <body>
        <a class="skip" href="#texts">Skip to the texts</a>
        <header>
          <div class="masthead">
            <h1>{@title}</h1>
            <xsl:for-each select="@publisher[normalize-space()]">
              <p class="author">{.}</p>
            </xsl:for-each>
          </div>
        </header>
        <main id="texts">
          <xsl:apply-templates select="edition"/>
          <xsl:if test="empty(edition)">
            <p>There is no text in this collection yet.</p>
          </xsl:if>
        </main>
        <footer>
          <xsl:apply-templates select="@licence[normalize-space()]"/>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="@licence">
    <p class="imprint">
      <xsl:choose>
        <xsl:when test="matches(../@licence_url, '^https?://')">
          <a rel="license noreferrer" href="{../@licence_url}">{.}</a>
        </xsl:when>
        <xsl:otherwise>{.}</xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>

  <xsl:template match="edition">
    <xsl:variable name="folder" as="xs:string" select="encode-for-uri(@name)"/>
    <article class="entry">
      <h2>
        <a href="{$folder}/index.html">{m:title(tei:TEI)}</a>
      </h2>
      <p class="by">{(string-join(m:authors(tei:TEI), ', ')[.], 'Author unknown')[1]}</p>
      <xsl:for-each select="m:source-line(tei:TEI)[.]">
        <p class="source">{.}</p>
      </xsl:for-each>
      <xsl:for-each select="mp:counted(counts)[.]">
        <p class="source">{.}</p>
      </xsl:for-each>
      <ul class="downloads">
        <xsl:for-each select="form">
          <li>
            <a href="{$folder}/{encode-for-uri(@file)}" aria-label="{@title}: {m:title(../tei:TEI)}">{@title}</a>
          </li>
        </xsl:for-each>
      </ul>
    </article>
  </xsl:template>

  <!-- "7 notes, 12 corrections, 11 pages": what there is none of is not named. -->
  <xsl:function name="mp:counted" as="xs:string">
    <xsl:param name="counts" as="element(counts)"/>
    <xsl:sequence select="string-join($counts/(@note, @correction, @page)[not(. = '0')]
      ! (. || ' ' || (if (self::attribute(page)) then 'page break' else local-name()) || (if (. = '1') then '' else 's')), ', ')"/>
  </xsl:function>
</xsl:stylesheet>
