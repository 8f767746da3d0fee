<?xml version="1.0" encoding="UTF-8"?>
<!-- Simpler divisions, in our own vocabulary: what a recipient has no frame for (m:frames: openers, title pages …) becomes
     paragraphs, and whatever it allows only before the first block of a division (m:tops) is a paragraph elsewhere. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:variable name="m:frames" as="xs:string*" select="$m:table/self::m:frames ! tokenize(@dissolved)"/>
  <xsl:variable name="m:tops" as="xs:string*" select="$m:table/self::m:frames ! tokenize(@tops)"/>
  <!-- The parts of the text that hold nothing but divisions. -->
  <xsl:variable name="m:only-divisions" as="xs:string*" select="$m:table/self::m:frames ! tokenize(@divisions-only)"/>

  <xsl:mode name="mp:inline" on-no-match="shallow-copy"/>

  <!-- Frames ............................................................................................... -->

  <xsl:template match="*[local-name() = $m:frames]" mode="m:flat">
    <xsl:call-template name="mp:blocks"/>
  </xsl:template>

  <!-- What stands in a frame as blocks: its words are paragraphs, what stands in it as blocks stays so. -->
  <xsl:template name="mp:blocks">
    <xsl:for-each-group select="node()" group-adjacent="mp:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="mp:in-frame"/>
        </xsl:when>
        <xsl:when test="every $one in current-group() satisfies mp:is-global($one)">
          <xsl:apply-templates select="current-group()" mode="m:flat"/>
        </xsl:when>
        <xsl:otherwise>
          <p>
            <xsl:copy-of select="../@xml:id[position() = 1][current-group()[1] is (current-group()[1]/../node()[not(mp:is-block(.) or mp:is-global(.))])[1]]"/>
            <xsl:apply-templates select="current-group()" mode="mp:inline"/>
          </p>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:mode name="mp:in-frame" on-no-match="shallow-copy"/>

  <xsl:template match="*" mode="mp:in-frame" priority="-0.5">
    <xsl:apply-templates select="." mode="m:flat"/>
  </xsl:template>

  <xsl:template match="head | label | dateline | docDate | docAuthor | addrLine | castItem" mode="mp:in-frame">
    <p>
      <xsl:apply-templates select="@xml:id, node()" mode="mp:inline"/>
    </p>
  </xsl:template>

  <xsl:template match="*[local-name() = $m:frames] | epigraph | argument | address" mode="mp:in-frame" priority="1">
    <xsl:call-template name="mp:blocks"/>
  </xsl:template>

  <!-- In running words a frame is only its words, with a blank behind. -->
  <xsl:template match="*[local-name() = $m:frames] | docDate | docAuthor | pubPlace | publisher" mode="mp:inline">
    <xsl:apply-templates mode="mp:inline"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="*" mode="mp:inline" priority="-0.5">
    <xsl:apply-templates select="." mode="m:flat"/>
  </xsl:template>

  <xsl:function name="mp:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::p or self::ab or self::l or self::lg or self::sp or self::list or self::table or self::quote
      or self::said or self::cit or self::stage or self::castList or self::bibl or self::head or self::label or self::titlePart
      or self::docTitle or self::docAuthor or self::docDate or self::docImprint or self::byline or self::dateline or self::salute
      or self::signed or self::opener or self::closer or self::epigraph or self::argument or self::trailer or self::address
      or self::addrLine or self::castItem])"/>
  </xsl:function>

  <xsl:function name="mp:is-global" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::text()[not(normalize-space())] or self::pb or self::cb or self::lb or self::milestone
      or self::note or self::gap or self::figure or self::fw])"/>
  </xsl:function>

  <!-- For the declarations: what stands in no frame that dissolves, and what stands before the first block of a division. -->
  <xsl:function name="m:is-in-place" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="empty($part/ancestor::*[local-name() = $m:frames])"/>
  </xsl:function>

  <xsl:function name="m:is-at-top" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="local-name($part/..) = ('div', 'body', 'front', 'back') and
      (every $before in $part/preceding-sibling::* satisfies (local-name($before) = $m:tops or mp:is-global($before)))"/>
  </xsl:function>

  <!-- A list of persons is a list. -->
  <xsl:template match="castList[local-name() = $m:frames]" mode="m:flat mp:in-frame" priority="2">
    <list>
      <xsl:copy-of select="@xml:id"/>
      <xsl:apply-templates mode="mp:cast"/>
    </list>
  </xsl:template>

  <xsl:mode name="mp:cast" on-no-match="shallow-copy"/>

  <xsl:template match="*" mode="mp:cast" priority="-0.5">
    <xsl:apply-templates select="." mode="m:flat"/>
  </xsl:template>

  <xsl:template match="castItem | castList/p | castList/stage" mode="mp:cast">
    <item>
      <xsl:apply-templates select="@xml:id, node()" mode="m:flat"/>
    </item>
  </xsl:template>

  <xsl:template match="role[local-name() = $m:frames] | roleDesc[local-name() = $m:frames]" mode="m:flat" priority="2">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- The last line of a list, a table, a stanza is one of its lines. -->
  <xsl:template match="list/trailer[local-name() = $m:frames]" mode="m:flat" priority="2">
    <xsl:if test="../label">
      <label/>
    </xsl:if>
    <item>
      <xsl:apply-templates select="@xml:id, node()" mode="#current"/>
    </item>
  </xsl:template>

  <xsl:template match="lg/trailer[local-name() = $m:frames]" mode="m:flat" priority="2">
    <l>
      <xsl:apply-templates select="@xml:id, node()" mode="#current"/>
    </l>
  </xsl:template>

  <xsl:template match="table/trailer[local-name() = $m:frames]" mode="m:flat" priority="2">
    <row>
      <cell>
        <xsl:apply-templates select="@xml:id, node()" mode="#current"/>
      </cell>
    </row>
  </xsl:template>

  <!-- Divisions ............................................................................................ -->

  <xsl:template match="div | body | front | back" mode="m:flat">
    <xsl:variable name="parts" as="node()*">
      <xsl:apply-templates mode="#current"/>
    </xsl:variable>
    <xsl:variable name="made" as="node()*" select="m:in-order($parts, local-name() = $m:only-divisions)"/>
    <xsl:if test="not(local-name() = $m:only-divisions) or $made[self::*] or self::body">
      <xsl:copy>
        <xsl:copy-of select="@*"/>
        <xsl:sequence select="$made"/>
        <xsl:if test="self::body[local-name() = $m:only-divisions][not($made[self::*])]">
          <div/>
        </xsl:if>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

  <!-- The parts of a division in an order that any recipient takes: what may only stand first is a paragraph elsewhere,
       and blocks behind a division are one. `only`: blocks before a division, too. -->
  <xsl:function name="m:in-order" as="node()*">
    <xsl:param name="parts" as="node()*"/>
    <xsl:param name="only" as="xs:boolean"/>
    <xsl:iterate select="$parts">
      <xsl:param name="waiting" as="node()*" select="()"/>
      <xsl:param name="begun" as="xs:boolean" select="false()"/>
      <xsl:param name="divided" as="xs:boolean" select="$only"/>
      <xsl:on-completion>
        <xsl:sequence select="mp:division($waiting, $only)"/>
      </xsl:on-completion>
      <xsl:variable name="top" as="xs:boolean" select="local-name() = $m:tops"/>
      <xsl:variable name="part" as="node()*" select="if ($top and $begun) then mp:paragraph(.) else ."/>
      <xsl:choose>
        <xsl:when test="self::div">
          <xsl:choose>
            <xsl:when test="$only and (every $one in $waiting satisfies mp:is-global($one))">
              <xsl:copy>
                <xsl:copy-of select="@*, $waiting, node()"/>
              </xsl:copy>
            </xsl:when>
            <xsl:otherwise>
              <xsl:sequence select="mp:division($waiting, $only), ."/>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:next-iteration>
            <xsl:with-param name="waiting" select="()"/>
            <xsl:with-param name="begun" select="$only or $begun"/>
            <xsl:with-param name="divided" select="true()"/>
          </xsl:next-iteration>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$part[not($divided)]"/>
          <xsl:next-iteration>
            <xsl:with-param name="waiting" select="$waiting, $part[$divided]"/>
            <xsl:with-param name="begun" select="$begun or $divided[not($only)] or not($top or mp:is-global(.))"/>
          </xsl:next-iteration>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>

  <xsl:function name="mp:division" as="node()*">
    <xsl:param name="parts" as="node()*"/>
    <xsl:param name="only" as="xs:boolean"/>
    <xsl:choose>
      <xsl:when test="every $one in $parts satisfies (if ($only) then $one/self::text() else mp:is-global($one))">
        <xsl:sequence select="$parts"/>
      </xsl:when>
      <xsl:otherwise>
        <div>
          <xsl:sequence select="$parts"/>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="mp:paragraph" as="node()*">
    <xsl:param name="part" as="element()"/>
    <xsl:for-each select="$part">
      <xsl:choose>
        <xsl:when test="exists(node()[mp:is-block(.)])">
          <xsl:call-template name="mp:blocks"/>
        </xsl:when>
        <xsl:otherwise>
          <p>
            <xsl:apply-templates select="@xml:id, node()" mode="mp:inline"/>
          </p>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
