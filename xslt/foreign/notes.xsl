<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes that stand apart, at the end or in standOff: each goes to where it is called. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:key name="mp:calls" match="ref[mp:is-call(.)] | ptr" use="tokenize(@target)[1][starts-with(., '#')] ! substring(., 2)"/>
  <xsl:key name="mp:notes-on" match="note[@target][mp:stands-apart(.)]"
    use="(tokenize(@targetEnd), tokenize(@target))[1][starts-with(., '#')] ! substring(., 2)"/>

  <!-- A call is a number, a letter, a sign, or says that it is one; "see note 5" is a link. -->
  <xsl:function name="mp:is-call" as="xs:boolean">
    <xsl:param name="reference" as="element(ref)"/>
    <xsl:sequence select="matches($reference/@type, 'note|^fn', 'i') or
      matches(normalize-space($reference), '^[\[(]?(\d{1,4}[a-z]?|[a-z]{1,2}|[ivxlc]{1,7}|[*†‡§‖¶#]{1,4}|\*\))?[\])]?[.:]?$', 'i')"/>
  </xsl:function>

  <!-- Not in the words of a block: in a list of notes, or beside blocks. -->
  <xsl:function name="mp:stands-apart" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="not(mp:has-words($note/..)) and not($note/../(self::l or self::head or self::speaker or self::hi))
      and (not($note/../(self::p or self::ab or self::item or self::cell)) or empty($note/../(* except note)))"/>
  </xsl:function>

  <!-- The note that a reference calls. -->
  <xsl:function name="mp:called" as="element(note)?">
    <xsl:param name="reference" as="element()"/>
    <xsl:sequence select="$reference/(self::ref[mp:is-call(.)] | self::ptr)/tokenize(@target)[1][starts-with(., '#')]
      ! key('mp:id', substring(., 2), $mp:source)[1][self::note][mp:stands-apart(.)]"/>
  </xsl:function>

  <!-- The reference at which a note is printed: the first from which the text can be reached. -->
  <xsl:function name="mp:home" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="mp:home($note, ())"/>
  </xsl:function>

  <xsl:function name="mp:home" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="within" as="element(note)*"/>
    <xsl:variable name="calls" as="element()*" select="$note[@xml:id][mp:stands-apart(.)]/key('mp:calls', @xml:id, $mp:source)
      [not(ancestor::teiHeader)]"/>
    <xsl:sequence select="($calls[empty(mp:host(.))], $calls[exists(mp:host(.)[not(. intersect ($within, $note))]
      [exists(mp:home(., ($within, $note))) or not(mp:stands-apart(.))])])[1]"/>
  </xsl:function>

  <xsl:function name="mp:host" as="element(note)?">
    <xsl:param name="reference" as="element()"/>
    <xsl:sequence select="$reference/ancestor::note[last()]"/>
  </xsl:function>

  <!-- What a note on a passage is about, where that is in the text and not in another such note. -->
  <xsl:function name="mp:passage" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note[@target][mp:stands-apart(.)]/(tokenize(@targetEnd), tokenize(@target))[1][starts-with(., '#')]
      ! key('mp:id', substring(., 2), $mp:source)[1][ancestor::text][not(ancestor-or-self::note)]
      [not(mp:becomes(.) = ('div', 'text', 'front', 'body', 'back', 'list', 'table', 'row', 'castList', 'lg', 'sp', 'choice', 'app'))]"/>
  </xsl:function>

  <!-- The notes that move, and what they leave empty: found once, as each element asks. -->
  <xsl:variable name="mp:moved" as="element(note)*" select="$mp:source//note[exists((mp:home(.), mp:passage(.)))]"/>
  <xsl:variable name="mp:moved-ids" as="map(xs:string, xs:boolean)" select="mp:ids($mp:moved)"/>
  <xsl:variable name="mp:emptied-ids" as="map(xs:string, xs:boolean)" select="mp:ids(($mp:moved/ancestor::*)[mp:holds-no-more(.)])"/>

  <xsl:function name="mp:ids" as="map(xs:string, xs:boolean)">
    <xsl:param name="elements" as="element()*"/>
    <xsl:map>
      <xsl:for-each select="$elements">
        <xsl:map-entry key="generate-id()" select="true()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <xsl:function name="mp:is-moved" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="map:contains($mp:moved-ids, generate-id($note))"/>
  </xsl:function>

  <xsl:template match="ref[mp:called(.)] | ptr[mp:called(.)]" mode="m:foreign" priority="3">
    <xsl:variable name="note" as="element(note)" select="mp:called(.)"/>
    <xsl:choose>
      <xsl:when test="mp:home($note) is .">
        <xsl:apply-templates select="$note" mode="mp:moved">
          <xsl:with-param name="mark" select="normalize-space()"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:when test="exists(mp:home($note))">
        <ref type="noteAnchor" target="#{$note/@xml:id}">
          <xsl:copy-of select="@xml:id"/>
        </ref>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="note[mp:is-moved(.)]" mode="m:foreign" priority="5"/>

  <xsl:mode name="mp:moved" on-no-match="fail"/>

  <xsl:template match="note" mode="mp:moved">
    <xsl:param name="mark" as="xs:string" select="''"/>
    <note>
      <xsl:for-each select="replace($mark, '[\[\]().:]', '')[.]">
        <xsl:attribute name="n" select="."/>
      </xsl:for-each>
      <xsl:call-template name="mp:attributes"/>
      <xsl:apply-templates mode="m:foreign"/>
    </note>
  </xsl:template>

  <!-- Notes on a passage: behind a phrase, at the end of a block. -->
  <xsl:template match="*[@xml:id][key('mp:notes-on', @xml:id)[mp:passage(.) is current()]]" mode="m:foreign" priority="10">
    <xsl:variable name="notes" as="element(note)*">
      <xsl:apply-templates select="key('mp:notes-on', @xml:id)[empty(mp:home(.))]" mode="mp:moved"/>
    </xsl:variable>
    <xsl:variable name="made" as="node()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="mp:becomes(.) = ($mp:blocks, 'head') and count($made) = 1">
        <xsl:for-each select="$made">
          <xsl:copy>
            <xsl:copy-of select="@*, node(), $notes"/>
          </xsl:copy>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$made, $notes"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A list of notes that have all gone to their places, with its heading. -->
  <xsl:template match="*[mp:is-emptied(.)]" mode="m:foreign" priority="11"/>

  <xsl:function name="mp:is-emptied" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="map:contains($mp:emptied-ids, generate-id($element))"/>
  </xsl:function>

  <xsl:function name="mp:holds-no-more" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="not($list/(self::TEI or self::teiCorpus or self::text or self::front or self::body or self::back or self::group or self::note))
      and empty($list//text()[normalize-space()][not(ancestor::head or ancestor::note[mp:is-moved(.)])])
      and empty($list//(pb | figure | gap)[not(ancestor::note)])"/>
  </xsl:function>

  <!-- Links without words ................................................................................. -->

  <xsl:template match="ptr | ref[not(normalize-space())][not(*)]" mode="m:foreign" priority="1">
    <ref>
      <xsl:call-template name="mp:attributes"/>
      <xsl:value-of select="mp:words-for(@target)"/>
    </ref>
  </xsl:template>

  <xsl:template match="ref[@type = 'noteAnchor'][not(normalize-space())]" mode="m:foreign" priority="2">
    <xsl:copy-of select="." copy-namespaces="no"/>
  </xsl:template>

  <xsl:function name="mp:words-for" as="xs:string">
    <xsl:param name="target" as="xs:string?"/>
    <xsl:variable name="passage" as="element()?" select="$target[starts-with(., '#')] ! key('mp:id', substring(., 2), $mp:source)[1]"/>
    <xsl:sequence select="string((normalize-space($passage/@n)[.], m:shortened(m:plain($passage/head[1]))[.], '→'[$passage], $target)[1])"/>
  </xsl:function>
</xsl:stylesheet>
