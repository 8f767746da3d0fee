<?xml version="1.0" encoding="UTF-8"?>
<!-- The register of corrections behind the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- What one entry of the register did, in words. -->
  <xsl:function name="m:told" as="xs:string">
    <xsl:param name="entry" as="element(m:entry)"/>
    <xsl:sequence select="map{
      'correction': 'Correction: printed “' || $entry/@printed || '”',
      'regularisation': 'Regularised: printed “' || $entry/@printed || '”',
      'supplied': 'Supplied by the edition',
      'left as printed': 'Doubtful; left as printed',
      'left out': 'Left out: printed “' || $entry/@printed || '”',
      'printed twice': 'Printed twice in the source',
      'displaced': 'Out of its place in the source',
      'gap': 'Gap: ' || $entry/@printed}($entry/@kind)"/>
  </xsl:function>

  <xsl:template name="m:corrections">
    <xsl:if test="exists($m:register)">
      <section id="corrections">
        <h2>Editorial corrections</h2>
        <p class="lead">
          <xsl:value-of select="m:summary()"/>
          <xsl:if test="$m:form = 'page'">
            <xsl:text> </xsl:text>
            <a href="{encode-for-uri($name)}.corrections.csv">As CSV</a>
            <xsl:text>.</xsl:text>
          </xsl:if>
          <xsl:value-of select="' Lines named here are those of the digital copy.'[$m:register/@why ! matches(., 'lines? \d') = true()]"/>
        </p>
        <xsl:call-template name="m:register"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="m:register">
    <section class="scroll" tabindex="0" aria-label="Table">
      <table class="register">
        <thead>
          <tr>
            <th scope="col">{if ($m:tei/text//pb/@n) then 'Page' else 'Place'}</th>
            <th scope="col">Printed</th>
            <th scope="col">This edition</th>
            <th scope="col">By, certainty</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="$m:register" mode="mp:row"/>
        </tbody>
      </table>
    </section>
  </xsl:template>

  <!-- "12 corrections, 9 of them automatic; 1 gap." -->
  <xsl:function name="m:summary" as="xs:string">
    <xsl:variable name="parts" as="xs:string*">
      <xsl:for-each-group select="$m:register" group-by="@kind">
        <xsl:variable name="machine" as="xs:integer" select="count(current-group()[@automatic = 'true'])"/>
        <xsl:sequence select="m:count(count(current-group()), current-grouping-key())
          || (', ' || $machine || ' of them automatic')[$machine gt 0 and $machine lt count(current-group())]
          || (' (automatic)')[$machine = count(current-group())]"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join($parts, '; ') || '.'"/>
  </xsl:function>

  <xsl:function name="m:count" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="many" as="map(xs:string, xs:string)" select="map{'correction': 'corrections',
      'regularisation': 'regularisations', 'supplied': 'words or passages supplied',
      'left as printed': 'doubtful readings left as printed', 'left out': 'superfluous passages left out',
      'printed twice': 'passages printed twice', 'displaced': 'displaced passages', 'gap': 'gaps', 'note': 'notes', 'editor’s note': 'editor’s notes',
      'page break': 'page breaks', 'paragraph': 'paragraphs', 'turn': 'turns of named speakers',
      'direct speech': 'passages of direct speech', 'reported speech': 'passages of reported speech', 'word': 'words'}"/>
    <xsl:variable name="one" as="map(xs:string, xs:string)" select="map{'supplied': 'word or passage supplied',
      'left as printed': 'doubtful reading left as printed', 'left out': 'superfluous passage left out',
      'printed twice': 'passage printed twice', 'displaced': 'displaced passage',
      'turn': 'turn of a named speaker', 'direct speech': 'passage of direct speech',
      'reported speech': 'passage of reported speech'}"/>
    <xsl:sequence select="format-integer($number, '#,##0') || ' ' ||
      (if ($number = 1) then ($one($kind), $kind)[1] else $many($kind))"/>
  </xsl:function>

  <xsl:mode name="mp:row" on-no-match="fail"/>

  <xsl:template match="m:entry" mode="mp:row">
    <tr id="app-{@id}">
      <td>
        <xsl:sequence select="m:passage(., replace(@place, '^p\. ', ''))"/>
      </td>
      <td><xsl:sequence select="m:printed(.)"/></td>
      <td><xsl:sequence select="m:read(.)"/></td>
      <td>{m:by(.)}</td>
      <td><xsl:value-of select="@why"/></td>
    </tr>
  </xsl:template>

  <xsl:function name="m:by" as="xs:string">
    <xsl:param name="entry" as="element(m:entry)"/>
    <xsl:sequence select="string-join((if ($entry/@automatic = 'true') then 'automatic' else $entry/@by[string()], $entry/@cert[string()]), ', ')"/>
  </xsl:function>

  <!-- Its place, as a link to the passage where one is left to lead to. -->
  <xsl:function name="m:passage" as="node()">
    <xsl:param name="entry" as="element(m:entry)"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="empty(key('mp:id', $entry/@id, root($m:shaped))[ancestor::text])">
        <xsl:value-of select="$label"/>
      </xsl:when>
      <xsl:otherwise>
        <a href="#{$entry/@id}"><xsl:value-of select="$label"/></a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="m:printed" as="node()*">
    <xsl:param name="entry" as="element(m:entry)"/>
    <xsl:choose>
      <xsl:when test="$entry/@kind = 'gap'">
        <i class="said-by">{$entry/@printed}{' after'[$entry/@read/normalize-space()]} </i>
        <xsl:value-of select="$entry/@read"/>
      </xsl:when>
      <xsl:when test="not($entry/@printed/normalize-space())">
        <i class="said-by">nothing</i>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$entry/@printed"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="m:read" as="node()*">
    <xsl:param name="entry" as="element(m:entry)"/>
    <xsl:if test="not($entry/@kind = ('left as printed', 'printed twice', 'displaced', 'gap'))">
      <xsl:value-of select="$entry/@read"/>
    </xsl:if>
    <xsl:value-of select="'[…]'[$entry/@kind = 'gap']"/>
    <xsl:if test="not($entry/@kind = ('correction', 'supplied', 'gap', 'regularisation'))">
      <i class="said-by">{(' ('[$entry/@read/normalize-space()], '')[1]}{$entry/@kind}{(')'[$entry/@read/normalize-space()], '')[1]}</i>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
