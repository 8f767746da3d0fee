<?xml version="1.0" encoding="UTF-8"?>
<!-- Boxes and blocks of the plain text. A block is an m:b with its kind and its indent in columns. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Boxes whose content stands where they stand. -->
  <xsl:template match="*[@m:as = 'box'][local-name() = ('text', 'div', 'castList', 'cell', $m:prose)]" mode="m:text" priority="0.25">
    <xsl:apply-templates mode="#current"/>
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
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <m:b kind="p" indent="{$indent + 4}">
      <xsl:apply-templates mode="#current"/>
    </m:b>
  </xsl:template>

  <xsl:template match="(speaker | stage)[@m:as = 'box']" mode="m:text">
    <xsl:if test="$speakers">
      <xsl:apply-templates mode="#current"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="(speaker | stage)[@m:as = 'block']" mode="m:text">
    <xsl:if test="$speakers">
      <xsl:call-template name="mp:block">
        <xsl:with-param name="kind" select="if (self::speaker) then 'speaker' else 'p'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A verse line is never joined to the next; shared lines stand further in, part by part. -->
  <xsl:template match="l[@m:as = 'block']" mode="m:text">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <m:b kind="l" indent="{$indent + 4 + (map{'M': 8, 'F': 16}(string(@part)), 0)[1]}">
      <xsl:apply-templates mode="#current"/>
    </m:b>
  </xsl:template>

  <!-- Lists, tables, figures .............................................................................. -->

  <xsl:template match="list[@m:as]" mode="m:text">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:apply-templates select="head" mode="#current"/>
    <m:group>
      <xsl:apply-templates select="node() except head" mode="#current">
        <xsl:with-param name="indent" select="$indent + 2" tunnel="yes"/>
      </xsl:apply-templates>
    </m:group>
  </xsl:template>

  <xsl:template match="(item | castItem)[@m:as = 'block']" mode="m:text">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <m:b kind="item" indent="{$indent}" mark="{mp:item-mark(.)}">
      <xsl:apply-templates mode="#current"/>
    </m:b>
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
    <xsl:apply-templates select="* except (row, trailer), row/(* except cell)" mode="#current"/>
    <m:table indent="{$indent}">
      <xsl:for-each select="row">
        <m:row>
          <xsl:for-each select="cell">
            <m:cell>
              <xsl:if test="(.|..)/@role = 'label'">
                <xsl:attribute name="role" select="'label'"/>
              </xsl:if>
              <xsl:apply-templates select="if (@m:as = 'box') then .//*[@m:as = 'block'] ! (node(), m:space()) else node()" mode="m:text"/>
            </m:cell>
          </xsl:for-each>
        </m:row>
      </xsl:for-each>
    </m:table>
    <xsl:apply-templates select="trailer" mode="#current"/>
  </xsl:template>

  <xsl:template match="figure[@m:as]" mode="m:text">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:apply-templates select="*[not(@m:as = 'block')]" mode="#current"/>
    <m:b kind="figure" indent="{$indent}">
      <xsl:apply-templates select="*[@m:as = 'block'][$speakers or not(self::stage or self::speaker)] ! (node(), m:space())" mode="#current"/>
    </m:b>
  </xsl:template>

  <xsl:template name="mp:block">
    <xsl:param name="kind" as="xs:string" select="'p'"/>
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <m:b kind="{$kind}" indent="{$indent}">
      <xsl:apply-templates mode="m:text"/>
    </m:b>
  </xsl:template>
</xsl:stylesheet>
