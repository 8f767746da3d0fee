<?xml version="1.0" encoding="UTF-8"?>
<!-- The encoding guide as one HTML page: the prose of the ODD, and under each chapter what it specifies. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:o="urn:x-edition:odd"
                xmlns:eg="http://www.tei-c.org/ns/Examples" xmlns:m="urn:edition:m"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="o xs eg m sch"
                expand-text="yes">

  <xsl:include href="../foreign/table.xsl"/>

  <xsl:mode name="o:prose" on-no-match="fail"/>

  <xsl:variable name="title" as="xs:string" select="normalize-space($odd/TEI/teiHeader/fileDesc/titleStmt/title[1])"/>

  <xsl:template name="guide" as="document-node()">
    <xsl:variable name="page" as="element()">
      <html lang="{($odd/TEI/@xml:lang, 'en')[1]}">
        <xsl:comment>{$notice}</xsl:comment>
        <head>
          <meta charset="utf-8"/>
          <meta name="viewport" content="width=device-width, initial-scale=1"/>
          <title>{$title}</title>
          <style>{$style}</style>
        </head>
        <body>
          <a class="skip" href="#main">Skip to the guide</a>
          <header><h1>{$title}</h1></header>
          <nav aria-labelledby="chapters">
            <h2 id="chapters">Chapters</h2>
            <ol><xsl:for-each select="$odd//body/div"><li><a href="#{@xml:id}">{head}</a></li></xsl:for-each></ol>
          </nav>
          <nav aria-labelledby="elements">
            <h2 id="elements">Elements</h2>
            <ul class="names">
              <xsl:for-each select="$elements">
                <xsl:sort select="lower-case(@ident)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
                <li><xsl:sequence select="o:link(.)"/></li>
              </xsl:for-each>
            </ul>
          </nav>
          <main id="main"><xsl:apply-templates mode="o:prose" select="$odd//body/div"/></main>
        </body>
      </html>
    </xsl:variable>
    <xsl:document><xsl:sequence select="o:tidy($page)"/></xsl:document>
  </xsl:template>

  <xsl:variable name="style" as="xs:string">
    :root {{ color-scheme: light dark; }}
    body {{ font: 1.06rem/1.55 Georgia, serif; max-width: 46rem; margin: 0 auto; padding: 1rem; }}
    h1, h2, h3, h4 {{ line-height: 1.2; margin: 2em 0 .4em; }}
    h4 {{ font-size: 1rem; margin-top: 1em; }}
    code, pre {{ font: .9em/1.45 ui-monospace, monospace; }}
    pre {{ overflow-x: auto; padding: .7rem; border-left: .25rem solid #888; white-space: pre-wrap; }}
    section.spec {{ border-top: 1px solid #8886; }}
    dt {{ font-weight: bold; margin-top: .5em; }}
    dd {{ margin: 0 0 0 1.2em; }}
    ul.names {{ list-style: none; padding: 0; }}
    ul.names li {{ display: inline-block; margin-right: .8em; }}
    .skip {{ position: absolute; left: -99em; }}
    .skip:focus {{ position: static; }}
    :focus-visible {{ outline: .2rem solid; outline-offset: .15rem; }}
  </xsl:variable>

  <!-- ==== prose ==== -->

  <xsl:template mode="o:prose" match="body/div">
    <section id="{@xml:id}"><xsl:apply-templates mode="o:prose" select="*"/></section>
  </xsl:template>
  <xsl:template mode="o:prose" match="head"><h2><xsl:apply-templates mode="o:prose"/></h2></xsl:template>
  <xsl:template mode="o:prose" match="p"><p><xsl:apply-templates mode="o:prose"/></p></xsl:template>
  <xsl:template mode="o:prose" match="list"><ul><xsl:apply-templates mode="o:prose" select="item"/></ul></xsl:template>
  <xsl:template mode="o:prose" match="item"><li><xsl:apply-templates mode="o:prose"/></li></xsl:template>
  <xsl:template mode="o:prose" match="desc"><xsl:apply-templates mode="o:prose"/></xsl:template>
  <xsl:template mode="o:prose" match="text()">{replace(., '\s+', ' ')}</xsl:template>

  <!-- The name of an element leads to its section. -->
  <xsl:template mode="o:prose" match="gi">
    <xsl:variable name="spec" as="element()?" select="key('spec', 'elementSpec ' || ., $odd)"/>
    <xsl:choose>
      <xsl:when test="$spec"><xsl:sequence select="o:link($spec)"/></xsl:when>
      <xsl:otherwise><code>&lt;{.}></code></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template mode="o:prose" match="att"><code>@{.}</code></xsl:template>
  <xsl:template mode="o:prose" match="tag"><code>&lt;{.}></code></xsl:template>
  <xsl:template mode="o:prose" match="code | val"><code>{.}</code></xsl:template>
  <xsl:template mode="o:prose" match="mentioned"><em>{.}</em></xsl:template>
  <xsl:template mode="o:prose" match="q">“<xsl:apply-templates mode="o:prose"/>”</xsl:template>
  <xsl:template mode="o:prose" match="ref"><a href="{@target}"><xsl:apply-templates mode="o:prose"/></a></xsl:template>

  <!-- An example, character for character as the ODD has it, without the namespace that makes it one. -->
  <xsl:template mode="o:prose" match="eg:egXML">
    <pre><code>{o:source(node()) => replace('^\s+|\s+$', '')}</code></pre>
  </xsl:template>

  <xsl:function name="o:source" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="bare" as="node()*"><xsl:apply-templates mode="o:bare" select="$nodes"/></xsl:variable>
    <xsl:sequence select="serialize($bare, map { 'method': 'xml', 'omit-xml-declaration': true(), 'indent': false() })"/>
  </xsl:function>
  <xsl:mode name="o:bare" on-no-match="shallow-copy"/>
  <xsl:template mode="o:bare" match="eg:*">
    <xsl:element name="{local-name()}" namespace=""><xsl:apply-templates mode="o:bare" select="@*, node()"/></xsl:element>
  </xsl:template>

  <!-- What becomes of elements outside the vocabulary. -->
  <xsl:template mode="o:prose" match="divGen[@type = 'mappings']">
    <h3>Elements outside this guide</h3>
    <xsl:sequence select="o:mappings($m:rows, true())"/>
    <h3>Elements of this guide, as others use them</h3>
    <xsl:sequence select="o:mappings($m:habits, false())"/>
    <h3>Words in rend, rendition and style</h3>
    <xsl:sequence select="o:mappings($m:look-rows, false())"/>
  </xsl:template>

  <!-- One entry a row: the names; what becomes of them; what that means. -->
  <xsl:function name="o:mappings" as="element()">
    <xsl:param name="rows" as="element(m:row)+"/>
    <xsl:param name="renamed" as="xs:boolean"/>
    <xsl:variable name="ways" as="map(xs:string, xs:string)" select="map{'content': 'only what is in it stands',
      'nothing': 'left out', 'point': 'a point in the text', 'rule': ''}"/>
    <dl>
      <xsl:for-each select="$rows">
        <dt><xsl:for-each select="tokenize(@elements)">{if (position() gt 1) then ' ' else ''}<code>{.}</code></xsl:for-each></dt>
        <dd>{string-join((($ways(@to), @to)[1][$renamed or not(normalize-space(current()))][.], normalize-space()[.]), ': ')}</dd>
      </xsl:for-each>
    </dl>
  </xsl:function>

  <!-- What each code of a finding means. -->
  <xsl:template mode="o:prose" match="divGen[@type = 'faults']">
    <xsl:for-each xpath-default-namespace="" select="doc('../../schema/faults.xml')/faults/group">
      <h3 id="{@id}">{@title}</h3>
      <xsl:apply-templates mode="o:fault" select="fault"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:mode name="o:fault" on-no-match="fail"/>
  <xsl:template mode="o:fault" match="fault" xpath-default-namespace="">
    <xsl:variable name="rule" as="element()?" select="$rules[@ident = current()/@code]"/>
    <section id="fault-{@code}">
      <h4><code>{@code}</code></h4>
      <p>{(means, $rule ! o:plain(*:desc))[1] ! normalize-space()}</p>
      <pre><code>{example}</code></pre>
      <p>{(do, $rule ! o:asserted(.))[1] ! normalize-space()}</p>
    </section>
  </xsl:template>

  <!-- What the first assertion of a rule says; three dots stand for what it quotes. -->
  <xsl:function name="o:asserted" as="xs:string">
    <xsl:param name="rule" as="element(constraintSpec)"/>
    <xsl:variable name="said" as="element()" select="($rule//sch:assert, $rule//sch:report)[1]"/>
    <xsl:sequence select="string-join($said/node() ! (if (. instance of element()) then '…' else string()))"/>
  </xsl:function>

  <!-- The schemaSpec says only which chapters it is the sum of. -->
  <xsl:template mode="o:prose" match="schemaSpec">
    <p>The whole as files: <code>edition.rng</code> (RELAX NG, {count($elements)} elements) and <code>edition.sch</code>
      (ISO Schematron, {count($rules)} rules).</p>
  </xsl:template>
</xsl:stylesheet>
