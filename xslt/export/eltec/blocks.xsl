<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks of ELTeC: what stands in a division, a quotation or a note is a paragraph or a line, and nothing holds another. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:variable name="mp:block-names" as="xs:string+" select="'p', 'ab', 'l', 'lg', 'sp', 'list', 'table', 'castList', 'cit', 'stage',
    'quote', 'said', 'bibl', 'label', 'head', 'trailer', 'opener', 'closer', 'salute', 'signed', 'dateline', 'byline', 'address',
    'addrLine', 'epigraph', 'argument', 'postscript', 'titlePage', 'docTitle', 'titlePart', 'docAuthor', 'docDate', 'docImprint',
    'castItem', 'item', 'row', 'cell', 'speaker', 'figure', 'figDesc'"/>

  <xsl:template match="text//*" mode="m:export" priority="-0.05">
    <xsl:call-template name="mp:dissolved"/>
  </xsl:template>

  <!-- A body is divided. What stands beside it in the text, other than front and back, stands in it. -->
  <xsl:template match="body" mode="m:export">
    <xsl:copy>
      <xsl:apply-templates select="@xml:id" mode="#current"/>
      <xsl:variable name="parts" as="node()*">
        <xsl:apply-templates select="preceding-sibling::*[mp:is-beside(.)]" mode="mp:beside"/>
        <xsl:apply-templates mode="#current"/>
        <xsl:apply-templates select="following-sibling::*[mp:is-beside(.)]" mode="mp:beside"/>
      </xsl:variable>
      <xsl:choose>
        <xsl:when test="$parts[self::div]">
          <xsl:sequence select="mp:in-divisions($parts, 'chapter')"/>
        </xsl:when>
        <xsl:otherwise>
          <div type="chapter">
            <xsl:sequence select="mp:in-divisions($parts, 'chapter')"/>
          </div>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:copy>
  </xsl:template>

  <xsl:mode name="mp:beside"/>

  <xsl:template match="*" mode="mp:beside">
    <xsl:call-template name="mp:dissolved"/>
  </xsl:template>

  <xsl:template match="text/*[mp:is-beside(.)]" mode="m:export"/>

  <xsl:function name="mp:is-beside" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(self::figure | self::note[@place = 'inline'])/parent::text)"/>
  </xsl:function>

  <!-- In the front and the back nothing stands outside of divisions. -->
  <xsl:template match="front | back" mode="m:export">
    <xsl:variable name="parts" as="node()*">
      <xsl:apply-templates mode="#current"/>
    </xsl:variable>
    <xsl:if test="exists($parts[self::*])">
      <xsl:copy>
        <xsl:apply-templates select="@xml:id" mode="#current"/>
        <xsl:sequence select="mp:grouped($parts, 'liminal')"/>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

  <!-- What a transcriber’s file says of itself goes, and nothing is left of its division. -->
  <xsl:template match="div[fw][every $one in * satisfies $one/self::fw]" mode="m:export" priority="1"/>

  <!-- A title that the edition supplies above a chapter with a heading of its own is the book’s: it gets a title page. -->
  <xsl:template match="text[not(front)]/body[mp:supplied(..)]" mode="m:flat">
    <front>
      <xsl:sequence select="mp:title-page(mp:supplied(..))"/>
    </front>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="text/front[mp:supplied(..)]" mode="m:flat">
    <xsl:copy>
      <xsl:sequence select="@*, mp:title-page(mp:supplied(..))"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="body/div[1]/head[. is mp:supplied(ancestor::text[1])]" mode="m:flat"/>

  <xsl:function name="mp:supplied" as="element(head)?">
    <xsl:param name="text" as="element(text)"/>
    <xsl:sequence select="$text/body/div[1]/head[1][supplied][every $one in node() satisfies ($one/self::supplied or $one/self::note
      or $one/self::text()[not(normalize-space())])][following-sibling::*[1]/self::head]"/>
  </xsl:function>

  <xsl:function name="mp:title-page" as="element(titlePage)">
    <xsl:param name="head" as="element(head)"/>
    <titlePage>
      <titlePart>
        <xsl:sequence select="$head/(@xml:id, node())"/>
      </titlePart>
    </titlePage>
  </xsl:function>

  <xsl:template match="titlePage[parent::front or parent::back]" mode="m:export">
    <div type="titlepage">
      <xsl:apply-templates select="@xml:id" mode="#current"/>
      <xsl:call-template name="mp:dissolved"/>
    </div>
  </xsl:template>

  <xsl:template match="div" mode="m:export">
    <xsl:variable name="type" as="xs:string" select="if (not(ancestor::body)) then 'liminal' else if (@type = 'letter') then 'letter'
      else if (div) then 'group' else 'chapter'"/>
    <div type="{$type}">
      <xsl:apply-templates select="@* except @type" mode="#current"/>
      <xsl:variable name="parts" as="node()*">
        <xsl:apply-templates mode="#current"/>
      </xsl:variable>
      <xsl:sequence select="mp:in-divisions($parts, $type)"/>
    </div>
  </xsl:template>

  <!-- Headings first, then blocks, then divisions: a heading elsewhere is a paragraph, blocks behind a division are one. -->
  <xsl:function name="mp:in-divisions" as="node()*">
    <xsl:param name="parts" as="node()*"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:variable name="first" as="element()?" select="($parts[not(self::head or mp:is-between(.))])[1]"/>
    <xsl:variable name="begun" as="xs:integer" select="(for $at in 1 to count($parts) return $at[$parts[$at] is $first], count($parts) + 1)[1]"/>
    <xsl:variable name="ordered" as="node()*" select="for $at in 1 to count($parts) return
      if ($at gt $begun and $parts[$at]/self::head) then mp:as-paragraph($parts[$at]) else $parts[$at]"/>
    <xsl:variable name="divided" as="xs:integer" select="(for $at in 1 to count($ordered) return $at[$ordered[$at]/self::div], count($ordered) + 1)[1]"/>
    <xsl:sequence select="$ordered[position() lt $divided]"/>
    <xsl:sequence select="mp:grouped($ordered[position() ge $divided], if ($type = 'liminal') then 'liminal' else 'chapter')"/>
  </xsl:function>

  <!-- Parts beside divisions: blocks that stand together are a division of this type. -->
  <xsl:function name="mp:grouped" as="node()*">
    <xsl:param name="parts" as="node()*"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:for-each-group select="$parts[not(self::text())]" group-adjacent="exists(self::div)">
      <xsl:choose>
        <xsl:when test="current-grouping-key() or (every $part in current-group() satisfies mp:is-between($part))">
          <xsl:sequence select="current-group()"/>
        </xsl:when>
        <xsl:otherwise>
          <div type="{$type}">
            <xsl:sequence select="if ($type = 'liminal') then mp:in-divisions(current-group(), $type) else current-group()"/>
          </div>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="mp:is-between" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::text() or self::pb or self::milestone or self::gap or self::m:call])"/>
  </xsl:function>

  <xsl:function name="mp:as-paragraph" as="element(p)">
    <xsl:param name="head" as="element(head)"/>
    <p>
      <xsl:sequence select="$head/(@xml:id, node())"/>
    </p>
  </xsl:function>

  <!-- Whatever has no element of its own: the blocks in it, and its other words as paragraphs. -->
  <xsl:template name="mp:dissolved">
    <xsl:param name="named" as="xs:boolean" select="true()"/>
    <xsl:variable name="first" as="node()?" select="node()[$named][not(mp:is-blockish(.))][self::* or normalize-space()][1]"/>
    <xsl:for-each-group select="node()" group-adjacent="mp:is-blockish(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="m:export"/>
        </xsl:when>
        <xsl:when test="every $one in current-group() satisfies ($one/self::text()[not(normalize-space())] or $one/self::pb
          or $one/self::milestone or $one/self::gap or $one/self::note[not(m:is-mixed(..))] or $one/self::lb or $one/self::cb or $one/self::fw)">
          <xsl:apply-templates select="current-group()[not(self::lb or self::cb or self::fw)]" mode="m:export"/>
        </xsl:when>
        <xsl:otherwise>
          <p>
            <xsl:if test="$first intersect current-group()">
              <xsl:apply-templates select="../@xml:id" mode="m:export"/>
            </xsl:if>
            <xsl:apply-templates select="current-group()" mode="mp:words"/>
          </p>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="mp:is-blockish" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="local-name($node) = $mp:block-names"/>
  </xsl:function>

  <xsl:template match="note" mode="m:in-note">
    <xsl:choose>
      <xsl:when test="exists(*[mp:is-blockish(.)])">
        <xsl:call-template name="mp:dissolved">
          <xsl:with-param name="named" select="false()"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="mp:words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p | ab | item | castItem | row" mode="m:export">
    <xsl:choose>
      <xsl:when test="exists((., cell)/(p | ab | sp | list | lg | l | table | quote[p or ab or sp]))">
        <xsl:call-template name="mp:dissolved"/>
      </xsl:when>
      <xsl:otherwise>
        <p>
          <xsl:apply-templates select="@*" mode="#current"/>
          <xsl:apply-templates select="self::item/m:label(.)" mode="mp:words"/>
          <xsl:apply-templates mode="mp:words"/>
        </p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="list/label" mode="m:export">
    <xsl:if test="following-sibling::item[1][exists((.)/(p | ab | sp | list | lg | l | table | quote[p or ab or sp]))] or
      empty(following-sibling::item)">
      <p>
        <xsl:apply-templates mode="mp:words"/>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- A line, a heading outside of divisions, a label between blocks. -->
  <xsl:template match="l | lg/label | lg/head | lg/trailer" mode="m:export">
    <l>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:apply-templates mode="mp:words"/>
    </l>
  </xsl:template>

  <xsl:template match="div/head | body/head | front/head | back/head" mode="m:export">
    <head>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:apply-templates mode="mp:words"/>
    </head>
  </xsl:template>

  <xsl:template match="div/trailer[preceding-sibling::p][empty(following-sibling::* | ../div)]" mode="m:spared">yes</xsl:template>

  <xsl:template match="trailer[m:is-spared(.)]" mode="m:export">
    <trailer>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:apply-templates mode="mp:words"/>
    </trailer>
  </xsl:template>

  <xsl:template match="quote[not(p or ab or sp or list or lg or table or stage or bibl or cit)]" mode="m:export">
    <quote>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:apply-templates mode="mp:words"/>
    </quote>
  </xsl:template>

  <xsl:template match="quote" mode="m:export" priority="-0.02">
    <quote>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:call-template name="mp:dissolved">
        <xsl:with-param name="named" select="false()"/>
      </xsl:call-template>
    </quote>
  </xsl:template>

  <!-- A speech: its label stands in its first paragraph. -->
  <xsl:template match="sp" mode="m:export">
    <xsl:variable name="joined" as="element()?" select="speaker/following-sibling::*[not(self::pb)][1]/self::p"/>
    <xsl:for-each select="*">
      <xsl:choose>
        <xsl:when test="self::speaker">
          <xsl:if test="empty($joined)">
            <p>
              <xsl:apply-templates select="." mode="mp:words"/>
            </p>
          </xsl:if>
        </xsl:when>
        <xsl:when test=". is $joined">
          <p>
            <xsl:apply-templates select="@*" mode="m:export"/>
            <xsl:apply-templates select="../speaker, node()" mode="mp:words"/>
          </p>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="." mode="m:export"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="text//(pb | gap)" mode="m:export mp:words">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="m:export"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="milestone" mode="m:export mp:words">
    <milestone>
      <xsl:apply-templates select="@*" mode="m:export"/>
    </milestone>
  </xsl:template>

  <xsl:template match="text//(del | fw | lb | cb)" mode="m:export"/>
</xsl:stylesheet>
