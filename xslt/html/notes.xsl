<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: a reference at the place, the note in a list, and the way back. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="note[not(m:is-inline(.))][not(@m:as)]" mode="m:html" priority="2">
    <xsl:sequence select="mp:call('ref-' || @xml:id, ., m:mark(.))"/>
  </xsl:template>

  <!-- As printed, a note whose call the source does not have has none. -->
  <xsl:template match="note[@m:uncalled]" mode="m:html" priority="3"/>

  <xsl:template match="ref[@type = 'noteAnchor']" mode="m:html" priority="2">
    <xsl:variable name="note" as="element(note)?" select="key('m:note', substring-after(@target, '#'))[1]"/>
    <xsl:sequence select="$note ! mp:call(current()/@xml:id, ., m:mark(.))"/>
  </xsl:template>

  <xsl:function name="mp:call" as="element()">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="mark" as="xs:string"/>
    <sup>
      <a role="doc-noteref" id="{$id}" href="#{$note/@xml:id}">
        <xsl:if test="$note/@m:loose">
          <xsl:attribute name="class" select="'loose'"/>
          <xsl:attribute name="title" select="'This note stands here in the source; no reference to it was found.'"/>
        </xsl:if>
        <xsl:value-of select="$mark"/>
      </a>
    </sup>
  </xsl:function>

  <xsl:template name="m:notes">
    <xsl:if test="exists($m:notes)">
      <section id="notes" role="doc-endnotes" aria-label="Notes">
        <h2>Notes</h2>
        <xsl:for-each select="m:hands($m:notes, $m:tei)">
          <p class="hand">
            <xsl:value-of select="."/>
          </p>
        </xsl:for-each>
        <ol class="notes">
          <xsl:apply-templates select="$m:notes" mode="m:note"/>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:mode name="m:note" on-no-match="fail"/>

  <xsl:template match="note" mode="m:note">
    <li id="{@xml:id}">
      <xsl:sequence select="mp:numbered(.), @xml:lang/m:lang(.), m:class(@type[. = 'apparatus']/'editor')"/>
      <xsl:apply-templates mode="m:html"/>
      <xsl:if test="empty(*[last()][@m:as = 'block'])">
        <p>
          <xsl:sequence select="m:note-tail(.)"/>
        </p>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:function name="mp:numbered" as="attribute()">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="mark" as="xs:string" select="m:mark($note)"/>
    <xsl:attribute name="{if (matches($mark, '^\d{1,6}$')) then 'value' else 'data-n'}" select="$mark"/>
  </xsl:function>

  <xsl:template match="note[not(m:is-inline(.))]/*[@m:as = 'block'][not(following-sibling::*)]" mode="m:tail">
    <xsl:sequence select="m:note-tail(..)"/>
  </xsl:template>

  <!-- Where notes stand in no numbered list, the mark opens the first paragraph; it leads back. -->
  <xsl:function name="m:opening-mark" as="node()*">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="$block[not(preceding-sibling::*)]/parent::note[not(m:is-inline(.))] ! (m:leading-mark(.), m:space())"/>
  </xsl:function>

  <xsl:function name="m:opens-with-block" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($note/*[1][@m:as = 'block'][not(self::figure)])"/>
  </xsl:function>

  <xsl:function name="m:leading-mark" as="element()">
    <xsl:param name="note" as="element(note)"/>
    <span class="mark">
      <xsl:choose>
        <xsl:when test="$note/@m:uncalled">
          <xsl:value-of select="m:mark($note)"/>
        </xsl:when>
        <xsl:otherwise>
          <a href="#ref-{$note/@xml:id}" aria-label="Note {m:mark($note)}, back to its reference">
            <xsl:value-of select="m:mark($note)"/>
          </a>
        </xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:function>

  <!-- Said in words at the end of a note: the editor's hand, a lost reference. -->
  <xsl:function name="m:remarks" as="element()*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:if test="$note/@type = 'apparatus'">
      <span class="said-by"> [Editor]</span>
    </xsl:if>
    <xsl:if test="$note/@m:loose">
      <span class="said-by"> [No reference to this note was found; it is called where it stands in the source.]</span>
    </xsl:if>
    <xsl:if test="$note/@m:uncalled">
      <span class="said-by"> [The source has no reference to this note.]</span>
    </xsl:if>
  </xsl:function>

  <!-- Behind it, the way back to each call. -->
  <xsl:function name="m:note-tail" as="node()*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="m:remarks($note)"/>
    <xsl:variable name="mark" as="xs:string" select="m:mark($note)"/>
    <xsl:variable name="calls" as="xs:string*"
      select="('ref-' || $note/@xml:id)[not($note/@m:uncalled)], $note/key('m:further-calls', @xml:id)/@xml:id"/>
    <xsl:for-each select="$calls">
      <xsl:text> </xsl:text>
      <a href="#{.}" role="doc-backlink" aria-label="Back to note reference {$mark}{if (position() gt 1) then ', call ' || position() else ''}">
        <xsl:if test="count($calls) gt 1">
          <xsl:attribute name="data-n" select="format-integer(position(), 'a')"/>
        </xsl:if>
        <xsl:text>↩</xsl:text>
      </a>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
