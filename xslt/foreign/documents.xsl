<?xml version="1.0" encoding="UTF-8"?>
<!-- Documents: texts in groups and collections, texts within texts, and what the header tells. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:mode name="mp:document" on-no-match="fail"/>
  <xsl:mode name="mp:header" on-no-match="shallow-copy"/>

  <xsl:template match="TEI" mode="mp:document">
    <TEI>
      <xsl:apply-templates select="@*" mode="m:foreign"/>
      <xsl:apply-templates select="teiHeader" mode="mp:header"/>
      <xsl:apply-templates select="text" mode="m:foreign"/>
    </TEI>
  </xsl:template>

  <xsl:template match="teiCorpus" mode="mp:document">
    <TEI>
      <xsl:apply-templates select="@*" mode="m:foreign"/>
      <xsl:apply-templates select="teiHeader" mode="mp:header"/>
      <text>
        <body>
          <xsl:apply-templates select="TEI | teiCorpus" mode="mp:member"/>
        </body>
      </text>
    </TEI>
  </xsl:template>

  <xsl:mode name="mp:member" on-no-match="fail"/>

  <xsl:template match="teiCorpus" mode="mp:member">
    <xsl:apply-templates select="TEI | teiCorpus" mode="#current"/>
  </xsl:template>

  <!-- A document of a collection. A title that its text does not print is supplied. -->
  <xsl:template match="TEI" mode="mp:member">
    <div type="text">
      <xsl:call-template name="mp:attributes"/>
      <xsl:if test="empty(text//(head | titlePart))">
        <xsl:for-each select="mp:main-title(.)[normalize-space()]">
          <head>
            <supplied><xsl:value-of select="normalize-space()"/></supplied>
          </head>
        </xsl:for-each>
      </xsl:if>
      <xsl:apply-templates select="text" mode="mp:inner"/>
    </div>
  </xsl:template>

  <xsl:mode name="mp:inner" on-no-match="fail"/>

  <xsl:template match="text" mode="mp:inner">
    <xsl:apply-templates select="node() except (front, body, back) | (front, body, back)/node()" mode="m:foreign"/>
  </xsl:template>

  <xsl:template match="TEI/text/group" mode="m:foreign" priority="1">
    <body>
      <xsl:call-template name="mp:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </body>
  </xsl:template>

  <xsl:template match="group" mode="m:foreign" priority="0.5">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="group/text | floatingText" mode="m:foreign" priority="1">
    <div type="text">
      <xsl:call-template name="mp:attributes"/>
      <xsl:apply-templates select="node() except (front, body, back) | (front, body, back)/node()" mode="#current"/>
    </div>
  </xsl:template>

  <!-- The header ......................................................................................... -->

  <xsl:template match="comment() | processing-instruction()" mode="m:foreign mp:header"/>

  <xsl:template match="@xml:lang | language/@ident" mode="mp:header">
    <xsl:attribute name="{name()}" select="m:language-tag(.)"/>
  </xsl:template>

  <!-- The title that the page bears. -->
  <xsl:template match="titleStmt[not(title/@type = 'main')]/title[. is mp:chief(..)]" mode="mp:header">
    <xsl:copy copy-namespaces="no">
      <xsl:copy-of select="@* except @type"/>
      <xsl:attribute name="type" select="'main'"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:function name="mp:chief" as="element(title)?">
    <xsl:param name="statement" as="element(titleStmt)"/>
    <xsl:variable name="titles" as="element(title)*" select="$statement/title[normalize-space()]"/>
    <xsl:sequence select="($titles[@type = 'complete'], $titles[@level = 'a'][not(@type)], $titles[@level = 'm'][not(@type)],
      $titles[not(@type)], $titles)[1]"/>
  </xsl:function>

  <!-- Persons and places of back matter and standOff stand in the header, where the index finds them. -->
  <xsl:variable name="mp:data" as="element()*" select="$mp:source/(TEI | teiCorpus)//(back | standOff)//*[@xml:id]"/>

  <xsl:template match="teiHeader[empty(profileDesc)]" mode="mp:header">
    <xsl:copy copy-namespaces="no">
      <xsl:apply-templates select="@*, node()" mode="#current"/>
      <xsl:where-populated>
        <profileDesc>
          <xsl:call-template name="mp:data"/>
        </profileDesc>
      </xsl:where-populated>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="profileDesc" mode="mp:header">
    <xsl:copy copy-namespaces="no">
      <xsl:apply-templates select="@*, node()" mode="#current"/>
      <xsl:call-template name="mp:data"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template name="mp:data">
    <xsl:where-populated>
      <particDesc>
        <xsl:where-populated>
          <listPerson>
            <xsl:apply-templates select="$mp:data/(self::person | self::personGrp)" mode="mp:header"/>
          </listPerson>
        </xsl:where-populated>
      </particDesc>
    </xsl:where-populated>
    <xsl:where-populated>
      <settingDesc>
        <xsl:where-populated>
          <listPlace>
            <xsl:apply-templates select="$mp:data/self::place" mode="mp:header"/>
          </listPlace>
        </xsl:where-populated>
      </settingDesc>
    </xsl:where-populated>
  </xsl:template>

  <!-- Names after the first are variants; one place in another is an entry of its own. -->
  <xsl:template match="place/placeName[preceding-sibling::placeName]" mode="mp:header">
    <placeName type="variant">
      <xsl:value-of select="mp:name(.)"/>
    </placeName>
  </xsl:template>

  <xsl:template match="place/place" mode="mp:header"/>

  <!-- Of birth and death the index tells the day. -->
  <xsl:template match="(birth | death)[not(@when)][date]" mode="mp:header">
    <xsl:copy copy-namespaces="no">
      <xsl:for-each select="date[1]/(@when, @notBefore, @from)[1]">
        <xsl:attribute name="when" select="."/>
      </xsl:for-each>
      <xsl:value-of select="normalize-space(date[1])"/>
    </xsl:copy>
  </xsl:template>

  <!-- One address of each host is enough. -->
  <xsl:template match="(person | place)/idno[mp:host-name(.)][mp:host-name(.) = preceding-sibling::idno/mp:host-name(.)]" mode="mp:header"/>

  <xsl:function name="mp:host-name" as="xs:string?">
    <xsl:param name="record" as="element(idno)"/>
    <xsl:sequence select="$record[matches(., '^https?://')]/tokenize(., '/')[3]"/>
  </xsl:function>

  <xsl:template match="person/persName[preceding-sibling::persName]" mode="mp:header">
    <persName type="variant">
      <xsl:value-of select="mp:name(.)"/>
    </persName>
  </xsl:template>

  <!-- The words of a name whose parts stand without blanks. -->
  <xsl:function name="mp:name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="normalize-space(string-join($name//text(), if ($name/text()[normalize-space()]) then '' else ' '))"/>
  </xsl:function>

  <xsl:template match="persName[forename or surname]/*[following-sibling::*[1][self::forename or self::surname]]
    [not(following-sibling::node()[1][self::text()])]" mode="mp:header">
    <xsl:copy-of select="."/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Skins of line ends, for divided words. -->
  <xsl:template match="encodingDesc" mode="mp:header">
    <xsl:copy copy-namespaces="no">
      <xsl:apply-templates select="@*, node()" mode="#current"/>
      <xsl:call-template name="mp:skins"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="fileDesc[empty(../encodingDesc)]" mode="mp:header">
    <xsl:next-match/>
    <encodingDesc>
      <xsl:call-template name="mp:skins"/>
    </encodingDesc>
  </xsl:template>

  <xsl:template name="mp:skins">
    <tagsDecl>
      <xsl:for-each select="$mp:signs, $mp:hyphens">
        <rendition xml:id="m-hyphen-{string-to-codepoints(.)}" scheme="other" scope="before"><xsl:value-of select="."/></rendition>
      </xsl:for-each>
    </tagsDecl>
  </xsl:template>
</xsl:stylesheet>
