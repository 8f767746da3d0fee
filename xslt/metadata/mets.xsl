<?xml version="1.0" encoding="UTF-8"?>
<!-- A container for library systems (METS): the record of the text (MODS), the files of its edition, and its divisions, each
     with its place in the TEI. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="xs m mp" expand-text="yes">

  <xsl:import href="mods.xsl"/>

  <!-- The checksum of the TEI. -->
  <xsl:param name="tei-hash" as="xs:string" select="''"/>

  <xsl:template match="/TEI">
    <mets OBJID="{(@xml:id, $name)[1]}" LABEL="{m:whole-title(.)}"
      xsi:schemaLocation="http://www.loc.gov/METS/ http://www.loc.gov/standards/mets/mets.xsd">
      <xsl:if test="m:responsible(.)">
        <metsHdr>
          <xsl:for-each select="m:responsible(.)">
            <agent ROLE="{if (m:is-editor(.)) then 'EDITOR' else 'CREATOR'}">
              <xsl:for-each select="m:sort-of-maker(.)">
                <xsl:attribute name="TYPE" select="if (. = 'organisation') then 'ORGANIZATION' else 'INDIVIDUAL'"/>
              </xsl:for-each>
              <name>{m:name-of-maker(.)}</name>
            </agent>
          </xsl:for-each>
        </metsHdr>
      </xsl:if>
      <dmdSec ID="description">
        <mdWrap MDTYPE="MODS" MIMETYPE="text/xml">
          <xmlData>
            <xsl:apply-imports/>
          </xmlData>
        </mdWrap>
      </dmdSec>
      <fileSec>
        <fileGrp USE="preservation">
          <file ID="tei" MIMETYPE="application/tei+xml">
            <xsl:if test="$tei-hash">
              <xsl:attribute name="CHECKSUM" select="$tei-hash"/>
              <xsl:attribute name="CHECKSUMTYPE" select="'SHA-256'"/>
            </xsl:if>
            <xsl:sequence select="mp:place('.xml')"/>
          </file>
        </fileGrp>
        <fileGrp USE="access">
          <file ID="html" MIMETYPE="text/html">
            <FLocat LOCTYPE="URL" xlink:href="index.html"/>
          </file>
          <file ID="diplomatic" MIMETYPE="text/html">
            <FLocat LOCTYPE="URL" xlink:href="diplomatic.html"/>
          </file>
          <file ID="epub" MIMETYPE="application/epub+zip">
            <xsl:sequence select="mp:place('.epub')"/>
          </file>
          <file ID="txt" MIMETYPE="text/plain">
            <xsl:sequence select="mp:place('.txt')"/>
          </file>
        </fileGrp>
      </fileSec>
      <structMap TYPE="LOGICAL">
        <div TYPE="text" DMDID="description" LABEL="{m:whole-title(.)}">
          <fptr FILEID="tei"/>
          <xsl:apply-templates select="text/(front | body | back | group)//div[@xml:id][not(ancestor::div[@xml:id])]" mode="mp:map"/>
        </div>
      </structMap>
    </mets>
  </xsl:template>

  <xsl:template match="div" mode="mp:map">
    <xsl:variable name="here" as="element(div)" select="."/>
    <div>
      <xsl:for-each select="@type">
        <xsl:attribute name="TYPE" select="."/>
      </xsl:for-each>
      <xsl:for-each select="head[1] ! mp:words(.)[.]">
        <xsl:attribute name="LABEL" select="."/>
      </xsl:for-each>
      <fptr>
        <area FILEID="tei" BETYPE="IDREF" BEGIN="{@xml:id}"/>
      </fptr>
      <xsl:apply-templates select=".//div[@xml:id][ancestor::div[@xml:id][1] is $here]" mode="mp:map"/>
    </div>
  </xsl:template>

  <!-- What a heading says, as it is read. -->
  <xsl:function name="mp:words" as="xs:string">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="normalize-space(string-join($head//text()[not(ancestor::note or ancestor::sic or ancestor::orig or ancestor::del
      or ancestor::fw)]))"/>
  </xsl:function>

  <xsl:function name="mp:place" as="element()">
    <xsl:param name="ending" as="xs:string"/>
    <FLocat LOCTYPE="URL" xlink:href="{encode-for-uri($name)}{$ending}"/>
  </xsl:function>
</xsl:stylesheet>
