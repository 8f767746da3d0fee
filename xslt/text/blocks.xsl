<?xml version="1.0" encoding="UTF-8"?>
<!-- Boxes and blocks of the plain text. A block is an m:b: its kind and indent for the layout; the name of its element,
     its address, page and speaker for whoever counts. Within m:cue stand speaker labels and stage directions. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Boxes whose content stands where they stand. -->
  <xsl:template match="*[@m:as = 'box'][local-name() = ('text', $m:prose)]" mode="m:text" priority="0.25">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="div[@m:as]" mode="m:text">
    <m:div level="{count(ancestor-or-self::div)}">
      <xsl:apply-templates mode="#current"/>
    </m:div>
  </xsl:template>

  <!-- Salutation, place, date and signature stand together. -->
  <xsl:template match="(opener | closer | docTitle)[@m:as = 'box']" mode="m:text">
    <m:group tight="yes">
      <xsl:apply-templates mode="#current"/>
    </m:group>
  </xsl:template>

  <!-- Boxes set in. -->
  <xsl:template match="(quote | epigraph)[@m:as = 'box']" mode="m:text">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:apply-templates mode="#current">
      <xsl:with-param name="indent" select="$indent + 4" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- Verse in a quotation is set in once, by its lines. -->
  <xsl:template match="(quote | epigraph)[@m:as = 'box'][lg | l]" mode="m:text" priority="2">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="lg[@m:as]" mode="m:text">
    <m:group>
      <xsl:apply-templates mode="#current"/>
    </m:group>
  </xsl:template>

  <xsl:template match="*[@m:as = 'block'][local-name() = $m:prose] | m:run" mode="m:text" priority="0.25">
    <xsl:call-template name="mp:block"/>
  </xsl:template>

  <xsl:template match="div/head[@m:as = 'block']" mode="m:text" priority="2">
    <xsl:call-template name="mp:block">
      <xsl:with-param name="kind" select="'head'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="(quote | epigraph)[@m:as = 'block']" mode="m:text">
    <xsl:call-template name="mp:block">
      <xsl:with-param name="deeper" select="4"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="(speaker | stage)[@m:as = 'box']" mode="m:text">
    <m:cue>
      <xsl:apply-templates mode="#current"/>
    </m:cue>
  </xsl:template>

  <xsl:template match="(speaker | stage)[@m:as = 'block']" mode="m:text">
    <m:cue>
      <xsl:call-template name="mp:block">
        <xsl:with-param name="kind" select="if (self::speaker) then 'speaker' else 'p'"/>
      </xsl:call-template>
    </m:cue>
  </xsl:template>

  <!-- A verse line is never joined to the next; a part of a shared line begins where the part before it ends. -->
  <xsl:template match="l[@m:as = 'block']" mode="m:text">
    <xsl:call-template name="mp:block">
      <xsl:with-param name="kind" select="'l'"/>
      <xsl:with-param name="deeper" select="4 + m:set-in(.)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Lists, tables, figures .............................................................................. -->

  <xsl:template match="(list | castList)[@m:as]" mode="m:text">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:apply-templates select="head" mode="#current"/>
    <m:group>
      <xsl:apply-templates select="node() except head" mode="#current">
        <xsl:with-param name="indent" select="$indent + (if (self::list) then 2 else 0)" tunnel="yes"/>
      </xsl:apply-templates>
    </m:group>
  </xsl:template>

  <xsl:template match="(item | castItem)[@m:as = 'block']" mode="m:text">
    <xsl:call-template name="mp:block">
      <xsl:with-param name="kind" select="'item'"/>
      <xsl:with-param name="mark" select="mp:item-mark(.)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- An item of several blocks: its mark stands before the first. -->
  <xsl:template match="(item | castItem)[@m:as = 'box']" mode="m:text">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <m:item indent="{$indent}" mark="{mp:item-mark(.)}">
      <xsl:apply-templates mode="#current">
        <xsl:with-param name="indent" select="0" tunnel="yes"/>
      </xsl:apply-templates>
    </m:item>
  </xsl:template>

  <xsl:function name="mp:item-mark" as="xs:string">
    <xsl:param name="item" as="element()"/>
    <xsl:variable name="place" as="xs:integer" select="count($item/preceding-sibling::item) + 1"/>
    <xsl:sequence select="if ($item/self::castItem) then '' else if ($item/@n) then $item/@n || '.'
      else if ($item/../@type = ('ordered', 'numbered')) then $place || '.'
      else if ($item/../@type = ('simple', 'gloss', 'none') or $item/../label) then '' else '-'"/>
  </xsl:function>

  <xsl:template match="table[@m:as]" mode="m:text">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:apply-templates select="m:before-table(.), head" mode="#current"/>
    <m:table indent="{$indent}">
      <xsl:for-each select="row">
        <m:row>
          <xsl:apply-templates select="cell" mode="#current">
            <xsl:with-param name="indent" select="0" tunnel="yes"/>
          </xsl:apply-templates>
        </m:row>
      </xsl:for-each>
    </m:table>
    <xsl:apply-templates select="trailer" mode="#current"/>
  </xsl:template>

  <xsl:template match="cell[@m:as]" mode="m:text">
    <m:cell>
      <xsl:if test="(.|..)/@role = 'label'">
        <xsl:attribute name="role" select="'label'"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="@m:as = 'box'">
          <xsl:apply-templates mode="#current"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="mp:block"/>
        </xsl:otherwise>
      </xsl:choose>
    </m:cell>
  </xsl:template>

  <xsl:template match="figure[@m:as]" mode="m:text">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <m:figure indent="{$indent}">
      <xsl:apply-templates mode="#current"/>
    </m:figure>
  </xsl:template>

  <xsl:template name="mp:block">
    <xsl:param name="kind" as="xs:string" select="'p'"/>
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:param name="deeper" as="xs:integer" select="0"/>
    <xsl:param name="mark" as="xs:string?"/>
    <m:b kind="{$kind}" indent="{$indent + $deeper}" name="{local-name()}" id="{ancestor-or-self::*[@xml:id][1]/@xml:id}"
      page="{m:page(.)}" speaker="{mp:speaker(.)}">
      <xsl:if test="$mark">
        <xsl:attribute name="mark" select="$mark"/>
      </xsl:if>
      <xsl:call-template name="mp:words"/>
    </m:b>
  </xsl:template>

  <!-- Who speaks in a block: the person by name, or the label as printed where nobody knows who that is. -->
  <xsl:function name="mp:speaker" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="turn" as="element()?" select="$block/ancestor-or-self::*[self::sp or self::said][1]"/>
    <xsl:sequence select="string((m:persons($turn/@who, $m:tei)[.], $turn/speaker[1]/m:plain(.))[1])"/>
  </xsl:function>
</xsl:stylesheet>
