<?xml version="1.0" encoding="UTF-8"?>
<!-- For TEI Publisher and whatever else reads TEI simplePrint. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="lib/frame.xsl"/>
  <xsl:include href="lib/revision.xsl"/>
  <xsl:include href="lib/surplus.xsl"/>

  <xsl:variable name="m:table" as="element()*">
    <m:neutral><seg/></m:neutral>
    <m:row element="said" becomes="q"/>
    <m:row element="emph" becomes="hi" by="template"/>
    <m:row element="soCalled mentioned secl" becomes="seg" by="template">its name is the type</m:row>
    <m:row element="surplus" becomes="sic beside an empty corr" by="template">what is only printed twice stands without it</m:row>
    <m:row element="persName placeName orgName forename surname" becomes="name" by="template">with the type that says which</m:row>
    <m:row element="appInfo birth death standOff" in="header"/>
    <m:row element="appInfo birth death standOff"/>
    <m:row element="personGrp" becomes="person"/>
    <m:row attribute="rend evidence key"/>
    <m:row element="cell row" attribute="role" only="label"/>
    <m:row element="name" attribute="type subtype"/>
    <m:row element="q" attribute="direct"/>
    <m:row element="gap" attribute="unit" only="chars cm in lines mm pages words"/>
    <m:row element="add fw" attribute="place" only="above below bottom end inline margin"/>
    <m:row element="note" becomes="seg" by="template">a remark in the line, which would become a footnote</m:row>
    <m:row element="note" attribute="place" only="bottom end margin inline"/>
    <m:row element="pb" attribute="facs"/>
  </xsl:variable>

  <!-- What it looked like is a rendition of simplePrint's own. -->
  <xsl:variable name="mp:appearances" as="map(xs:string, xs:string)" select="map{'italic': 'italic', 'bold': 'bold',
    'caps': 'allcaps', 'small-caps': 'smallcaps', 'smallcaps': 'smallcaps', 'spaced': 'letterspace', 'underline': 'underline',
    'superscript': 'superscript', 'sup': 'superscript', 'subscript': 'subscript', 'sub': 'subscript'}"/>

  <xsl:template match="hi | emph" mode="m:export">
    <xsl:variable name="rend" as="xs:string*" select="(tokenize(@rend), 'italic'[current()/self::emph][not(current()/@rend)])"/>
    <hi>
      <xsl:apply-templates select="@* except (@rend, @rendition)" mode="#current"/>
      <xsl:variable name="rendition" as="xs:string*" select="$rend ! $mp:appearances(.) ! ('simple:' || .)"/>
      <xsl:if test="exists($rendition)">
        <xsl:attribute name="rendition" select="$rendition"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </hi>
  </xsl:template>

  <xsl:template match="soCalled | mentioned | secl" mode="m:export">
    <seg type="{local-name()}">
      <xsl:apply-templates select="@* except @reason, node()" mode="#current"/>
    </seg>
  </xsl:template>

  <!-- TEI Publisher makes a footnote of any note that has a place. -->
  <xsl:template match="note[not(@place = 'inline' and m:is-mixed(..)) or p or @target]" mode="m:spared">yes</xsl:template>

  <xsl:template match="note[not(m:is-spared(.))]" mode="m:export">
    <seg type="note">
      <xsl:apply-templates select="@* except (@type, @place), node()" mode="#current"/>
    </seg>
  </xsl:template>

  <!-- Where phrases are few. -->
  <xsl:template match="(figDesc | resp | creation | language | term)/(soCalled | mentioned)" mode="m:export">
    <hi>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </hi>
  </xsl:template>

  <xsl:template match="persName | placeName | orgName | forename | surname" mode="m:export">
    <name type="{map{'persName': 'person', 'placeName': 'place', 'orgName': 'org'}(local-name()), local-name()[. = ('forename', 'surname')]}">
      <xsl:apply-templates select="@* except (@type, @subtype, @key), node()" mode="#current"/>
    </name>
  </xsl:template>

  <!-- Declarations are paragraphs. -->
  <xsl:template match="editorialDecl" mode="m:export">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:apply-templates select=".//p" mode="#current"/>
      <xsl:if test="empty(.//p)">
        <p/>
      </xsl:if>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="refsDecl" mode="m:export">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <p>Passages are cited by their xml:id.</p>
    </xsl:copy>
  </xsl:template>

  <!-- Of a group of descriptions nothing but the last may be left. -->
  <xsl:template match="encodingDesc[empty(* except appInfo)]" mode="m:export"/>
</xsl:stylesheet>
