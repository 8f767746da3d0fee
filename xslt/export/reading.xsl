<?xml version="1.0" encoding="UTF-8"?>
<!-- For programs that read the text as it stands in the file (Voyant, TXM, PhiloLogic and their like): one reading of each
     passage, and the notes behind the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="lib/frame.xsl"/>
  <xsl:include href="lib/notes.xsl"/>
  <xsl:include href="lib/revision.xsl"/>

  <xsl:variable name="m:table" as="element()*">
    <m:row element="choice" becomes="corr or reg" by="template">the printed reading is left out</m:row>
    <m:row element="fw del"/>
    <m:row element="surplus" becomes="" by="template">what is only printed twice stays, anything else is left out</m:row>
    <m:row element="gap" becomes="[…]" by="template"/>
    <m:row element="lb" becomes="a space" by="template">none within a word</m:row>
    <m:row element="cb"/>
    <m:row element="note" becomes="a point without words" by="template">the note stands in a division behind the text; a
      remark in the line stays there, as seg</m:row>
  </xsl:variable>

  <xsl:template match="choice" mode="m:export">
    <xsl:apply-templates select="corr | reg" mode="#current"/>
  </xsl:template>

  <xsl:template match="surplus" mode="m:export">
    <xsl:choose>
      <xsl:when test="@reason = 'repeated'">
        <xsl:call-template name="m:unwrapped"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="m:pages(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where text may stand, the sign for what is missing is text. -->
  <xsl:template match="gap[m:is-mixed(..)]" mode="m:export">
    <xsl:copy-of select="."/>
    <xsl:text>[…]</xsl:text>
  </xsl:template>

  <xsl:template match="lb" mode="m:export">
    <xsl:sequence select="' '[m:is-mixed(current()/..)][not(current()/@break = 'no')]"/>
  </xsl:template>

  <!-- A remark in the line is running text with brackets of its own; readers put a note into brackets of theirs. -->
  <xsl:template match="note[@place = 'inline'][m:is-mixed(..)][not(p or @target)]" mode="m:tidy">
    <seg>
      <xsl:apply-templates select="@* except @place, node()" mode="#current"/>
    </seg>
  </xsl:template>

  <!-- PhiloLogic looks for the genre in keywords of a scheme of this name, and nowhere else. -->
  <xsl:template match="keywords[ends-with(@scheme, '#genre')]" mode="m:tidy">
    <xsl:next-match/>
    <keywords scheme="genre">
      <xsl:for-each select=".//term">
        <term>
          <xsl:value-of select="normalize-space()"/>
        </term>
      </xsl:for-each>
    </keywords>
  </xsl:template>

  <!-- The calls: points, for nothing of a call is text. -->
  <xsl:template match="m:call" mode="m:tidy">
    <anchor type="call" xml:id="{@note}.call"/>
  </xsl:template>

  <xsl:template match="div[@type = 'notes']/note[@m:called]" mode="m:tidy">
    <xsl:copy>
      <xsl:attribute name="target" select="'#' || @xml:id || '.call'"/>
      <xsl:apply-templates select="@* except @target, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
