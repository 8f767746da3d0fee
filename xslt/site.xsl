<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of a collection. Their input is what edition.rendering.collection knows: the facts of the collection, its
     facets, its editions with their headers, and the persons of each. Nothing of it needs a script but the search. For the
     style sheets and the script stand their names (see edition.rendering.assets). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="lib/ids.xsl"/>
  <xsl:include href="lib/facts.xsl"/>
  <xsl:include href="lib/work.xsl"/>
  <xsl:include href="lib/citations.xsl"/>
  <xsl:include href="site/index.xsl"/>
  <xsl:include href="site/persons.xsl"/>
  <xsl:include href="site/about.xsl"/>
  <xsl:include href="site/search.xsl"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

  <!-- Which page: index, search, persons or about. -->
  <xsl:param name="page" as="xs:string"/>
  <!-- The rules of the facets, and their hash. -->
  <xsl:param name="facets" as="xs:string" select="''"/>
  <xsl:param name="facets-hash" as="xs:string" select="''"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:variable name="mp:collection" as="element(collection)" select="/collection"/>
  <xsl:variable name="mp:by-letters" as="xs:string" select="'http://www.w3.org/2005/xpath-functions/collation/codepoint'"/>

  <!-- File and title of each page; that of the persons is there if there is one. -->
  <xsl:variable name="mp:pages" as="map(xs:string, xs:string)+" select="
    map{'page': 'index', 'file': 'index.html', 'title': 'Texts'},
    map{'page': 'search', 'file': 'search.html', 'title': 'Search'},
    map{'page': 'persons', 'file': 'persons.html', 'title': mp:kinds-of-entries()}[$mp:collection/person],
    map{'page': 'about', 'file': 'about.html', 'title': 'How these texts were made'}"/>

  <xsl:template match="/">
    <xsl:variable name="title" as="xs:string" select="$mp:pages[?page = $page]?title"/>
    <html lang="{$mp:collection/@language}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy" content="{mp:policy()}"/>
        <title>{string-join(($title[$page ne 'index'], $mp:collection/@title), ' – ')}</title>
        <xsl:sequence select="mp:heads()"/>
        <style>edition.css site.css</style>
        <xsl:if test="$page = 'index' and $facets">
          <style><xsl:value-of select="$facets"/></style>
        </xsl:if>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the {if ($page = 'index') then 'texts' else 'content'}</a>
        <header>
          <nav class="forms" aria-label="This collection">
            <ul>
              <xsl:sequence select="$mp:pages ! mp:entry-of-navigation(.)"/>
            </ul>
          </nav>
          <div class="masthead {if ($page = 'index') then 'large' else 'sub'}">
            <h1>{if ($page = 'index') then $mp:collection/@title else $title}</h1>
            <p class="author">{$mp:collection/(if ($page = 'index') then @publisher else @title)}</p>
          </div>
        </header>
        <main id="main">
          <xsl:apply-templates select="$mp:collection" mode="mp:main"/>
        </main>
        <footer>
          <p class="imprint">
            <xsl:apply-templates select="$mp:collection/@licence[normalize-space()]"/>
          </p>
        </footer>
        <xsl:if test="$page = 'search'">
          <script>{'pagefind.js '[$mp:collection/@search = 'pagefind']}search.js</script>
        </xsl:if>
      </body>
    </html>
  </xsl:template>

  <!-- What the page may load: nothing but its own styles; for the search, the data beside it. -->
  <xsl:function name="mp:policy" as="xs:string">
    <xsl:variable name="searches" as="xs:boolean" select="$page = 'search'"/>
    <xsl:sequence select="string-join(('default-src ''none''',
      'style-src ''sha256-style''' || (' ''' || $facets-hash || '''')[$facets-hash][$page = 'index'],
      'script-src ' || (if ($searches) then '''self'' ''sha256-script''' else '''none''') || ' ''wasm-unsafe-eval'''[$mp:far],
      ('connect-src ''self''', 'worker-src ''self''')[$mp:far], 'base-uri ''none''', 'form-action ''none'''), '; ')"/>
  </xsl:function>

  <!-- Whether this page asks an index on a server. -->
  <xsl:variable name="mp:far" as="xs:boolean" select="$page = 'search' and $mp:collection/@search = 'pagefind'"/>

  <xsl:function name="mp:heads" as="element()*">
    <xsl:variable name="base" as="xs:string?" select="m:base($mp:collection)"/>
    <xsl:variable name="file" as="xs:string" select="$mp:pages[?page = $page]?file"/>
    <xsl:for-each select="$base">
      <link rel="canonical" href="{.}{$file[. ne 'index.html']}"/>
    </xsl:for-each>
    <xsl:if test="exists($mp:collection/edition/Q{http://www.tei-c.org/ns/1.0}TEI/m:updated(.))">
      <link rel="alternate" type="application/atom+xml" href="feed.xml" title="{$mp:collection/@title}"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="mp:entry-of-navigation" as="element(li)">
    <xsl:param name="entry" as="map(xs:string, xs:string)"/>
    <li>
      <a href="{$entry?file}">
        <xsl:if test="$entry?page = $page">
          <xsl:attribute name="aria-current" select="'page'"/>
        </xsl:if>
        <xsl:text>{$entry?title}</xsl:text>
      </a>
    </li>
  </xsl:function>

  <xsl:template match="@licence">
    <xsl:choose>
      <xsl:when test="matches(../@licence_url, '^https?://')">
        <a rel="license noreferrer" href="{../@licence_url}">{.}</a>
      </xsl:when>
      <xsl:otherwise>{.}</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- One template for each page. -->
  <xsl:mode name="mp:main" on-no-match="fail"/>

  <xsl:template match="collection[$page = 'index']" mode="mp:main">
    <xsl:call-template name="mp:index"/>
  </xsl:template>

  <xsl:template match="collection[$page = 'search']" mode="mp:main">
    <xsl:call-template name="mp:search"/>
  </xsl:template>

  <xsl:template match="collection[$page = 'persons']" mode="mp:main">
    <xsl:call-template name="mp:persons"/>
  </xsl:template>

  <xsl:template match="collection[$page = 'about']" mode="mp:main">
    <xsl:call-template name="mp:about"/>
  </xsl:template>

  <!-- What the lists call an edition: of texts without a title one is not another. -->
  <xsl:function name="mp:title" as="xs:string">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:variable name="title" as="xs:string" select="m:title($edition/Q{http://www.tei-c.org/ns/1.0}TEI)"/>
    <xsl:sequence select="if ($title = 'Untitled text') then $title || ' (' || $edition/@name || ')' else $title"/>
  </xsl:function>

  <!-- Where an edition lies, as links write it. -->
  <xsl:function name="mp:folder" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="encode-for-uri($name) || '/'"/>
  </xsl:function>
</xsl:stylesheet>
