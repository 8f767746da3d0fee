<?xml version="1.0" encoding="UTF-8"?>
<!-- The chapters of the book: a file for each top-level division, and what stands between divisions in one of its own.
     Each note stands, once, at the end of the chapter that it belongs to; reading systems show it where it is called. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Each chapter an array of its nodes, which stay in their tree. -->
  <xsl:variable name="mp:chapters" as="array(node())*">
    <xsl:for-each-group select="$m:shaped/text/(node()[not(self::front or self::body or self::back)]
      | (front | body | back)/node())[self::* or self::text()[normalize-space()]]" group-starting-with="node()[mp:opens(.)]">
      <xsl:if test="m:plain(current-group()) or exists(current-group()/descendant-or-self::*[self::pb or self::note])">
        <xsl:sequence select="array{current-group()}"/>
      </xsl:if>
    </xsl:for-each-group>
  </xsl:variable>

  <!-- A division opens a chapter, together with the page breaks before it; so does the beginning of front, body and back. -->
  <xsl:function name="mp:opens" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="before" as="element()?" select="$node/preceding-sibling::*[1]"/>
    <xsl:sequence select="if (empty($before)) then true()
      else if (mp:is-break($before)) then false()
      else exists(if (mp:is-break($node)) then $node/following-sibling::*[not(mp:is-break(.))][1]/self::div
        else $node/self::div)"/>
  </xsl:function>

  <xsl:function name="mp:is-break" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/(self::pb | self::cb | self::lb | self::anchor))"/>
  </xsl:function>

  <xsl:function name="m:chapters" as="element(m:file)*">
    <xsl:for-each select="$mp:chapters">
      <m:file name="text-{position()}.xhtml" title="{mp:chapter-title(.)}"
        part="{(?*/ancestor::*[self::front or self::body or self::back]/local-name(), 'body')[1]}matter">
        <xsl:apply-templates select="?*" mode="m:html"/>
        <xsl:sequence select="mp:footnotes($m:notes intersect ?*/descendant-or-self::note)"/>
      </m:file>
    </xsl:for-each>
  </xsl:function>

  <!-- The label of its division in the contents, or its first words. -->
  <xsl:function name="mp:chapter-title" as="xs:string">
    <xsl:param name="chapter" as="array(node())"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(m:plain(($chapter?*/descendant-or-self::*[@m:as = 'block'])[1]))"/>
    <xsl:sequence select="($chapter?*/self::div ! m:label(.)[.], 'Title page'[$chapter?*/self::titlePage],
      (string-join($words[position() le 6], ' ') || ' …'[count($words) gt 6])[.], m:title($m:tei))[1]"/>
  </xsl:function>

  <xsl:function name="mp:footnotes" as="element()?">
    <xsl:param name="notes" as="element(note)*"/>
    <xsl:if test="exists($notes)">
      <section class="notes" aria-label="Notes" role="doc-endnotes">
        <xsl:apply-templates select="$notes" mode="m:note"/>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:template match="note" mode="m:note">
    <aside id="{@xml:id}" role="doc-footnote">
      <xsl:sequence select="@xml:lang/m:lang(.), m:class(@type[. = 'apparatus']/'editor')"/>
      <xsl:sequence select="m:leading-mark(.)[not(m:opens-with-block(current()))]"/>
      <xsl:apply-templates mode="m:html"/>
      <xsl:if test="empty(*[last()][@m:as = 'block'])">
        <p>
          <xsl:sequence select="m:note-tail(.)"/>
        </p>
      </xsl:if>
    </aside>
  </xsl:template>

  <!-- An e-book's page is too narrow for a table of five columns. -->
  <xsl:template name="m:register">
    <ul class="register">
      <xsl:for-each select="$m:register">
        <li id="app-{@id}">
          <xsl:sequence select="m:passage(., @place), ': ', m:printed(.), ' → ', m:read(.)"/>
          <span class="by">
            <xsl:value-of select="m:by(.)[.] ! (' (' || . || ')')"/>
          </span>
          <xsl:value-of select="@why[string()] ! (': ' || .)"/>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>
</xsl:stylesheet>
