<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 0: every citable element has an id, every loose note is marked as such. Both views start from this tree, so
     that a passage has the same address in each. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:mode name="m:ids" on-no-match="shallow-copy"/>

  <xsl:key name="mp:stood" match="anchor[@type = 'stood']" use="tokenize(@corresp) ! substring-after(., '#')"/>

  <xsl:template match="comment() | processing-instruction()" mode="m:ids"/>

  <!-- The header is read, never shown as it stands. -->
  <xsl:template match="teiHeader" mode="m:ids">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template mode="m:ids" match="div[not(@xml:id)] | head[not(@xml:id)] | p[not(@xml:id)] | ab[not(@xml:id)]
    | sp[not(@xml:id)] | lg[not(@xml:id)] | l[not(@xml:id)] | list[not(@xml:id)] | table[not(@xml:id)]
    | figure[not(@xml:id)] | pb[not(@xml:id)] | said[@who][not(@xml:id)] | corr[not(@xml:id)] | reg[not(@xml:id)]
    | sic[not(@xml:id)] | supplied[not(@xml:id)] | surplus[not(@xml:id)] | secl[not(@xml:id)] | gap[not(@xml:id)]
    | unclear[not(@xml:id)] | del[not(@xml:id)] | ref[@type = 'noteAnchor'][not(@xml:id)]">
    <xsl:copy>
      <xsl:attribute name="xml:id" select="m:place-id(.)"/>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="note" mode="m:ids">
    <xsl:copy>
      <xsl:if test="not(@xml:id)">
        <xsl:attribute name="xml:id" select="m:place-id(.)"/>
      </xsl:if>
      <xsl:if test="mp:is-loose(.)">
        <xsl:attribute name="m:loose" select="'yes'"/>
      </xsl:if>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- An id by position within the parent (`div_2.p_4`): adding a paragraph moves its later brothers only. -->
  <xsl:function name="m:place-id" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="place" as="xs:string">
      <xsl:number select="$element" level="single"/>
    </xsl:variable>
    <xsl:variable name="parent" as="element()" select="$element/.."/>
    <xsl:sequence select="string-join((if ($parent/self::body or $element/(self::front | self::back)) then () else
      string(($parent/@xml:id, $parent/self::text/'text', m:place-id($parent))[1]), local-name($element) || '_' || $place), '.')"/>
  </xsl:function>

  <!-- Notes that the reader finds in the Notes; comments, glosses and references stand in the line and are read there. -->
  <xsl:function name="m:is-inline" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@place = 'inline' or ($note/@type = 'comment' and not($note/@place))"/>
  </xsl:function>

  <xsl:function name="m:is-in-note" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/ancestor::note[not(m:is-inline(.))])"/>
  </xsl:function>

  <!-- In this tool's own TEI a note at its call leaves an anchor where it stood; without one its call was not found.
       Other people's TEI has no such anchors: there a note stands at its call. -->
  <xsl:function name="mp:is-loose" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="not(m:is-inline($note)) and not($note/@type = 'apparatus') and not($note/@prev)
      and root($note)//appInfo/application/@ident = 'edition'
      and empty($note[@xml:id]/key('mp:stood', @xml:id))"/>
  </xsl:function>
</xsl:stylesheet>
