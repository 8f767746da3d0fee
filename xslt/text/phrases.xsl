<?xml version="1.0" encoding="UTF-8"?>
<!-- Phrases of the plain text: what may get a sign there (emphasis, calls of notes, gaps), and the breaks of the page. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="text()" mode="m:text">
    <xsl:copy/>
  </xsl:template>

  <xsl:template match="*[not(@m:as)][local-name() = $m:prose]" mode="m:text" priority="-0.25">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- A stage direction in the line of a speech would be read as speech if nothing set it off. -->
  <xsl:template match="(speaker | stage)[not(@m:as)]" mode="m:text">
    <m:cue>
      <m:look as="{self::stage/mp:look(.)[not(. = mp:around-phrase(current())/mp:look(.))]}">
        <xsl:apply-templates mode="#current"/>
      </m:look>
    </m:cue>
  </xsl:template>

  <!-- How it was printed, once around the outermost of a look. -->
  <xsl:template match="(emph | hi | foreign | title)[not(@m:as)]" mode="m:text">
    <xsl:variable name="look" as="xs:string?" select="mp:look(.)[not(. = mp:around-phrase(current())/mp:look(.))]"/>
    <m:look as="{$look}">
      <xsl:if test="m:look(.) = 'sc'">
        <xsl:attribute name="small-caps" select="'yes'"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </m:look>
  </xsl:template>

  <!-- The phrases with a look around a phrase. -->
  <xsl:function name="mp:around-phrase" as="element()*">
    <xsl:param name="phrase" as="element()"/>
    <xsl:sequence select="mp:around($phrase)
      [self::emph or self::hi or self::foreign or self::title or self::stage][not(@m:as)]"/>
  </xsl:function>

  <!-- What stands around a phrase of the text, or of a note. -->
  <xsl:function name="mp:around" as="element()*">
    <xsl:param name="phrase" as="element()"/>
    <xsl:sequence select="$phrase/(ancestor::* except ancestor::note[not(m:is-inline(.))]/ancestor::*)"/>
  </xsl:function>

  <xsl:function name="mp:look" as="xs:string?">
    <xsl:param name="phrase" as="element()"/>
    <xsl:sequence select="if ($phrase[mp:stands-apart(.)]) then () else
      if (m:look($phrase) = 'b') then 'bold' else 'italic'[m:is-italic($phrase)]"/>
  </xsl:function>

  <!-- A stage direction in brackets of its own, or within another, needs no sign. -->
  <xsl:function name="mp:stands-apart" as="xs:boolean">
    <xsl:param name="phrase" as="element()"/>
    <xsl:sequence select="exists($phrase/self::stage) and (exists(mp:around($phrase)/self::stage) or
      matches(string-join($phrase//text()[empty(ancestor::note intersect $phrase//note)]), '^\s*[(\[]'))"/>
  </xsl:function>

  <!-- As printed, what was struck out and what was inserted are told apart; in the reading the one is not there. -->
  <xsl:template match="(del | add)[not($m:is-reading)][not(@m:as)]" mode="m:text">
    <xsl:element name="m:{local-name()}">
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="unclear[not(@m:as)]" mode="m:text">
    <xsl:call-template name="mp:words"/>
  </xsl:template>

  <xsl:template match="(corr | reg | sic | supplied | surplus | secl)[not(@m:as)]" mode="m:text">
    <xsl:call-template name="mp:words"/>
  </xsl:template>

  <!-- Where the edition left something out. -->
  <xsl:template match="anchor[@m:entry]" mode="m:text">
    <xsl:sequence select="mp:marked(.)"/>
  </xsl:template>

  <!-- The place of an entry of the register. -->
  <xsl:function name="mp:marked" as="element(m:mark)?">
    <xsl:param name="place" as="element()"/>
    <xsl:for-each select="$place/(@m:entry, @xml:id)[1][$m:is-reading] ! $m:entries(.)">
      <m:mark entry="{@id}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="gap[not(@m:as)]" mode="m:text">
    <xsl:call-template name="mp:words"/>
  </xsl:template>

  <!-- The words of a block, or of a phrase with a sign of its own: what is hard to read, a gap of known extent. -->
  <xsl:template name="mp:words">
    <xsl:choose>
      <xsl:when test="self::unclear">
        <m:unclear>
          <xsl:apply-templates mode="m:text"/>
        </m:unclear>
      </xsl:when>
      <xsl:when test="self::gap">
        <m:gap>
          <xsl:if test="@quantity or @extent[. ne 'unknown']">
            <xsl:attribute name="extent" select="m:extent(.)"/>
          </xsl:if>
          <xsl:apply-templates mode="m:text"/>
        </m:gap>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="m:text"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:sequence select="mp:marked(.)"/>
  </xsl:template>

  <xsl:template match="note[not(m:is-inline(.))][not(@m:as)]" mode="m:text" priority="2">
    <m:call note="{@xml:id}" mark="{m:mark(.)}"/>
  </xsl:template>

  <xsl:template match="note[@m:uncalled]" mode="m:text" priority="3"/>

  <xsl:template match="ref[@type = 'noteAnchor'][not(@m:as)]" mode="m:text" priority="2">
    <xsl:for-each select="key('m:note', substring-after(@target, '#'))[1]">
      <m:call note="{@xml:id}" mark="{m:mark(.)}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Breaks ............................................................................................. -->

  <xsl:template match="anchor | cb" mode="m:text"/>

  <xsl:template match="lb" mode="m:text">
    <m:br/>
  </xsl:template>

  <xsl:template match="lb[@m:lines = 'no']" mode="m:text"/>

  <xsl:template match="pb" mode="m:text">
    <m:page n="{@n}"/>
  </xsl:template>

  <xsl:template match="milestone" mode="m:text"/>

  <xsl:template match="*[@m:as = 'box']/milestone" mode="m:text">
    <m:break/>
  </xsl:template>
</xsl:stylesheet>
