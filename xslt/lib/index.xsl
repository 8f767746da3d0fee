<?xml version="1.0" encoding="UTF-8"?>
<!-- The index of the persons, places and works that a text names: its entries in order, what is known of each, and where
     each occurs. What the outputs print of it they decide. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:key name="m:speech" match="sp | said" use="tokenize(@who) ! substring-after(., '#')"/>
  <xsl:key name="m:mention" match="(persName | placeName | title)[@ref]" use="tokenize(@ref) ! substring-after(., '#')"/>

  <!-- The indexes, by the ids of their sections. -->
  <xsl:variable name="m:indexes" as="map(xs:string, xs:string)"
    select="map{'persons': 'Persons', 'places': 'Places', 'works': 'Works'}"/>
  <xsl:variable name="m:kinds-of-index" as="xs:string+" select="'persons', 'places', 'works'"/>

  <!-- The entries of one index that occur in the text, in their order. -->
  <xsl:function name="m:index" as="element()*" cache="yes">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="sort(map{
      'persons': $m:tei/teiHeader/profileDesc/particDesc//(person | personGrp),
      'places': $m:tei/teiHeader/profileDesc/settingDesc//place,
      'works': $m:tei/standOff//bibl}($kind)[@xml:id][m:occurs(.)],
      'http://www.w3.org/2005/xpath-functions/collation/html-ascii-case-insensitive', m:filed-under#1)"/>
  </xsl:function>

  <xsl:function name="m:occurs" as="xs:boolean">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="exists((m:speeches($entry), m:mentions($entry)))"/>
  </xsl:function>

  <!-- Where a person speaks. -->
  <xsl:function name="m:speeches" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="key('m:speech', $entry/@xml:id, $m:shaped/text)"/>
  </xsl:function>

  <!-- Where a name stands that points to the entry. -->
  <xsl:function name="m:mentions" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="key('m:mention', $entry/@xml:id, $m:shaped/text)"/>
  </xsl:function>

  <!-- The place of a speech or a mention: "p. 3". -->
  <xsl:function name="m:place-of" as="xs:string">
    <xsl:param name="passage" as="element()"/>
    <xsl:sequence select="m:place((($passage/self::sp//(p | l))[1], $passage)[1])"/>
  </xsl:function>

  <!-- Its usual name, which stands first. -->
  <xsl:function name="m:entry-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="string((mp:names($entry)[not(@type = 'variant')][1] ! m:plain(.)[.], m:plain($entry)[.], $entry/@xml:id)[1])"/>
  </xsl:function>

  <xsl:function name="m:variants" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="distinct-values(mp:names($entry)[@type = 'variant'] ! m:plain(.))"/>
  </xsl:function>

  <xsl:function name="mp:names" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry/(persName | placeName | self::bibl/title)"/>
  </xsl:function>

  <!-- What the editor says, else a person's surname, or the last word of the name; a group, one whom only a description
       names, a place and a work under their words without the article. -->
  <xsl:function name="m:filed-under" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="m:entry-name($entry)"/>
    <xsl:sequence select="if ($entry/@sortKey) then translate($entry/@sortKey, '_', ' ')
      else if (not($entry/self::person) or matches($name, '^\p{Ll}')) then replace($name, '^(the|an?) ', '', 'i')
      else ($entry/persName//surname ! m:plain(.), tokenize($name)[last()], '')[1] || ' ' || $name"/>
  </xsl:function>

  <!-- "1888–15 March 1938", "born 1888"; of a work its author and date. -->
  <xsl:function name="m:when" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="born" as="xs:string?" select="$entry/birth[1] ! m:day((@when, m:plain(.))[normalize-space()][1])"/>
    <xsl:variable name="died" as="xs:string?" select="$entry/death[1] ! m:day((@when, m:plain(.))[normalize-space()][1])"/>
    <xsl:sequence select="if ($entry/self::bibl) then string-join(($entry/author ! m:person-text(.), $entry/date ! m:day((@when, m:plain(.))[1])), ', ')
      else if ($born and $died) then string-join(($born, $died), if (matches($born || $died, ' ')) then ' – ' else '–')
      else string-join(($born ! ('born ' || .), $died ! ('died ' || .)))"/>
  </xsl:function>

  <!-- Records of authority files ......................................................................... -->

  <!-- For systems that people write numbers of: their name and where a record lies. -->
  <xsl:variable name="mp:authorities" as="map(xs:string, xs:string+)" select="map{
    'wikidata': ('Wikidata', 'https://www.wikidata.org/entity/'), 'gnd': ('GND', 'https://d-nb.info/gnd/'),
    'viaf': ('VIAF', 'https://viaf.org/viaf/'), 'geonames': ('GeoNames', 'https://www.geonames.org/'),
    'lccn': ('LCCN', 'https://lccn.loc.gov/'), 'isni': ('ISNI', 'https://isni.org/isni/'),
    'orcid': ('ORCID', 'https://orcid.org/'), 'oclc': ('WorldCat', 'https://search.worldcat.org/title/'),
    'doi': ('DOI', 'https://doi.org/')}"/>

  <!-- How the record's system is called; of an address alone, its host. -->
  <xsl:function name="m:authority" as="xs:string?">
    <xsl:param name="record" as="element(idno)"/>
    <xsl:sequence select="($mp:authorities(lower-case($record/@type))[1], $record/@type[. != 'URL'] ! string(),
      m:authority-address($record) ! replace(., '^https?://(www\.)?([^/]+).*$', '$2'))[1]"/>
  </xsl:function>

  <!-- Its address; nothing that is not of the web. -->
  <xsl:function name="m:authority-address" as="xs:string?">
    <xsl:param name="record" as="element(idno)"/>
    <xsl:variable name="number" as="xs:string" select="normalize-space($record)"/>
    <xsl:sequence select="if (matches($number, '^https?://[^\s&lt;>&quot;]+$')) then $number
      else if (matches($number, '^[A-Za-z0-9._/()-]+$')) then $mp:authorities(lower-case($record/@type))[2] ! (. || $number)
      else ()"/>
  </xsl:function>

  <!-- Links to the index ................................................................................. -->

  <!-- Names in the text, and speakers, that lead to the index: all, or of each entry the first in each division. Those
       that have a link of another kind in them cannot. -->
  <xsl:function name="m:leading" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="which" as="xs:string"/>
    <xsl:variable name="able" as="element()*" select="$m:shaped/text//((persName | placeName | title)[@ref] | sp//speaker)
      [$which != 'none'][mp:target(.)][empty(ancestor::ref)][not(ancestor::*/local-name() = ('persName', 'placeName', 'speaker'))]
      [every $inner in .//* satisfies local-name($inner) = $mp:without-links]"/>
    <xsl:map>
      <xsl:for-each-group select="$able" group-by="mp:target(.) || ' ' || generate-id(if ($which = 'all') then .
        else ancestor::*[self::div or self::text][1])">
        <xsl:map-entry key="generate-id(current-group()[1])" select="mp:target(current-group()[1])"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <xsl:variable name="mp:without-links" as="xs:string+" select="'hi', 'emph', 'foreign', 'lb', 'cb', 'c', 'seg', 'forename', 'surname', 'orig', 'date'"/>

  <!-- The entry, if it is one alone and in the index, that a name or a speaker points to. -->
  <xsl:function name="mp:target" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="pointers" as="xs:string*" select="($name/self::speaker/ancestor::sp[1]/@who, $name/@ref)[1] ! tokenize(.)[starts-with(., '#')]"/>
    <xsl:sequence select="$pointers[count($pointers) = 1] ! substring(., 2)[exists($mp:entry-ids(.))]"/>
  </xsl:function>

  <xsl:variable name="mp:entry-ids" as="map(xs:string, xs:boolean)" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    select="map:merge(($m:kinds-of-index ! m:index(.)) ! map{string(@xml:id): true()}, map{'duplicates': 'use-first'})"/>
</xsl:stylesheet>
