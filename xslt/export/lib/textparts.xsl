<?xml version="1.0" encoding="UTF-8"?>
<!-- The text in one div of the type edition, and in it numbered parts, as EpiDoc and CapiTainS have it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:variable name="m:urn" as="xs:string" select="string(($m:file/publicationStmt/idno[@type = 'URN'] ! normalize-space())[1])"/>

  <xsl:template match="body" mode="m:export">
    <body>
      <div type="edition" xml:lang="{$m:language}">
        <xsl:if test="$m:urn">
          <xsl:attribute name="n" select="$m:urn"/>
        </xsl:if>
        <xsl:apply-templates select="@xml:id, node()" mode="#current"/>
      </div>
    </body>
  </xsl:template>

  <!-- Numbers .............................................................................................. -->

  <xsl:variable name="mp:citable" as="xs:string+" select="'div', 'p', 'ab', 'sp', 'lg', 'l', 'list', 'quote', 'table', 'castList'"/>

  <!-- A citable part is in a citable part, up to the body; a block in a block is not cited. -->
  <xsl:function name="m:is-cited" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="local-name($part) = $mp:citable and exists($part/(parent::body | parent::div[ancestor::body]))"/>
  </xsl:function>

  <!-- The numbers of the source where all parts beside it have one of their own that may stand in a reference; else its place. -->
  <xsl:function name="m:number" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="parts" as="element()+" select="$part/../*[m:is-cited(.)]"/>
    <xsl:sequence select="if ((every $one in $parts satisfies matches($one/@n, '^[A-Za-z0-9]+$')) and
      count(distinct-values($parts/@n)) = count($parts)) then string($part/@n)
      else string(count($part/preceding-sibling::*[m:is-cited(.)]) + 1)"/>
  </xsl:function>

  <xsl:template match="body//*[m:is-cited(.)]/@n" mode="m:export" priority="1"/>

  <!-- A division says what it is in @subtype. -->
  <xsl:template match="body//div" mode="m:export">
    <div type="textpart" subtype="{(@type, 'part')[1]}" n="{m:number(.)}">
      <xsl:apply-templates select="@* except (@type, @subtype), node()" mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="body//*[m:is-cited(.)][not(self::div)]" mode="m:export" priority="-0.15">
    <xsl:element name="{m:name(.)}">
      <xsl:attribute name="n" select="m:number(.)"/>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
