<?xml version="1.0" encoding="UTF-8"?>
<!-- Phrases, page breaks and editorial signs in HTML. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="text()" mode="m:html">
    <xsl:copy/>
  </xsl:template>

  <!-- What a phrase means need not be seen: its quotation marks and brackets stand in the text. -->
  <xsl:template match="*[not(@m:as)][local-name() = $m:prose]" mode="m:html" priority="-0.25">
    <xsl:apply-templates select="." mode="mp:span"/>
  </xsl:template>

  <xsl:mode name="mp:span" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="mp:span">
    <xsl:apply-templates mode="m:html"/>
  </xsl:template>

  <xsl:template match="*[@xml:id or @xml:lang or exists(m:look(.))]" mode="mp:span">
    <span>
      <xsl:sequence select="@xml:id/m:id(.), @xml:lang/m:lang(.), m:class(m:look(.))"/>
      <xsl:apply-templates mode="m:html"/>
    </span>
  </xsl:template>

  <xsl:template match="label | fw | seg[@m:element]" mode="m:html">
    <span>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>

  <xsl:template match="speaker" mode="m:html">
    <span>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates select="." mode="m:content"/>
    </span>
  </xsl:template>

  <xsl:template match="stage" mode="m:html">
    <i>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </i>
  </xsl:template>

  <xsl:template match="emph | hi | foreign | title" mode="m:html">
    <xsl:variable name="name" as="xs:string" select="mp:element(.)"/>
    <xsl:element name="{$name}">
      <xsl:sequence select="@xml:id/m:id(.), @xml:lang/m:lang(.),
        m:class((m:look(.)[not(. = ('i', $name))], 'i'[m:is-italic(current()) and not($name = ('em', 'i'))],
        'ro'[$name = 'i' and not(m:is-italic(current()))]))"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="mp:element" as="xs:string">
    <xsl:param name="phrase" as="element()"/>
    <xsl:sequence select="if ($phrase/self::emph) then (if (m:look($phrase) = 'b') then 'strong' else 'em')
      else if ($phrase/self::title) then 'cite'
      else (map{'b': 'b', 'sup': 'sup', 'sub': 'sub', 'u': 'u', 's': 's'}(string(m:look($phrase)[1])),
        'i'[m:is-italic($phrase) or $phrase/self::foreign], 'span')[1]"/>
  </xsl:function>

  <!-- A link that leads out of the page, or to a passage of it; anything else (scripts, unknown files) is only text. -->
  <xsl:template match="ref" mode="m:html">
    <xsl:apply-templates select="." mode="mp:span"/>
  </xsl:template>

  <xsl:template match="ref[mp:is-link(.)]" mode="m:html">
    <a href="{@target}">
      <xsl:sequence select="@xml:id/m:id(.)"/>
      <xsl:if test="not(starts-with(@target, '#'))">
        <xsl:attribute name="rel" select="'noreferrer'"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </a>
    <xsl:sequence select="mp:daggers(.)"/>
  </xsl:template>

  <!-- A link holds no other: no call of a note and no link. -->
  <xsl:function name="mp:is-link" as="xs:boolean">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:sequence select="empty($ref/@m:as) and empty($ref//(ref | note[not(m:is-inline(.))])) and empty($ref/ancestor::ref)
      and (matches($ref/@target, '^(https?|mailto):\S+$') or mp:is-in-page($ref/@target))"/>
  </xsl:function>

  <xsl:function name="mp:is-in-page" as="xs:boolean">
    <xsl:param name="target" as="xs:string?"/>
    <xsl:sequence select="starts-with($target, '#') and exists(key('mp:id', substring($target, 2), root($m:shaped))
      [ancestor::text][not(self::c or self::cb or self::lb or self::milestone)])"/>
  </xsl:function>

  <!-- Page, column and line breaks ........................................................................ -->

  <xsl:template match="pb" mode="m:html">
    <span id="{@xml:id}" role="doc-pagebreak" class="pb" title="{string-join(('Page', (@n, 'break')[1]), ' ')}">
      <xsl:if test="@n">
        <xsl:attribute name="data-n" select="@n"/>
      </xsl:if>
    </span>
  </xsl:template>

  <!-- A page of which there is a picture: its mark leads to it. Beside the text as it is printed stands the picture. -->
  <xsl:template match="pb[m:picture(.)]" mode="m:html" priority="1">
    <xsl:variable name="picture" as="xs:string" select="m:picture(.)"/>
    <a class="facs" href="{$picture}" aria-label="{if (@n) then 'Picture of page ' || @n else 'Picture of the page'}">
      <xsl:if test="contains($picture, ':')">
        <xsl:attribute name="rel" select="'noreferrer'"/>
      </xsl:if>
      <xsl:next-match/>
      <xsl:if test="m:is-shown($picture)">
        <img class="scan" src="{$picture}" alt="" loading="lazy"/>
      </xsl:if>
    </a>
  </xsl:template>

  <!-- Where the picture of a page is: beside this page, or on the web. A book has no files beside it. -->
  <xsl:function name="m:picture" as="xs:string?">
    <xsl:param name="page" as="element(pb)"/>
    <xsl:sequence select="tokenize($page/@facs)[1][matches(., '^https?://.') or ($m:form = 'page' and matches(., '^[^:#?/][^:#?]*$'))]"/>
  </xsl:function>

  <!-- Nothing is loaded from elsewhere. -->
  <xsl:function name="m:is-shown" as="xs:boolean">
    <xsl:param name="picture" as="xs:string"/>
    <xsl:sequence select="not($m:is-reading) and matches($picture, '^[^:]+\.(jpe?g|png|webp|gif|avif)$', 'i')"/>
  </xsl:function>

  <xsl:template match="cb" mode="m:html">
    <span class="cb" title="Column break"/>
  </xsl:template>

  <xsl:template match="lb" mode="m:html">
    <br/>
  </xsl:template>

  <!-- One divided word does not make a page of lines. -->
  <xsl:template match="lb[@m:lines = 'no']" mode="m:html">
    <span class="lb" title="Line break"/>
  </xsl:template>

  <xsl:template match="milestone" mode="m:html">
    <span class="milestone"/>
  </xsl:template>

  <xsl:template match="*[@m:as = 'box']/milestone" mode="m:html">
    <hr/>
  </xsl:template>

  <xsl:template match="anchor" mode="m:html">
    <xsl:for-each select="@xml:id">
      <span id="{.}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The page's own changes: what was struck out stands only in the page as printed, where both are marked. -->
  <xsl:template match="del" mode="m:html">
    <del>
      <xsl:sequence select="@xml:id/m:id(.), @xml:lang/m:lang(.)"/>
      <xsl:apply-templates mode="#current"/>
    </del>
  </xsl:template>

  <xsl:template match="add[not($m:is-reading)][not(@m:as)]" mode="m:html">
    <ins>
      <xsl:sequence select="@xml:id/m:id(.), @xml:lang/m:lang(.)"/>
      <xsl:for-each select="@place">
        <xsl:attribute name="title" select="'Inserted: ' || ."/>
      </xsl:for-each>
      <xsl:apply-templates mode="#current"/>
    </ins>
  </xsl:template>

  <!-- Editorial signs ..................................................................................... -->

  <xsl:template match="corr | reg | sic | supplied | surplus | secl | gap | unclear" mode="m:html">
    <span>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </span>
    <xsl:sequence select="mp:dagger(.)[empty(current()/ancestor::ref[mp:is-link(.)])]"/>
  </xsl:template>

  <!-- The daggers of what stands in a link stand behind it. -->
  <xsl:function name="mp:daggers" as="element()*">
    <xsl:param name="link" as="element()"/>
    <xsl:sequence select="$link//(corr | reg | sic | supplied | surplus | secl | gap | unclear) ! mp:dagger(.)"/>
  </xsl:function>

  <!-- Hidden until the reader asks for the corrections, so that hundreds of them are no stops on the way. -->
  <xsl:function name="mp:dagger" as="element()*">
    <xsl:param name="place" as="element()"/>
    <xsl:for-each select="$place/@xml:id ! $m:entries(.)[$m:is-reading][$m:form = 'page']">
      <a class="cm" href="#app-{@id}" aria-label="{m:told(.)}"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
