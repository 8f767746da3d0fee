<?xml version="1.0" encoding="UTF-8"?>
<!-- Boxes and blocks of the text in HTML. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:mode name="m:tail" on-no-match="deep-skip"/>
  <!-- What a block holds. -->
  <xsl:mode name="m:content" on-no-match="fail"/>

  <xsl:template match="*" mode="m:content">
    <xsl:apply-templates mode="m:html"/>
  </xsl:template>

  <xsl:template match="text | (front | body | back)[@m:as]" mode="m:html">
    <xsl:for-each select="@xml:id">
      <span id="{.}"/>
    </xsl:for-each>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="div[@m:as]" mode="m:html">
    <xsl:element name="{if (m:heading(.)) then 'section' else 'div'}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Boxes without a meaning of their own in HTML. -->
  <xsl:template match="*[@m:as = 'box'][local-name() = $m:prose]" mode="m:html" priority="0.25">
    <div>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:sequence select="m:permalink(.)[$m:form = 'page']"/>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="quote[@m:as = 'box']" mode="m:html">
    <blockquote>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </blockquote>
  </xsl:template>

  <!-- Blocks: text, after the link to their address and before what a note adds at its end. -->
  <xsl:template match="*[@m:as = 'block'][local-name() = $m:prose] | m:run" mode="m:html" priority="0.25">
    <p>
      <xsl:call-template name="mp:block"/>
    </p>
  </xsl:template>

  <xsl:template match="quote[@m:as = 'block']" mode="m:html">
    <blockquote>
      <p>
        <xsl:call-template name="mp:block"/>
      </p>
    </blockquote>
  </xsl:template>

  <xsl:template match="l[@m:as = 'block']" mode="m:html">
    <div>
      <xsl:for-each select="m:line-number(.)[$m:is-reading]">
        <xsl:attribute name="data-n" select="."/>
      </xsl:for-each>
      <xsl:call-template name="mp:block"/>
    </div>
  </xsl:template>

  <xsl:template name="mp:block">
    <xsl:apply-templates select="." mode="m:attributes"/>
    <xsl:sequence select="if ($m:form = 'page') then m:permalink(.) else m:opening-mark(.)"/>
    <xsl:apply-templates select="." mode="m:content"/>
    <xsl:apply-templates select="." mode="m:tail"/>
  </xsl:template>

  <!-- The number of a paragraph is its address. It is drawn by the style sheet and is no text of the page. -->
  <xsl:function name="m:permalink" as="element()?">
    <xsl:param name="block" as="element()"/>
    <xsl:if test="$block/self::p[@xml:id][not(m:is-in-note(.))]">
      <a class="pn" tabindex="-1" aria-label="Link to this paragraph" href="#{$block/@xml:id}"/>
    </xsl:if>
  </xsl:function>

  <!-- Headings: the main one of each division is a heading of the page, kickers and sub-titles are paragraphs. -->

  <xsl:template match="div/head[@m:as = 'block'][m:is-heading(.)]" mode="m:html" priority="2">
    <xsl:element name="h{m:level(..)}">
      <xsl:call-template name="mp:block"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="m:is-heading" as="xs:boolean">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="exists(m:heading($head/..)[. is $head])"/>
  </xsl:function>

  <xsl:function name="m:heading" as="element(head)?">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="heads" as="element(head)*" select="$division/head[m:plain(.)]"/>
    <xsl:sequence select="($heads[@type = 'main'], $heads[not(@type = ('kicker', 'sub'))], $heads)[1]"/>
  </xsl:function>

  <!-- 2 for the outermost: no level is left out, however many divisions have no heading. -->
  <xsl:function name="m:level" as="xs:integer">
    <xsl:param name="division" as="element(div)"/>
    <xsl:sequence select="min((6, 2 + count($division/ancestor::div[m:heading(.)])))"/>
  </xsl:function>

  <!-- Lists .............................................................................................. -->

  <xsl:template match="(list | castList)[@m:as]" mode="m:html">
    <xsl:apply-templates select="head" mode="#current"/>
    <ul>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates select="* except head" mode="#current"/>
    </ul>
  </xsl:template>

  <xsl:template match="list[@m:as][@type = ('ordered', 'numbered') or item/@n]" mode="m:html" priority="2">
    <xsl:apply-templates select="head" mode="#current"/>
    <ol>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates select="* except head" mode="#current"/>
    </ol>
  </xsl:template>

  <xsl:template match="(item | castItem | list/label)[@m:as = ('block', 'box')]" mode="m:html" priority="2">
    <li>
      <xsl:sequence select="@n/m:number(.)"/>
      <xsl:call-template name="mp:block"/>
    </li>
  </xsl:template>

  <xsl:template match="(list | castList)/*[not(self::item or self::label or self::head or self::castItem or self::note)]" mode="m:html" priority="3">
    <li class="plain">
      <xsl:next-match/>
    </li>
  </xsl:template>

  <xsl:function name="m:number" as="attribute()">
    <xsl:param name="n" as="attribute(n)"/>
    <xsl:attribute name="{if (matches($n, '^\d{1,6}$')) then 'value' else 'data-n'}" select="$n"/>
  </xsl:function>

  <!-- Tables scroll sideways in a region of their own. -->
  <xsl:template match="table[@m:as]" mode="m:html">
    <xsl:apply-templates select="m:before-table(.)" mode="#current"/>
    <section class="scroll" tabindex="0" aria-label="{(m:plain(head[1])[.], 'Table')[1]}">
      <table>
        <xsl:apply-templates select="." mode="m:attributes"/>
        <xsl:apply-templates select="head, row" mode="#current"/>
      </table>
    </section>
    <xsl:apply-templates select="trailer" mode="#current"/>
  </xsl:template>

  <xsl:template match="table/head[@m:as]" mode="m:html" priority="2">
    <caption>
      <xsl:call-template name="mp:block"/>
    </caption>
  </xsl:template>

  <xsl:template match="row[@m:as]" mode="m:html">
    <tr>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates select="cell" mode="#current"/>
    </tr>
  </xsl:template>

  <xsl:template match="cell[@m:as]" mode="m:html">
    <xsl:element name="{if ((.|..)/@role = 'label') then 'th' else 'td'}">
      <xsl:for-each select="@cols[. castable as xs:positiveInteger]">
        <xsl:attribute name="colspan" select="."/>
      </xsl:for-each>
      <xsl:call-template name="mp:block"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="figure[@m:as]" mode="m:html">
    <figure>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <figcaption>
        <xsl:apply-templates mode="#current"/>
      </figcaption>
    </figure>
  </xsl:template>
</xsl:stylesheet>
