<?xml version="1.0" encoding="UTF-8"?>
<!-- For ELTeC, the collection of European novels, level 1: headings, paragraphs and verse lines in chapters. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="lib/frame.xsl"/>
  <xsl:include href="lib/notes.xsl"/>
  <xsl:include href="eltec/header.xsl"/>
  <xsl:include href="eltec/blocks.xsl"/>
  <xsl:include href="eltec/words.xsl"/>

  <xsl:variable name="m:table" as="element()*">
    <m:row element="sp" becomes="p" by="template"/>
    <m:row element="speaker" becomes="label in p" by="template"/>
    <m:row element="titlePage" becomes="div of type titlepage" by="template"/>
    <m:row element="stage ab item row trailer opener closer salute signed dateline byline address epigraph argument postscript
      docTitle titlePart docAuthor docDate docImprint castItem bibl" becomes="p or words of one" by="template"/>
    <m:row element="head label l addrLine" becomes="words of a paragraph, or one" by="template">all but headings of divisions, labels in a
      paragraph, and lines between blocks</m:row>
    <m:row element="cell figDesc role roleDesc surname forename" becomes="" by="template"/>
    <m:row element="lg list table castList figure cit" becomes="its lines, paragraphs or words" by="template"/>
    <m:row element="choice sic orig reg" becomes="" by="template">of two readings the edition’s is left</m:row>
    <m:row element="date unclear add secl said q soCalled mentioned seg name persName placeName orgName" becomes="" by="template"/>
    <m:row element="supplied" becomes="corr" by="template"/>
    <m:row element="fw del surplus lb cb" by="template">what is only printed twice stays</m:row>
    <m:row element="note" becomes="ref" by="template">notes stand in a division at the end</m:row>
    <m:row element="particDesc settingDesc standOff editorialDecl projectDesc refsDecl appInfo creation editionStmt" in="header"
      by="template"/>
    <m:keeps attributes="xml:id xml:lang n"/>
    <m:keeps element="gap" attributes="xml:id quantity unit extent"/>
    <m:keeps element="hi emph label" attributes="xml:id xml:lang n rend"/>
    <m:keeps element="milestone" attributes="xml:id unit n"/>
    <m:keeps element="pb" attributes="xml:id n"/>
    <m:keeps element="ref" attributes="xml:id n target"/>
    <m:keeps element="title" attributes="xml:id xml:lang level"/>
    <m:keeps element="div" attributes="xml:id xml:lang n type"/>
  </xsl:variable>

  <xsl:template match="TEI" mode="m:export">
    <TEI xml:id="{@xml:id}" xml:lang="{$m:language}">
      <xsl:call-template name="m:header"/>
      <xsl:apply-templates select="text" mode="#current"/>
    </TEI>
  </xsl:template>

  <xsl:template match="div/head | body/head | front/head | back/head" mode="m:spared">yes</xsl:template>

  <xsl:template match="l[empty(ancestor::*[ancestor::text][m:is-mixed(.)][not(self::quote)])]" mode="m:spared">yes</xsl:template>

  <xsl:template match="label[ancestor::p][empty(ancestor::foreign)]" mode="m:spared">yes</xsl:template>

  <!-- A call where words stand; between paragraphs nothing shows where the note belongs. -->
  <xsl:template match="m:call[@mixed = 'true']" mode="m:tidy">
    <ref target="#{@note}"/>
  </xsl:template>

  <xsl:template match="m:call" mode="m:tidy"/>
</xsl:stylesheet>
