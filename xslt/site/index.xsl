<?xml version="1.0" encoding="UTF-8"?>
<!-- The list of the texts: for each its title, author, source, counts and every form; above it the facets. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:template name="mp:index">
    <xsl:if test="facet">
      <div class="facets" role="group" aria-label="Narrow the list">
        <xsl:apply-templates select="facet"/>
        <p>
          <a href="index.html">All texts</a>
        </p>
      </div>
    </xsl:if>
    <xsl:apply-templates select="edition"/>
    <xsl:choose>
      <xsl:when test="empty(edition)">
        <p>There is no text in this collection yet.</p>
      </xsl:when>
      <xsl:when test="facet">
        <p class="shown" data-of="{count(edition)}"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="facet">
    <p>
      <label for="{@name}">{@label}</label>
      <select id="{@name}" autocomplete="off">
        <option value="0">all</option>
        <xsl:for-each select="value">
          <option value="{position()}">{@label} ({@count})</option>
        </xsl:for-each>
      </select>
    </p>
  </xsl:template>

  <xsl:template match="edition">
    <article class="entry">
      <xsl:for-each select="@author | @date | @source">
        <xsl:attribute name="data-{local-name()}" select="."/>
      </xsl:for-each>
      <h2>
        <a href="{mp:folder(@name)}index.html">
          <xsl:sequence select="mp:other-language(@language)"/>
          <xsl:text>{mp:title(.)}</xsl:text>
        </a>
      </h2>
      <p>
        <xsl:value-of select="(string-join(m:authors(tei:TEI), ', ')[.], 'Author unknown')[1]"/>
        <xsl:value-of select="m:source-line(tei:TEI)[.] ! (' · ' || .)"/>
      </p>
      <xsl:for-each select="mp:counted(counts)[.]">
        <p class="counts">{.}</p>
      </xsl:for-each>
      <ul class="downloads">
        <xsl:for-each select="form">
          <li>
            <a href="{mp:folder(../@name)}{encode-for-uri(@file)}" aria-label="{@title}: {mp:title(..)}">{@title}</a>
          </li>
        </xsl:for-each>
      </ul>
    </article>
  </xsl:template>

  <xsl:function name="mp:other-language" as="attribute()?">
    <xsl:param name="language" as="xs:string"/>
    <xsl:if test="not($language = ('und', $mp:collection/@language))">
      <xsl:attribute name="lang" select="$language"/>
    </xsl:if>
  </xsl:function>

  <!-- "6,313 words, 7 notes, 12 corrections, 11 page breaks": what there is none of is not named. -->
  <xsl:function name="mp:counted" as="xs:string">
    <xsl:param name="counts" as="element(counts)"/>
    <xsl:sequence select="string-join((mp:words($counts/../tei:TEI)[. gt 0] ! mp:many(., 'word'),
      $counts/(@note, @correction, @page)[not(. = '0')]
      ! mp:many(xs:integer(.), if (self::attribute(page)) then 'page break' else local-name())), ', ')"/>
  </xsl:function>

  <xsl:function name="mp:many" as="xs:string">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:param name="what" as="xs:string"/>
    <xsl:sequence select="format-integer($count, '#,##0') || ' ' || $what || 's'[$count ne 1]"/>
  </xsl:function>

  <!-- As the header states them; 0 where it does not. -->
  <xsl:function name="mp:words" as="xs:integer">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="stated" as="xs:string?" select="$tei/tei:teiHeader/tei:fileDesc/tei:extent/tei:measure[@unit = 'words'][1]/@quantity"/>
    <xsl:sequence select="if ($stated castable as xs:integer) then xs:integer($stated) else 0"/>
  </xsl:function>
</xsl:stylesheet>
