<?xml version="1.0" encoding="UTF-8"?>
<!-- Each element by its row; an unknown one is kept, marked with its name (m:element). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:variable name="mp:vocabulary" as="xs:string+" select="$m:prose, $mp:boxes, $mp:blocks, $mp:empty, 'choice'"/>
  <xsl:variable name="mp:data-lists" as="xs:string+"
    select="'listPerson', 'listPlace', 'listOrg', 'listEvent', 'listObject', 'listNym'"/>
  <xsl:variable name="mp:data-items" as="xs:string+"
    select="'person', 'personGrp', 'persona', 'place', 'org', 'event', 'object', 'nym'"/>
  <xsl:variable name="mp:lists" as="map(xs:string, xs:string)" select="map{'item': 'list', 'castItem': 'castList', 'row': 'table', 'cell': 'row'}"/>
  <!-- What may stand beside the items of a list, the items of a cast list, the rows of a table. -->
  <xsl:variable name="mp:beside" as="xs:string+" select="'head', 'note', 'pb', 'trailer', 'figure'"/>

  <xsl:function name="mp:row" as="element(m:row)?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$mp:rows(local-name($element))[if (@ns) then @ns = namespace-uri($element) else mp:is-tei($element)]"/>
  </xsl:function>

  <xsl:function name="mp:is-tei" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="namespace-uri($element) = 'http://www.tei-c.org/ns/1.0'"/>
  </xsl:function>

  <xsl:function name="mp:is-ours" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="mp:is-tei($element) and local-name($element) = $mp:vocabulary"/>
  </xsl:function>

  <xsl:function name="mp:is-unknown" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not(mp:is-ours($element)) and empty(mp:row($element)) and not(local-name($element) = 'egXML')"/>
  </xsl:function>

  <!-- Data in back matter are not printed; elsewhere a list of persons is one. -->
  <xsl:function name="mp:is-left-out" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="mp:row($element)/@to = 'nothing' or exists($element/parent::gap)
      or (local-name($element) = $mp:data-lists and exists($element/ancestor::back))"/>
  </xsl:function>

  <!-- What an element becomes, for those inside it. -->
  <xsl:function name="mp:becomes" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="to" as="xs:string" select="string(($element/mp:row(.)/@to, $element/local-name())[1])"/>
    <xsl:sequence select="if ($to = 'content') then mp:becomes($element/..)
      else if (local-name($element) = $mp:data-lists) then 'list'
      else if ($element/(self::floatingText or self::group or self::spGrp[head])) then 'div'
      else if (map:contains($mp:lists, $to) and not(mp:becomes($element/..) = $mp:lists($to))) then 'ab' else $to"/>
  </xsl:function>

  <xsl:template match="*" mode="m:foreign">
    <xsl:variable name="named" as="xs:string?" select="if (mp:is-ours(.)) then local-name() else mp:row(.)/@to"/>
    <xsl:variable name="to" as="xs:string?" select="if (map:contains($mp:lists, string($named))) then mp:becomes(.) else $named"/>
    <xsl:choose>
      <xsl:when test="empty($to) or $to = 'rule'">
        <xsl:call-template name="mp:unknown"/>
      </xsl:when>
      <xsl:when test="$to = 'content'">
        <xsl:apply-templates mode="#current"/>
      </xsl:when>
      <xsl:when test="$to = 'point'">
        <xsl:sequence select="mp:point(.)"/>
      </xsl:when>
      <xsl:when test="not($to = 'nothing')">
        <xsl:call-template name="mp:as">
          <xsl:with-param name="name" select="$to"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- This element under another name. -->
  <xsl:template name="mp:as">
    <xsl:param name="name" as="xs:string"/>
    <xsl:element name="{$name}">
      <xsl:call-template name="mp:attributes"/>
      <xsl:apply-templates mode="m:foreign"/>
    </xsl:element>
  </xsl:template>

  <!-- Kept, and marked: a block where it holds blocks or stands between blocks, else a phrase. -->
  <xsl:template name="mp:unknown">
    <xsl:element name="{if (mp:holds-block(.) or mp:is-between-blocks(.)) then 'ab' else 'seg'}">
      <xsl:call-template name="mp:attributes"/>
      <xsl:attribute name="m:element" select="name()"/>
      <xsl:apply-templates mode="m:foreign"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="mp:holds-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="some $inside in $element//* satisfies mp:becomes($inside) = $mp:blocks"/>
  </xsl:function>

  <xsl:function name="mp:is-between-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="mp:becomes($element/..) = $mp:boxes and not(mp:has-words($element/..))"/>
  </xsl:function>

  <!-- Asked once of each parent: a list of notes may have thousands of children. -->
  <xsl:key name="mp:with-words" match="*[text()[normalize-space()]]" use="generate-id()"/>

  <xsl:function name="mp:has-words" as="xs:boolean">
    <xsl:param name="parent" as="element()"/>
    <xsl:sequence select="exists(key('mp:with-words', generate-id($parent), $mp:source))"/>
  </xsl:function>

  <!-- Words where TEI allows none stand behind what they stand in. -->
  <xsl:template match="*[local-name() = ($mp:empty, 'space', 'ptr') or mp:row(.)/@to = 'point'][normalize-space()]" mode="m:foreign" priority="20">
    <xsl:sequence select="mp:point(.)"/>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="(choice | app)[text()[normalize-space()]]" mode="m:foreign" priority="20">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="text()[normalize-space()][map:contains($mp:wrappers, mp:becomes(..))]" mode="m:foreign" priority="20">
    <xsl:sequence select="fold-right($mp:wrappers(mp:becomes(..)), ., mp:wrapped#2)"/>
  </xsl:template>

  <xsl:variable name="mp:wrappers" as="map(xs:string, xs:string+)" select="map{'list': 'item', 'castList': 'castItem',
    'table': ('row', 'cell'), 'row': 'cell', 'div': 'ab', 'text': 'ab', 'front': 'ab', 'body': 'ab', 'back': 'ab', 'lg': 'l'}"/>

  <xsl:function name="mp:wrapped" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="content" as="node()"/>
    <xsl:element name="{$name}">
      <xsl:sequence select="$content"/>
    </xsl:element>
  </xsl:function>

  <xsl:function name="mp:point" as="element(anchor)?">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/@xml:id[not(mp:becomes($element/..) = ('list', 'castList', 'table', 'row'))]">
      <anchor xml:id="{.}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Lists and tables hold their parts and nothing else. -->

  <xsl:template match="*[mp:becomes(..) = 'list'][not(mp:becomes(.) = ('item', 'label', 'content', 'point', 'nothing', 'list', $mp:empty, $mp:beside))]
    [not(local-name() = $mp:data-items)]" mode="m:foreign" priority="4">
    <item>
      <xsl:next-match/>
    </item>
  </xsl:template>

  <xsl:template match="(list | listBibl | listApp)[mp:becomes(..) = 'list']" mode="m:foreign" priority="5">
    <item>
      <xsl:next-match/>
    </item>
  </xsl:template>

  <xsl:template match="*[mp:becomes(..) = 'castList'][not(mp:becomes(.) = ('castItem', 'castList', 'stage', 'content', 'point', 'nothing', $mp:empty, $mp:beside))]"
    mode="m:foreign" priority="4">
    <castItem>
      <xsl:next-match/>
    </castItem>
  </xsl:template>

  <xsl:template match="*[local-name() = $mp:data-lists]" mode="m:foreign" priority="1">
    <xsl:if test="not(mp:is-left-out(.))">
      <xsl:call-template name="mp:as">
        <xsl:with-param name="name" select="'list'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*[local-name() = $mp:data-items]" mode="m:foreign" priority="1">
    <xsl:call-template name="mp:as">
      <xsl:with-param name="name" select="if (mp:becomes(..) = 'list') then 'item' else 'ab'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Elements with a rule. -->

  <xsl:template match="spGrp" mode="m:foreign" priority="1">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="spGrp[head]" mode="m:foreign" priority="2">
    <xsl:call-template name="mp:as">
      <xsl:with-param name="name" select="'div'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="rs" mode="m:foreign" priority="1">
    <xsl:variable name="kinds" as="map(xs:string, xs:string)" select="map{'person': 'persName', 'place': 'placeName', 'org': 'orgName'}"/>
    <xsl:call-template name="mp:as">
      <xsl:with-param name="name" select="($kinds(string(@type)), 'name')[1]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="street | postCode | postBox" mode="m:foreign" priority="1">
    <xsl:call-template name="mp:as">
      <xsl:with-param name="name" select="if (parent::address) then 'addrLine' else 'seg'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="milestone[@n or @ed]" mode="m:foreign" priority="1">
    <xsl:sequence select="mp:point(.)"/>
  </xsl:template>

  <!-- A picture. -->
  <xsl:template match="graphic | media | binaryObject | notatedMusic" mode="m:foreign" priority="1">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="*[self::graphic or self::media or self::binaryObject or self::notatedMusic][not(parent::figure)][mp:is-between-blocks(.)]"
    mode="m:foreign" priority="2">
    <figure>
      <xsl:call-template name="mp:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </figure>
  </xsl:template>

  <xsl:template match="figure/desc | graphic/desc | media/desc | notatedMusic/desc | graphic/label" mode="m:foreign" priority="1">
    <xsl:call-template name="mp:as">
      <xsl:with-param name="name" select="'figDesc'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Code: its lines are lines. -->
  <xsl:template match="eg | *:egXML" mode="m:foreign" priority="1">
    <ab>
      <xsl:call-template name="mp:attributes"/>
      <xsl:for-each select="tokenize(replace(mp:code(.), '^\s*\n|\s+$', ''), '\n')">
        <xsl:if test="position() gt 1">
          <lb/>
        </xsl:if>
        <xsl:value-of select="replace(., '^ +', '') ! (string-join((1 to string-length(current()) - string-length(.)) ! '&#xA0;') || .)"/>
      </xsl:for-each>
    </ab>
  </xsl:template>

  <xsl:function name="mp:code" as="xs:string">
    <xsl:param name="example" as="element()"/>
    <xsl:sequence select="if ($example/*) then replace(serialize($example/node()), ' xmlns(:\w+)?=&quot;[^&quot;]*&quot;', '') else string($example)"/>
  </xsl:function>

  <xsl:template match="gi | tag | att" mode="m:foreign" priority="1">
    <seg>
      <xsl:call-template name="mp:attributes"/>
      <xsl:sequence select="if (self::att) then '@' else '&lt;'"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:sequence select="'>'[not(current()/self::att)]"/>
    </seg>
  </xsl:template>

  <xsl:template match="formula" mode="m:foreign" priority="1">
    <seg>
      <xsl:call-template name="mp:attributes"/>
      <xsl:value-of select="normalize-space()"/>
    </seg>
  </xsl:template>

  <!-- What encoders took out, as the header says. -->
  <xsl:template match="q | said" mode="m:foreign" priority="1">
    <xsl:variable name="bare" as="xs:boolean" select="$mp:source//editorialDecl/quotation/@marks = 'none' and not(mp:holds-block(.))"/>
    <xsl:variable name="inner" as="xs:boolean" select="count(ancestor::*[self::q or self::said]) mod 2 = 1"/>
    <xsl:copy copy-namespaces="no">
      <xsl:call-template name="mp:attributes"/>
      <xsl:sequence select="(if ($inner) then '‘' else '“')[$bare]"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:sequence select="(if ($inner) then '’' else '”')[$bare]"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
