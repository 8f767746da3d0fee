<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 2: what is a block and what a phrase. Each element that holds blocks gets m:as="box", each that holds text
     m:as="block"; phrases have neither. Text that stands loose beside blocks becomes an m:run. All outputs read this
     one tree, and so they agree on the blocks of the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:mode name="m:shape" on-no-match="shallow-copy"/>
  <xsl:mode name="mp:phrase" on-no-match="shallow-copy"/>

  <!-- The vocabulary of running text. An output need not know each of them; whatever is neither here nor in a template
       of its own stops the output. -->
  <xsl:variable name="m:prose" as="xs:string+" select="'front', 'body', 'back', 'titlePage', 'docTitle', 'titlePart',
    'docAuthor', 'docDate', 'docImprint', 'byline', 'epigraph', 'argument', 'opener', 'closer', 'address', 'addrLine', 'salute', 'dateline',
    'signed', 'postscript', 'trailer', 'head', 'p', 'ab', 'lg', 'sp', 'speaker', 'stage', 'castItem', 'role', 'roleDesc',
    'item', 'label', 'figDesc', 'l', 'quote', 'cit', 'bibl', 'q', 'said', 'soCalled', 'mentioned', 'emph', 'hi', 'foreign',
    'title', 'name', 'persName', 'placeName', 'orgName', 'date', 'ref', 'seg', 'num', 'note', 'fw', 'c', 'orig', 'reg',
    'sic', 'corr', 'supplied', 'unclear', 'del', 'add', 'gap', 'surplus', 'secl', 'author', 'editor', 'edition', 'publisher',
    'pubPlace', 'distributor', 'biblScope', 'forename', 'surname', 'idno', 'extent', 'measure', 'availability', 'licence',
    'respStmt', 'resp'"/>

  <!-- Elements that hold blocks whenever no text stands in them. -->
  <xsl:variable name="mp:boxes" as="xs:string+" select="'text', 'front', 'body', 'back', 'div', 'titlePage', 'docTitle',
    'epigraph', 'argument', 'postscript', 'castList', 'list', 'table', 'row', 'figure', 'cit', 'opener', 'closer', 'address',
    'lg', 'sp'"/>
  <!-- Elements that are never phrases. -->
  <xsl:variable name="mp:blocks" as="xs:string+" select="'p', 'ab', 'l', 'lg', 'list', 'table', 'figure', 'sp', 'div',
    'castList', 'item', 'row', 'cell', 'titlePart', 'castItem', 'addrLine'"/>
  <xsl:variable name="mp:empty" as="xs:string+" select="'pb', 'cb', 'lb', 'milestone', 'anchor'"/>

  <xsl:template match="TEI | teiHeader" mode="m:shape" priority="5">
    <xsl:copy>
      <xsl:copy-of select="@*, teiHeader"/>
      <xsl:apply-templates select="text" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- Box, mixed box, or block. -->
  <xsl:template match="*[mp:is-box(.)]" mode="m:shape" priority="2">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="m:as" select="'box'"/>
      <xsl:apply-templates select="*" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="*[mp:holds-blocks(.)]" mode="m:shape" priority="1">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="m:as" select="'box'"/>
      <xsl:call-template name="mp:mixed"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="*" mode="m:shape">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="m:as" select="'block'"/>
      <xsl:apply-templates mode="mp:phrase"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="pb | cb | lb | milestone | anchor" mode="m:shape" priority="3">
    <xsl:copy-of select="."/>
  </xsl:template>

  <!-- A note between blocks: its mark needs a line of its own. -->
  <xsl:template match="note[not(m:is-inline(.))]" mode="m:shape" priority="3">
    <m:run m:as="block" type="call">
      <xsl:apply-templates select="." mode="mp:phrase"/>
    </m:run>
  </xsl:template>

  <xsl:template match="note[@m:uncalled]" mode="m:shape" priority="4">
    <xsl:apply-templates select="." mode="mp:phrase"/>
  </xsl:template>

  <!-- A speech in prose runs in: the label opens its first paragraph, as newspapers and interviews print it. -->
  <xsl:template match="sp[mp:runs-in(.)]" mode="m:shape" priority="4">
    <xsl:variable name="first" as="element(p)" select="p[1]"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="m:as" select="'box'"/>
      <p m:as="block" xmlns="http://www.tei-c.org/ns/1.0">
        <xsl:copy-of select="$first/@*"/>
        <xsl:apply-templates select="*[. &lt;&lt; $first] ! (., m:space())" mode="mp:phrase"/>
        <xsl:apply-templates select="$first/node()" mode="mp:phrase"/>
      </p>
      <xsl:apply-templates select="*[. >> $first]" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- Inside a block only notes have blocks of their own. -->
  <xsl:template match="note[not(m:is-inline(.))]" mode="mp:phrase">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:call-template name="mp:mixed"/>
    </xsl:copy>
  </xsl:template>

  <!-- Blocks, and between them runs of loose text. -->
  <xsl:template name="mp:mixed">
    <xsl:for-each-group select="node()" group-adjacent="mp:is-blocky(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="m:shape"/>
        </xsl:when>
        <xsl:when test="mp:has-text(current-group())">
          <m:run m:as="block">
            <xsl:apply-templates select="current-group()" mode="mp:phrase"/>
          </m:run>
        </xsl:when>
        <xsl:otherwise>
          <xsl:copy-of select="current-group()"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- What stands in a table beside its heading, its cells and its trailer is printed before it. -->
  <xsl:function name="m:before-table" as="element()*">
    <xsl:param name="table" as="element(table)"/>
    <xsl:sequence select="$table/(* except (head, row, trailer), row/(* except cell))"/>
  </xsl:function>

  <xsl:function name="mp:has-text" as="xs:boolean">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="exists($nodes[self::*][not(local-name() = $mp:empty)]) or exists($nodes[normalize-space()])"/>
  </xsl:function>

  <xsl:function name="mp:is-box" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="local-name($element) = $mp:boxes and empty($element/text()[normalize-space()])"/>
  </xsl:function>

  <xsl:function name="mp:is-blocky" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node instance of element() and
      (local-name($node) = $mp:blocks or $node/self::seg/@type = 'p' or mp:holds-blocks($node))"/>
  </xsl:function>

  <!-- Blocks inside a note are the note's, not its surroundings'. -->
  <xsl:function name="mp:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="some $child in $element/(* except note[not(m:is-inline(.))]) satisfies mp:is-blocky($child)"/>
  </xsl:function>

  <xsl:function name="mp:runs-in" as="xs:boolean">
    <xsl:param name="speech" as="element(sp)"/>
    <xsl:variable name="first" as="element()?" select="$speech/(p | l | lg | ab)[1]"/>
    <xsl:sequence select="exists($speech/speaker) and exists($first/self::p)
      and not($speech/*[. &lt;&lt; $first or . is $first]/mp:holds-blocks(.) = true())
      and not($speech/@rend = 'stacked')"/>
  </xsl:function>
</xsl:stylesheet>
