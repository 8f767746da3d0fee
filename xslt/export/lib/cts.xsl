<?xml version="1.0" encoding="UTF-8"?>
<!-- Canonical citation: the references of the numbered parts, and the two files of a CTS inventory. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:variable name="mp:steps" as="xs:string*" select="tokenize($m:urn, ':')"/>
  <xsl:variable name="mp:work" as="xs:string*" select="tokenize($mp:steps[4], '\.')"/>
  <xsl:variable name="mp:group-urn" as="xs:string" select="string-join(($mp:steps[position() lt 4], $mp:work[1]), ':')"/>

  <!-- Pages and notes have numbers, too, and are no parts. (Programs that read these patterns know no commas or hyphens.) -->
  <xsl:variable name="mp:part" as="xs:string" select="'/tei:*[not(self::tei:pb or self::tei:cb or self::tei:milestone or self::tei:note)]'"/>

  <!-- The references, deepest first. -->
  <xsl:function name="m:references" as="element(refsDecl)">
    <xsl:variable name="depth" as="xs:integer" select="max((1, $m:prepared//body//*[m:is-cited(.)] ! count(ancestor::div[ancestor::body]) ! (. + 1)))"/>
    <refsDecl n="CTS">
      <xsl:for-each select="reverse(1 to $depth)">
        <xsl:variable name="level" as="xs:integer" select="."/>
        <cRefPattern n="level{.}" matchPattern="{string-join((1 to $level) ! '(\w+)', '.')}"
          replacementPattern="#xpath(/tei:TEI/tei:text/tei:body/tei:div{string-join((1 to $level) ! ($mp:part || '[@n=''$' || . || ''']'))})">
          <p>
            <xsl:value-of select="if ($level = 1) then 'A part of the text.' else 'A part of a part.'"/>
          </p>
        </cRefPattern>
      </xsl:for-each>
    </refsDecl>
  </xsl:function>

  <!-- Files ................................................................................................. -->

  <xsl:template match="TEI" mode="m:beside">
    <m:document path="data/{string-join($mp:work[position() le 2], '/')}/{$mp:steps[4]}.xml"/>
    <xsl:variable name="language" as="xs:string" select="m:iso-639-3($m:language)"/>
    <m:file path="data/{$mp:work[1]}/__cts__.xml">
      <ti:textgroup xmlns:ti="http://chs.harvard.edu/xmlns/cts" urn="{$mp:group-urn}">
        <ti:groupname xml:lang="{$language}">
          <xsl:value-of select="string-join(($m:authors ! m:words-of(.), 'unknown'[empty($m:authors)]), '; ')"/>
        </ti:groupname>
      </ti:textgroup>
    </m:file>
    <m:file path="data/{string-join($mp:work[position() le 2], '/')}/__cts__.xml">
      <ti:work xmlns:ti="http://chs.harvard.edu/xmlns/cts" groupUrn="{$mp:group-urn}" xml:lang="{$language}"
        urn="{string-join(($mp:group-urn, $mp:work[2]), '.')}">
        <ti:title xml:lang="{$language}">
          <xsl:value-of select="m:title()"/>
        </ti:title>
        <ti:edition urn="{$m:urn}" workUrn="{string-join(($mp:group-urn, $mp:work[2]), '.')}">
          <ti:label xml:lang="{$language}">
            <xsl:value-of select="m:title()"/>
          </ti:label>
          <ti:description xml:lang="{$language}">
            <xsl:value-of select="string-join(($m:authors ! m:words-of(.), m:title(), m:of-print('date') ! m:words-of(.)), '. ') || '.'"/>
          </ti:description>
        </ti:edition>
      </ti:work>
    </m:file>
  </xsl:template>
</xsl:stylesheet>
