<?xml version="1.0" encoding="UTF-8"?>
<!-- What a document loses on its way to a recipient, counted in the document: for people, and for its new header. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:variable name="m:losses" as="element(m:loss)*">
    <!-- TEI made by others has none of them but for the reading of its divided words. -->
    <xsl:sequence select="mp:loss('skin', $m:source[not($made-by)]//(rendition[@scheme = 'other'] | anchor[@type = 'stood'] | c),
      'what only the proof against the plain text needs (skins, places where notes stood) is left out')"/>
    <xsl:sequence select="$m:table/self::m:row[not(@attribute or @in)] ! mp:elements(.), mp:header()"/>
    <xsl:sequence select="mp:attributes(), mp:pointers()"/>
  </xsl:variable>

  <xsl:function name="mp:elements" as="element(m:loss)*">
    <xsl:param name="row" as="element(m:row)"/>
    <xsl:for-each select="tokenize($row/@element)">
      <xsl:variable name="found" as="element()*" select="$m:cleaned/TEI/text//*[local-name() = current()][not(m:is-spared(.))]"/>
      <xsl:variable name="what" as="xs:string" select="if ($row/@becomes ne '') then 'in place of it stands ' || $row/@becomes
        else if ($row/@becomes) then 'its content stands without it' else 'it is left out'"/>
      <xsl:sequence select="mp:loss(., $found, string-join(($what, $row/text()[normalize-space()] ! normalize-space()), '; '))"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Parts of the header that it has no place for (m:row in="header"). -->
  <xsl:function name="mp:header" as="element(m:loss)?">
    <xsl:variable name="parts" as="element()*" select="$m:cleaned/TEI/(teiHeader | standOff)/descendant-or-self::*
      [local-name() = $m:table/self::m:row[@in = 'header']/tokenize(@element)]"/>
    <xsl:sequence select="mp:loss('header', $parts, 'it has no place for ' || string-join(distinct-values($parts ! local-name()), ', '))"/>
  </xsl:function>

  <!-- Attributes of the text that are left out, of each name; those of elements that go go with them. -->
  <xsl:function name="mp:attributes" as="element(m:loss)*">
    <xsl:for-each-group select="$m:cleaned/TEI/text//@*[not(mp:is-kept(., m:name(..)))]
      [empty(mp:row(..)) or mp:row(..)/@becomes ne '' or m:is-spared(..)]" group-by="name()">
      <xsl:sort select="current-grouping-key()" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      <xsl:variable name="remarks" as="xs:string*" select="current-group() ! mp:attribute-row(., m:name(..))/normalize-space(.)[.]"/>
      <xsl:sequence select="mp:loss('@' || current-grouping-key(), current-group(), string-join(('it is left out', distinct-values($remarks)), '; '))"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Pointers of the text to what the export does not have, which the last pass takes out. -->
  <xsl:function name="mp:pointers" as="element(m:loss)*">
    <xsl:for-each-group select="$m:made/TEI/text//@*[m:is-pointer(.)][count(m:arriving(.)) ne count(tokenize(.))]"
      group-by="name()">
      <xsl:sort select="current-grouping-key()" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      <xsl:sequence select="mp:loss('@' || current-grouping-key(), current-group(), 'it points to what the export does not have')"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="mp:loss" as="element(m:loss)?">
    <xsl:param name="what" as="xs:string"/>
    <xsl:param name="found" as="node()*"/>
    <xsl:param name="says" as="xs:string"/>
    <xsl:if test="exists($found)">
      <m:loss what="{$what}" count="{count($found)}">
        <xsl:value-of select="$says"/>
      </m:loss>
    </xsl:if>
  </xsl:function>

  <!-- As the header of the export has it: a profile writes m:declared where this is to stand. -->
  <xsl:template match="m:declared" mode="m:tidy">
    <xsl:variable name="told" as="xs:string*" select="$lost-before[.], $m:losses ! (@what || ' (' || @count || '): ' || .)"/>
    <xsl:value-of select="'Exported for ' || $recipient || ' from ' || (if ($made-by) then 'TEI made by others' else 'the edition’s own TEI') ||
      (if (exists($told)) then '. What the export does not have: ' || string-join($told, '. ') || '.' else '; nothing is left out.')"/>
  </xsl:template>
</xsl:stylesheet>
