<?xml version="1.0" encoding="UTF-8"?>
<!-- The head of the page: the forms of the text, its title, and its contents. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="m:forms">
    <nav class="forms" aria-label="Forms of this text">
      <ul>
        <xsl:sequence select="mp:form('../index.html', 'All texts', false())[$up], mp:form('index.html', 'Reading text', $m:is-reading), mp:form('diplomatic.html', 'As printed', not($m:is-reading)),
          mp:form(encode-for-uri($name) || '.txt', 'Plain text', false()),
          tokenize($forms, '\n') ! mp:form(encode-for-uri(substring-before(., '&#9;')), substring-after(., '&#9;'), false()),
          mp:form(encode-for-uri($name) || '.xml', 'TEI', false())"/>
      </ul>
    </nav>
  </xsl:template>

  <xsl:function name="mp:form" as="element()">
    <xsl:param name="file" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="current" as="xs:boolean"/>
    <li>
      <a href="{$file}">
        <xsl:if test="$current">
          <xsl:attribute name="aria-current" select="'page'"/>
        </xsl:if>
        <xsl:text>{$label}</xsl:text>
      </a>
    </li>
  </xsl:function>

  <!-- Where the text opens with its own title, that one is shown large and this one small. -->
  <xsl:template name="m:masthead">
    <div class="{if (mp:opens-with-title()) then 'masthead small' else 'masthead large'}">
      <h1>{m:title($m:tei)}</h1>
      <xsl:for-each select="m:subtitle($m:tei)">
        <p class="subtitle">{.}</p>
      </xsl:for-each>
      <p class="author">{mp:authors()}</p>
      <xsl:for-each select="m:source-parts($m:tei)[1]">
        <p class="source"><xsl:sequence select="m:source-html()"/></p>
      </xsl:for-each>
      <xsl:if test="not($m:is-reading)">
        <p class="view">As printed: the readings and breaks of the source, without the edition’s corrections.</p>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:function name="mp:authors" as="xs:string">
    <xsl:variable name="authors" as="xs:string*" select="m:authors($m:tei)"/>
    <xsl:sequence select="if (exists($authors)) then string-join($authors, ', ') else 'Author unknown'"/>
  </xsl:function>

  <xsl:function name="mp:opens-with-title" as="xs:boolean">
    <xsl:variable name="first" as="element()?" select="($m:shaped/text//(head[@m:as = 'block'][not(@type = 'kicker')] | titlePart))[1]"/>
    <xsl:sequence select="$first ! mp:letters(m:plain(.)) = mp:letters(m:title($m:tei))"/>
  </xsl:function>

  <xsl:function name="mp:letters" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="lower-case(replace($text, '[^\p{L}\p{N}]', ''))"/>
  </xsl:function>

  <xsl:function name="m:source-html" as="node()*">
    <xsl:variable name="parts" as="element()*" select="m:source-parts($m:tei)"/>
    <xsl:for-each select="$parts">
      <xsl:value-of select="m:before($parts, position())"/>
      <xsl:choose>
        <xsl:when test="self::title">
          <cite class="i">{m:person-text(.)}</cite>
        </xsl:when>
        <xsl:otherwise>{m:part(.)}</xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="m:after($parts, position())"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Contents ............................................................................................ -->

  <xsl:template name="m:contents">
    <nav class="contents" role="doc-toc" aria-label="Contents">
      <h2>Contents</h2>
      <ol>
        <xsl:apply-templates select="$m:shaped/text/(front | body | back)/div[m:label(.) != '']" mode="m:contents"/>
        <xsl:sequence select="mp:part-of-page('notes', 'Notes', exists($m:notes)),
          mp:part-of-page('corrections', 'Editorial corrections', $m:is-reading and exists($m:register)),
          $m:kinds-of-index ! mp:part-of-page(., $m:indexes(.), $m:is-reading and exists(m:index(.))),
          mp:part-of-page('made', 'How this text was made', true())"/>
      </ol>
      <xsl:call-template name="mp:pages"/>
      <xsl:if test="$m:is-reading and exists($m:register)">
        <p class="switch"><label><input type="checkbox" id="marks"/> Mark the edition’s corrections in the text</label></p>
      </xsl:if>
      <xsl:call-template name="m:colours"/>
    </nav>
  </xsl:template>

  <xsl:function name="mp:part-of-page" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="exists" as="xs:boolean"/>
    <xsl:if test="$exists">
      <li class="part"><a href="#{$id}">{$label}</a></li>
    </xsl:if>
  </xsl:function>

  <xsl:mode name="m:contents" on-no-match="fail"/>

  <xsl:template match="div" mode="m:contents">
    <li>
      <a href="#{@xml:id}">{m:label(.)}</a>
      <xsl:where-populated>
        <ol>
          <xsl:apply-templates select="./div[exists(m:heading(.))]" mode="#current"/>
        </ol>
      </xsl:where-populated>
    </li>
  </xsl:template>

  <!-- Its heading; without one of the source's its number, or its kind and number, or its first words. -->
  <xsl:function name="m:label" as="xs:string">
    <xsl:param name="division" as="element(div)"/>
    <xsl:variable name="kind" as="xs:string" select="($division/@type, 'part')[1]"/>
    <xsl:variable name="first" as="xs:string*" select="tokenize(m:plain(($division//*[@m:as = 'block'])[1]))"/>
    <xsl:variable name="heading" as="element(head)?" select="m:heading($division)"/>
    <xsl:sequence select="($heading[not($division/@n) or mp:is-the-sources(.)] ! m:plain(.), $division[$heading]/@n,
      $division/@n ! (upper-case(substring($kind, 1, 1)) || substring($kind, 2) || ' ' || .),
      string-join($first[position() le 6], ' ') || ' …'[count($first) gt 6])[1]"/>
  </xsl:function>

  <xsl:function name="mp:is-the-sources" as="xs:boolean">
    <xsl:param name="heading" as="element(head)"/>
    <xsl:sequence select="exists($heading//text()[normalize-space()][not(ancestor::supplied or ancestor::note)])"/>
  </xsl:function>

  <xsl:template name="mp:pages">
    <xsl:variable name="pages" as="element(pb)*" select="$m:shaped/text//pb[@n]"/>
    <xsl:if test="count($pages) gt 1">
      <details>
        <summary>Pages</summary>
        <ul class="pages">
          <xsl:for-each select="$pages">
            <li><a href="#{@xml:id}">{@n}</a></li>
          </xsl:for-each>
        </ul>
      </details>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
