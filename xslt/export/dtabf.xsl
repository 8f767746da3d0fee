<?xml version="1.0" encoding="UTF-8"?>
<!-- For the Deutsches Textarchiv: its Base Format (DTABf). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="lib/frame.xsl"/>
  <xsl:include href="lib/front.xsl"/>
  <xsl:include href="lib/surplus.xsl"/>
  <xsl:include href="dtabf/header.xsl"/>
  <xsl:include href="dtabf/letters.xsl"/>

  <xsl:variable name="m:table" as="element()*">
    <m:neutral><hi rendition="#none"/></m:neutral>
    <m:phrased element="q quote" in="opener closer byline dateline castItem docImprint date bibl docDate"/>

    <m:row element="ab figDesc" becomes="p"/>
    <m:row element="said" becomes="q"/>
    <m:row element="emph" becomes="hi" by="template"/>
    <m:row element="mentioned soCalled seg unclear secl add title forename surname" becomes=""/>
    <m:row element="del">text that is not read goes with it</m:row>
    <m:row element="fw" by="template">all but the running heads, page numbers, signatures and catchwords of pages</m:row>
    <m:row element="lb" by="template">those within words</m:row>
    <m:row element="milestone" by="template">all but rules between sections</m:row>
    <m:row element="signed" becomes="" by="template">where it does not stand behind the text</m:row>
    <m:row element="sic" becomes="" by="template">alone</m:row>
    <m:row element="bibl" becomes="" by="template">in quotations</m:row>
    <m:row element="note" becomes="" by="template">a remark in the line is text</m:row>
    <m:row element="label" becomes="p, l or the words of its item" by="template"/>
    <m:row element="foreign" becomes="" by="template">where its language is not told</m:row>
    <m:row element="surplus" becomes="sic beside an empty corr" by="template">what is only printed twice stands without it</m:row>
    <m:row element="address addrLine" becomes="" by="template">lb between the lines</m:row>
    <m:row element="author editor edition extent availability licence respStmt resp distributor idno measure" becomes="">in descriptions of works</m:row>
    <m:row element="particDesc settingDesc listBibl revisionDesc projectDesc refsDecl appInfo keywords creation" in="header" by="template"/>

    <m:keeps attributes="xml:id xml:lang corresp next prev"/>
    <m:keeps element="biblScope" attributes="unit"/>
    <m:keeps element="choice role" attributes="xml:id"/>
    <m:keeps element="back body front" attributes="xml:id"/>
    <m:keeps element="text" attributes=""/>
    <m:keeps element="cb" attributes="xml:id corresp next prev n"/>
    <m:keeps element="pb" attributes="xml:id corresp next prev n facs"/>
    <m:keeps element="cell" attributes="xml:id xml:lang corresp next prev rows cols role"/>
    <m:keeps element="date" attributes="xml:id xml:lang corresp next prev when"/>
    <m:keeps element="div lg" attributes="xml:id xml:lang corresp next prev n type"/>
    <m:keeps element="docDate" attributes="xml:id xml:lang corresp next prev when"/>
    <m:keeps element="figure" attributes="xml:id corresp next prev"/>
    <m:keeps element="gap" attributes="xml:id corresp next prev reason unit quantity"/>
    <m:keeps element="fw" attributes="xml:id xml:lang corresp next prev type place"/>
    <m:keeps element="hi emph" attributes="rend"/>
    <m:keeps element="lb milestone" attributes=""/>
    <m:keeps element="note" attributes="xml:id xml:lang corresp next prev n place"/>
    <m:keeps element="persName orgName placeName" attributes="xml:id xml:lang corresp next prev ref"/>
    <m:keeps element="name" attributes="xml:id xml:lang corresp next prev ref"/>
    <m:keeps element="publisher" attributes="xml:id"/>
    <m:keeps element="ref" attributes="xml:id xml:lang corresp next prev target"/>
    <m:keeps element="sp" attributes="xml:id xml:lang corresp next prev who toWhom"/>
    <m:keeps element="stage" attributes="xml:id xml:lang corresp next prev toWhom"/>
    <m:keeps element="supplied" attributes="xml:id corresp next prev reason"/>
    <m:keeps element="titlePage titlePart" attributes="xml:id xml:lang corresp next prev"/>

    <m:row element="cell" attribute="role" only="label"/>
    <m:row element="note" attribute="place" only="bottom end inline">the side of the margin is not known, left stands for both</m:row>
    <m:row element="div" attribute="type" only="act scene chapter letter preface dedication contents appendix index
      bibliography"/>
    <m:row element="lg" attribute="type" only="poem"/>
    <m:row element="gap" attribute="reason" only="lost illegible"/>
    <m:row element="gap" attribute="unit" only="chars lines pages words"/>
    <m:row element="supplied" attribute="reason" only="damage covered"/>
  </xsl:variable>

  <!-- No language and no id at the root. -->
  <xsl:template match="TEI" mode="m:export">
    <TEI>
      <xsl:call-template name="m:header"/>
      <xsl:apply-templates select="text" mode="#current"/>
    </TEI>
  </xsl:template>

  <!-- Each page has the number of its picture, whether there are pictures or not. -->
  <xsl:template match="pb" mode="m:export">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:attribute name="facs" select="'#f' || format-number(count(preceding::pb) + 1, '0000')"/>
    </xsl:copy>
  </xsl:template>

  <!-- Furniture of the page: at the head or the foot, as it stands beside the page break. A page has one running head, and
       what stands before the first page break is on no page. -->
  <xsl:variable name="mp:furniture" as="xs:string+" select="'header', 'pageNum', 'sig', 'catch'"/>

  <xsl:key name="mp:heads" match="fw[@type = 'header']" use="generate-id(preceding::pb[1])"/>

  <xsl:template match="fw[@type = $mp:furniture][not(@type = 'header') or preceding::pb]" mode="m:spared">yes</xsl:template>

  <xsl:template match="fw" mode="m:export">
    <xsl:variable name="heads" as="element(fw)*" select="self::fw[@type = 'header']/key('mp:heads', generate-id(preceding::pb[1]))"/>
    <xsl:if test="m:is-spared(.) and (empty($heads) or . is $heads[1])">
      <fw place="{if (@type = 'header' or mp:begins-a-page(.)) then 'top' else 'bottom'}">
        <xsl:apply-templates select="@* except @place, node()" mode="#current"/>
        <xsl:for-each select="$heads except .">
          <xsl:text> </xsl:text>
          <xsl:apply-templates mode="#current"/>
        </xsl:for-each>
      </fw>
    </xsl:if>
  </xsl:template>

  <xsl:function name="mp:begins-a-page" as="xs:boolean">
    <xsl:param name="fw" as="element(fw)"/>
    <xsl:sequence select="exists($fw/preceding-sibling::node()[not(self::fw or self::text()[not(normalize-space())])][1]/self::pb)"/>
  </xsl:function>

  <xsl:template mode="m:spared" match="lb[not(@break = 'no')] | milestone[@unit = 'section'] | signed[parent::closer or m:is-at-end(.)]
    | choice/sic | bibl[not(parent::quote)] | note[not(@place = 'inline' and m:is-mixed(..)) or .//(p | ab | sp)]">yes</xsl:template>

  <!-- A line that ends within a word is no line end there. -->
  <xsl:template match="lb[@break = 'no']" mode="m:export"/>

  <xsl:template match="milestone" mode="m:export">
    <xsl:if test="@unit = 'section'">
      <milestone unit="section" rendition="#hr"/>
    </xsl:if>
  </xsl:template>

  <!-- Readings: a printed one and another, always both .................................................... -->

  <xsl:template match="corr[not(parent::choice)]" mode="m:export">
    <choice>
      <sic/>
      <xsl:next-match/>
    </choice>
  </xsl:template>

  <xsl:template match="reg[not(parent::choice)]" mode="m:export">
    <choice>
      <orig/>
      <xsl:next-match/>
    </choice>
  </xsl:template>

  <xsl:template match="sic[not(parent::choice)]" mode="m:export">
    <xsl:call-template name="m:unwrapped"/>
  </xsl:template>

  <!-- Phrases ............................................................................................. -->

  <xsl:variable name="mp:appearances" as="map(xs:string, xs:string)" select="map{'italic': '#i', 'bold': '#b',
    'small-caps': '#k', 'smallcaps': '#k', 'spaced': '#g', 'underline': '#u', 'superscript': '#sup', 'sup': '#sup',
    'subscript': '#sub', 'sub': '#sub', 'antiqua': '#aq', 'red': '#red'}"/>

  <xsl:template match="hi | emph" mode="m:export">
    <xsl:variable name="rend" as="xs:string" select="string((tokenize(@rend)[1], 'italic'[current()/self::emph])[1])"/>
    <hi rendition="{($mp:appearances($rend), '#none')[1]}">
      <xsl:if test="$rend and empty($mp:appearances($rend))">
        <xsl:copy-of select="@rend"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </hi>
  </xsl:template>

  <xsl:template match="foreign[@xml:lang]" mode="m:export">
    <xsl:call-template name="m:renamed">
      <xsl:with-param name="name" select="'foreign'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="foreign" mode="m:export" priority="-0.05">
    <xsl:call-template name="m:unwrapped"/>
  </xsl:template>

  <xsl:template match="persName/@ref | orgName/@ref | placeName/@ref | name/@ref" mode="m:export">
    <xsl:variable name="records" as="xs:string*" select="m:records(..)"/>
    <xsl:if test="exists($records)">
      <xsl:attribute name="ref" select="$records"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="ref/@target" mode="m:export">
    <xsl:copy-of select=".[matches(., '^(#|https?://)\S+$')][count(tokenize(.)) = 1]"/>
  </xsl:template>

  <!-- A description of a work in the text: its words, in a bibl without type; within a quotation its words alone. -->
  <xsl:template match="text//bibl[parent::quote]" mode="m:export">
    <xsl:call-template name="m:unwrapped"/>
  </xsl:template>

  <xsl:template match="text//bibl[empty(node()[self::* or normalize-space()])]" mode="m:export" priority="1">
    <xsl:if test="not(m:is-mixed(..) or parent::cit)">
      <p/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text//availability/p | text//licence/p" mode="m:export">
    <xsl:call-template name="m:unwrapped"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="text//biblScope[not(@unit = ('volume', 'issue', 'page'))] | quote/bibl/(publisher | pubPlace | biblScope)" mode="m:export">
    <xsl:call-template name="m:unwrapped"/>
  </xsl:template>

  <xsl:template match="biblScope/@unit[. = 'page']" mode="m:export">
    <xsl:attribute name="unit" select="'pages'"/>
  </xsl:template>

  <xsl:template match="div/@n[not(. castable as xs:integer)] | lg/@n[not(. castable as xs:integer)]" mode="m:export"/>

  <!-- Who speaks: it has no list of persons, and points to roles. A role is the person who has its name, where no other has. -->
  <xsl:variable name="mp:persons" as="element()*" select="$m:tei//(particDesc | standOff)//(person | personGrp)[@xml:id]"/>

  <xsl:key name="mp:named" match="role" use="mp:person(.)"/>

  <xsl:function name="mp:person" as="xs:string?">
    <xsl:param name="role" as="element(role)"/>
    <xsl:variable name="told" as="xs:string*" select="$role/parent::castItem[count(role) = 1]/@corresp/tokenize(.) ! substring-after(., '#')"/>
    <xsl:variable name="persons" as="element()*" select="if (exists($told)) then $mp:persons[@xml:id = $told]
      else $mp:persons[(persName | name | orgName)[1] ! mp:same(.) = mp:same($role)]"/>
    <xsl:sequence select="$persons[count($persons) = 1]/@xml:id"/>
  </xsl:function>

  <xsl:function name="mp:same" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="replace(lower-case(normalize-space($name)), '[.,:]+$', '')"/>
  </xsl:function>

  <xsl:template match="role" mode="m:export">
    <xsl:copy>
      <xsl:variable name="person" as="xs:string?" select="mp:person(.)[count(key('mp:named', ., root(current()))) = 1]"/>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:if test="exists($person)">
        <xsl:attribute name="xml:id" select="$person"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- Notes ............................................................................................... -->

  <xsl:template match="text//note" mode="m:export">
    <note>
      <xsl:variable name="side" as="xs:string?" select="map{'bottom': 'foot', 'end': 'end', 'margin': 'left'}(string(@place))"/>
      <xsl:choose>
        <xsl:when test="@type = 'apparatus'">
          <xsl:attribute name="type" select="'editorial'"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="place" select="($side, 'foot')[1]"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="@* except @place, node()" mode="#current"/>
    </note>
  </xsl:template>

  <!-- A remark in the line of the text is text. -->
  <xsl:template match="text//note[@place = 'inline'][m:is-mixed(..)][empty(.//(p | ab | sp))]" mode="m:export" priority="1">
    <xsl:call-template name="m:unwrapped"/>
  </xsl:template>

  <!-- Lists ............................................................................................... -->

  <xsl:template match="list/label" mode="m:export"/>

  <xsl:template match="item[../label]" mode="m:export">
    <xsl:copy>
      <xsl:apply-templates select="@*, m:label(.)/node()" mode="#current"/>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="lg/label" mode="m:export">
    <xsl:call-template name="m:renamed">
      <xsl:with-param name="name" select="'l'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="label" mode="m:export" priority="-0.05">
    <xsl:choose>
      <xsl:when test="m:is-mixed(..)">
        <xsl:apply-templates mode="#current"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="m:renamed">
          <xsl:with-param name="name" select="'p'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
