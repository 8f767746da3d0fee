<?xml version="1.0" encoding="UTF-8"?>
<!-- The index of persons, places and works behind the text, and the links that lead to it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="m:indexes">
    <xsl:for-each select="$m:kinds-of-index">
      <xsl:call-template name="m:index">
        <xsl:with-param name="kind" select="."/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- One section of it; nothing where the text has no such entry. -->
  <xsl:template name="m:index">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:if test="exists(m:index($kind))">
      <section id="{$kind}" role="doc-index" aria-label="{$m:indexes($kind)}">
        <h2>{$m:indexes($kind)}</h2>
        <dl class="persons">
          <xsl:apply-templates select="m:index($kind)" mode="mp:entry"/>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:mode name="mp:entry" on-no-match="fail"/>

  <xsl:template match="person | personGrp | place | bibl" mode="mp:entry">
    <dt id="{@xml:id}">
      <xsl:choose>
        <xsl:when test="self::bibl">
          <cite>{m:entry-name(.)}</cite>
        </xsl:when>
        <xsl:otherwise>{m:entry-name(.)}</xsl:otherwise>
      </xsl:choose>
    </dt>
    <dd>
      <xsl:for-each select="string-join((m:when(.)[.], string-join(m:variants(.), ', ')[.] ! ('also ' || .)), '; ')[.]">
        <span class="said-by">{replace(., '\.$', '')}.</span>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:for-each select="note">
        <xsl:text>{normalize-space()} </xsl:text>
      </xsl:for-each>
      <xsl:for-each select="idno">
        <xsl:sequence select="mp:record(.)"/>
        <xsl:text>{if (position() = last()) then ' ' else ', '}</xsl:text>
      </xsl:for-each>
      <xsl:sequence select="mp:places('speaks', m:speeches(.)), mp:places('named', m:mentions(.))"/>
    </dd>
  </xsl:template>

  <!-- A record of an authority file, as a link where it has an address. -->
  <xsl:function name="mp:record" as="node()">
    <xsl:param name="record" as="element(idno)"/>
    <xsl:choose>
      <xsl:when test="m:authority-address($record)">
        <a href="{m:authority-address($record)}" rel="noreferrer">{m:authority($record)}</a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>{m:authority($record), normalize-space($record)}</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- "speaks p. 3, 5", each place once. -->
  <xsl:function name="mp:places" as="node()*">
    <xsl:param name="how" as="xs:string"/>
    <xsl:param name="passages" as="element()*"/>
    <xsl:if test="exists($passages)">
      <xsl:variable name="sign" as="xs:string" select="substring-before(m:place-of($passages[1]), ' ') || ' '"/>
      <i>{$how}</i>
      <xsl:for-each-group select="$passages" group-by="m:place-of(.)">
        <xsl:value-of select="if (position() = 1) then ' ' else ', '"/>
        <a href="#{ancestor-or-self::*[@xml:id][1]/@xml:id}">{if (position() gt 1 and starts-with(current-grouping-key(), $sign))
          then substring-after(current-grouping-key(), $sign) else current-grouping-key()}</a>
      </xsl:for-each-group>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:function>

  <!-- A name that leads there. It keeps its address, to which the index leads back. -->
  <xsl:template match="(persName | placeName)[mp:leads(.)]" mode="m:html" priority="2">
    <a href="#{m:leading($links)(generate-id())}">
      <xsl:sequence select="@xml:id/m:id(.), @xml:lang/m:lang(.), m:class(('named', m:look(.)))"/>
      <xsl:apply-templates mode="#current"/>
    </a>
  </xsl:template>

  <xsl:template match="title[mp:leads(.)]" mode="m:html" priority="2">
    <a class="named" href="#{m:leading($links)(generate-id())}">
      <xsl:next-match/>
    </a>
  </xsl:template>

  <!-- The label of a speech as well. -->
  <xsl:template match="speaker[mp:leads(.)]" mode="m:content">
    <a class="named" href="#{m:leading($links)(generate-id())}">
      <xsl:apply-templates mode="m:html"/>
    </a>
  </xsl:template>

  <xsl:function name="mp:leads" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="$m:is-reading and exists(m:leading($links)(generate-id($name)))"/>
  </xsl:function>
</xsl:stylesheet>
