<?xml version="1.0" encoding="UTF-8"?>
<!-- The persons, places and works of all texts: what is registered is one entry; a name that is not is an entry of its
     own. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:key name="mp:edition" match="edition" use="@name"/>

  <xsl:template name="mp:persons">
    <p class="lead">Who speaks or is named, and where.<xsl:if test="person[@known = 'false']"> The editors vouch for
      the names marked *: each is one person in all texts. Any other name stands as the texts have it, and need not mean
      the same person in each.</xsl:if></p>
    <xsl:for-each-group select="person" group-by="@kind">
      <xsl:sort select="index-of(('persons', 'places', 'works'), current-grouping-key())"/>
      <xsl:variable name="entries" as="xs:string*" select="distinct-values(current-group()/@key, $mp:by-letters)"/>
      <section role="doc-index" id="{current-grouping-key()}" aria-labelledby="{current-grouping-key()}-heading">
        <h2 id="{current-grouping-key()}-heading">{$mp:kinds(current-grouping-key())}</h2>
        <!-- A long list is parted by letters. -->
        <xsl:choose>
          <xsl:when test="count($entries) gt 24">
            <xsl:call-template name="mp:letters">
              <xsl:with-param name="persons" select="current-group()"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:sequence select="mp:list(current-group())"/>
          </xsl:otherwise>
        </xsl:choose>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:variable name="mp:kinds" as="map(xs:string, xs:string)" select="map{'persons': 'Persons', 'places': 'Places', 'works': 'Works'}"/>

  <!-- "Persons, places": the kinds that there are. -->
  <xsl:function name="mp:kinds-of-entries" as="xs:string">
    <xsl:variable name="kinds" as="xs:string" select="string-join(('persons', 'places', 'works')[. = $mp:collection/person/@kind], ', ')"/>
    <xsl:sequence select="upper-case(substring($kinds, 1, 1)) || substring($kinds, 2)"/>
  </xsl:function>

  <xsl:template name="mp:letters">
    <xsl:param name="persons" as="element(person)+"/>
    <xsl:variable name="kind" as="xs:string" select="$persons[1]/@kind"/>
    <nav class="letters" aria-label="{$mp:kinds($kind)} by letter">
      <ul>
        <xsl:for-each select="sort(distinct-values($persons/@letter, $mp:by-letters), $mp:by-letters)">
          <li><a href="#{$kind}-{position()}">{.}</a></li>
        </xsl:for-each>
      </ul>
    </nav>
    <xsl:for-each-group select="$persons" group-by="@letter" collation="{$mp:by-letters}">
      <xsl:sort select="current-grouping-key()" collation="{$mp:by-letters}"/>
      <h3 id="{$kind}-{position()}">{current-grouping-key()}</h3>
      <xsl:sequence select="mp:list(current-group())"/>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="mp:list" as="element(dl)">
    <xsl:param name="persons" as="element(person)*"/>
    <dl class="persons">
      <xsl:for-each-group select="$persons" group-by="@key" collation="{$mp:by-letters}">
        <xsl:sort select="@sort" collation="{$mp:by-letters}"/>
        <xsl:sort select="@key" collation="{$mp:by-letters}"/>
        <xsl:sequence select="mp:person(current-group())"/>
      </xsl:for-each-group>
    </dl>
  </xsl:function>

  <xsl:function name="mp:person" as="element()+">
    <xsl:param name="person" as="element(person)+"/>
    <dt>
      <xsl:if test="$person[1]/@known = 'true'">
        <xsl:attribute name="id" select="$person[1]/@id"/>
      </xsl:if>
      <xsl:text>{$person[1]/@name}{'*'[$person[1]/@known = 'true'][$mp:collection/person/@known = 'false']}</xsl:text>
    </dt>
    <xsl:for-each select="mp:told($person)">
      <dd class="said-by">
        <xsl:sequence select="?*"/>
      </dd>
    </xsl:for-each>
    <xsl:apply-templates select="$person" mode="mp:person"/>
  </xsl:function>

  <!-- What the editors say of a person: dates, other forms of the name, a note, records of authority files. -->
  <xsl:function name="mp:told" as="array(*)?">
    <xsl:param name="person" as="element(person)+"/>
    <xsl:variable name="parts" as="node()*">
      <xsl:for-each select="distinct-values($person/@when)[.]">
        <xsl:text>{.}. </xsl:text>
      </xsl:for-each>
      <xsl:for-each select="string-join(distinct-values($person/also/@name), ', ')[.]">
        <xsl:text>also {.}{'.'[not(ends-with(current(), '.'))]} </xsl:text>
      </xsl:for-each>
      <xsl:for-each select="distinct-values($person/@note)[.]">
        <xsl:text>{.} </xsl:text>
      </xsl:for-each>
      <xsl:for-each-group select="$person/idno" group-by="@label || ' ' || @value">
        <xsl:sequence select="mp:authority(.)"/>
        <xsl:text> </xsl:text>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="array{$parts}[exists($parts)]"/>
  </xsl:function>

  <xsl:function name="mp:authority" as="node()">
    <xsl:param name="record" as="element(idno)"/>
    <xsl:choose>
      <xsl:when test="string($record/@address)">
        <a href="{$record/@address}" rel="noreferrer">{$record/@label}</a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>{$record/@label} {$record/@value}</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- One text: "Behind the Scenes: speaks p. 3, 5; named p. 4". -->
  <xsl:template match="person" mode="mp:person">
    <xsl:variable name="folder" as="xs:string" select="mp:folder(@text)"/>
    <xsl:variable name="edition" as="element(edition)" select="key('mp:edition', @text)"/>
    <dd id="{m:person-id(@text, @id)}">
      <a href="{$folder}index.html#{@id}">
        <xsl:sequence select="mp:other-language($edition/@language)"/>
        <xsl:text>{mp:title($edition)}</xsl:text>
      </a>
      <xsl:for-each-group select="place" group-adjacent="@how">
        <xsl:text>{if (position() = 1) then ': ' else '; '}</xsl:text>
        <i>{current-grouping-key()}</i>
        <xsl:for-each select="current-group()">
          <xsl:text>{if (position() = 1) then ' ' else ', '}</xsl:text>
          <a href="{$folder}index.html#{@id}">{if (position() = 1) then @label else replace(@label, '^\S+ ', '')}</a>
        </xsl:for-each>
        <xsl:text>{current-group()[1]/@more[. ne '0'] ! (' and ' || . || ' more')}</xsl:text>
      </xsl:for-each-group>
    </dd>
  </xsl:template>

  <!-- A person of a text: an id holds no spaces. -->
  <xsl:function name="m:person-id" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="replace($text, '\s', '_') || '.' || $id"/>
  </xsl:function>
</xsl:stylesheet>
