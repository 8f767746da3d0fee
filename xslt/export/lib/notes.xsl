<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes behind the text: where a note stood there is a call (m:call, which the profile writes in its own way in mode
     m:tidy), and the notes that are called, in the order of their calls, are a division at the end. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:key name="mp:note" match="note" use="m:note-id(.)"/>

  <xsl:function name="m:note-id" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="string(($note/@xml:id, 'note-' || count($note/preceding::note | $note/ancestor-or-self::note))[1])"/>
  </xsl:function>

  <xsl:template match="text//note[not(@place = 'inline' or parent::respStmt)]" mode="m:export">
    <m:call note="{m:note-id(.)}" mixed="{m:is-mixed(..)}"/>
  </xsl:template>

  <xsl:template match="text" mode="m:export">
    <xsl:variable name="parts" as="element(text)">
      <xsl:copy>
        <xsl:apply-templates select="@*, node()" mode="#current"/>
      </xsl:copy>
    </xsl:variable>
    <xsl:variable name="notes" as="element(note)*" select="mp:called($parts//m:call)"/>
    <xsl:apply-templates select="$parts" mode="mp:append">
      <xsl:with-param name="notes" tunnel="yes" as="element(div)?">
        <xsl:if test="exists($notes)">
          <div type="notes">
            <xsl:sequence select="$notes"/>
          </div>
        </xsl:if>
      </xsl:with-param>
    </xsl:apply-templates>
  </xsl:template>

  <!-- The notes of these calls; behind each the notes that are called in it. -->
  <xsl:function name="mp:called" as="element(note)*">
    <xsl:param name="calls" as="element(m:call)*"/>
    <xsl:for-each select="$calls">
      <xsl:variable name="note" as="element(note)" select="key('mp:note', @note, $m:prepared)[1]"/>
      <xsl:variable name="made" as="element(note)">
        <note xml:id="{@note}" m:called="{@mixed}">
          <xsl:apply-templates select="$note/(@* except @xml:id)" mode="m:export"/>
          <xsl:apply-templates select="$note" mode="m:in-note"/>
        </note>
      </xsl:variable>
      <xsl:sequence select="$made, mp:called($made//m:call)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- What a note says; a profile may have it otherwise. -->
  <xsl:mode name="m:in-note"/>

  <xsl:template match="note" mode="m:in-note" priority="-1">
    <xsl:apply-templates mode="m:export"/>
  </xsl:template>

  <xsl:mode name="mp:append" on-no-match="shallow-copy"/>

  <!-- At the end of the back, but before its trailers; a back is made where there is none. -->
  <xsl:template match="text" mode="mp:append">
    <xsl:param name="notes" tunnel="yes" as="element(div)?"/>
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
      <xsl:if test="$notes and empty(back)">
        <back>
          <xsl:sequence select="$notes"/>
        </back>
      </xsl:if>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="text/back" mode="mp:append">
    <xsl:param name="notes" tunnel="yes" as="element(div)?"/>
    <xsl:variable name="end" as="element()?" select="trailer[1]"/>
    <xsl:copy>
      <xsl:copy-of select="@*, (if ($end) then $end/preceding-sibling::node() else node()), $notes, $end,
        $end/following-sibling::node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="@m:called" mode="m:tidy"/>
</xsl:stylesheet>
