<?xml version="1.0" encoding="UTF-8"?>
<!-- The header of TEI in Libraries. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template name="m:header">
    <teiHeader xml:lang="{$m:language}">
      <fileDesc>
        <titleStmt>
          <xsl:sequence select="mp:titles('main', 'sub')"/>
          <xsl:for-each select="$m:authors">
            <author>
              <xsl:value-of select="m:words-of(.)"/>
            </author>
          </xsl:for-each>
          <xsl:for-each select="$m:file/titleStmt/respStmt">
            <respStmt>
              <xsl:copy-of select="@xml:id"/>
              <resp>
                <xsl:value-of select="resp ! m:words-of(.)" separator="; "/>
              </resp>
              <xsl:for-each select="persName | orgName | name">
                <name>
                  <xsl:value-of select="m:words-of(.)"/>
                </name>
              </xsl:for-each>
            </respStmt>
          </xsl:for-each>
        </titleStmt>
        <xsl:for-each select="$m:file/editionStmt/edition">
          <editionStmt>
            <edition>
              <xsl:value-of select="m:words-of(.)"/>
            </edition>
          </editionStmt>
        </xsl:for-each>
        <xsl:sequence select="mp:publication()"/>
        <sourceDesc>
          <xsl:sequence select="mp:source()"/>
        </sourceDesc>
      </fileDesc>
      <encodingDesc>
        <projectDesc>
          <p>
            <m:declared/>
          </p>
        </projectDesc>
        <editorialDecl>
          <xsl:for-each select="('correction', 'normalization', 'quotation')">
            <xsl:variable name="paragraphs" as="element(p)*" select="$m:cleaned/TEI/teiHeader/encodingDesc/editorialDecl/*[local-name() = current()]/p"/>
            <xsl:if test="exists($paragraphs)">
              <xsl:element name="{.}">
                <p>
                  <xsl:value-of select="$paragraphs ! m:words-of(.)"/>
                </p>
              </xsl:element>
            </xsl:if>
          </xsl:for-each>
        </editorialDecl>
        <tagsDecl>
          <namespace name="http://www.tei-c.org/ns/1.0">
            <tagUsage gi="div">Unnumbered divs used.</tagUsage>
          </namespace>
        </tagsDecl>
        <listPrefixDef>
          <prefixDef ident="bptl" matchPattern="L([1-5])-v(\d+\.\d+\.\d+[aαβb]?)"
            replacementPattern="http://www.tei-c.org/SIG/Libraries/teiinlibraries/$2/"/>
        </listPrefixDef>
      </encodingDesc>
      <profileDesc>
        <langUsage>
          <language ident="{$m:language}">
            <xsl:value-of select="$m:tei/teiHeader/profileDesc/langUsage/language[1] ! m:words-of(.)"/>
          </language>
        </langUsage>
      </profileDesc>
      <revisionDesc>
        <change when="{$m:file/publicationStmt/date/@when}" who="#{$m:file/titleStmt/respStmt[1]/@xml:id}">
          <xsl:value-of select="'Exported as TEI in Libraries, level 4.'"/>
        </change>
        <xsl:for-each select="$m:tei/teiHeader/revisionDesc/change[@when][@who]">
          <change>
            <xsl:copy-of select="@when, @who"/>
            <xsl:value-of select="m:words-of(.)"/>
          </change>
        </xsl:for-each>
      </revisionDesc>
    </teiHeader>
  </xsl:template>

  <xsl:function name="mp:titles" as="element(title)+">
    <xsl:param name="main" as="xs:string"/>
    <xsl:param name="sub" as="xs:string"/>
    <title type="{$main}">
      <xsl:value-of select="m:title()"/>
    </title>
    <xsl:for-each select="m:subtitles()">
      <title type="{$sub}">
        <xsl:value-of select="."/>
      </title>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="mp:publication" as="element(publicationStmt)">
    <xsl:variable name="stated" as="element(publicationStmt)" select="$m:file/publicationStmt"/>
    <publicationStmt>
      <publisher>
        <xsl:value-of select="m:words-of($stated/publisher[1])"/>
      </publisher>
      <xsl:for-each select="m:known($stated/pubPlace)">
        <pubPlace>
          <xsl:value-of select="m:words-of(.)"/>
        </pubPlace>
      </xsl:for-each>
      <date when="{$stated/date[1]/@when}"/>
      <xsl:for-each select="$stated/idno">
        <idno>
          <xsl:copy-of select="@type"/>
          <xsl:value-of select="normalize-space()"/>
        </idno>
      </xsl:for-each>
      <availability>
        <licence target="{$m:licence/@target}">
          <xsl:value-of select="m:words-of($m:licence)"/>
        </licence>
      </availability>
    </publicationStmt>
  </xsl:function>

  <xsl:function name="mp:source" as="element(biblStruct)">
    <biblStruct>
      <xsl:if test="$m:periodical">
        <analytic>
          <xsl:for-each select="$m:authors">
            <author>
              <xsl:value-of select="m:words-of(.)"/>
            </author>
          </xsl:for-each>
          <title level="a" type="main">
            <xsl:value-of select="m:title()"/>
          </title>
        </analytic>
      </xsl:if>
      <monogr>
        <xsl:for-each select="$m:authors[not($m:periodical)]">
          <author>
            <xsl:value-of select="m:words-of(.)"/>
          </author>
        </xsl:for-each>
        <title level="{if ($m:periodical) then 'j' else 'm'}" type="main">
          <xsl:value-of select="if ($m:periodical) then m:words-of($m:periodical) else m:title()"/>
        </title>
        <imprint>
          <xsl:for-each select="m:of-print('pubPlace'), m:of-print('publisher')">
            <xsl:element name="{local-name()}">
              <xsl:value-of select="m:words-of(.)"/>
            </xsl:element>
          </xsl:for-each>
          <date>
            <xsl:copy-of select="m:of-print('date')/@when"/>
            <xsl:value-of select="m:words-of(m:of-print('date'))"/>
          </date>
        </imprint>
        <xsl:for-each select="m:known($m:print/biblScope)">
          <biblScope>
            <xsl:copy-of select="@unit"/>
            <xsl:value-of select="m:words-of(.)"/>
          </biblScope>
        </xsl:for-each>
      </monogr>
    </biblStruct>
  </xsl:function>
</xsl:stylesheet>
