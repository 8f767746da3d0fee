<?xml version="1.0" encoding="UTF-8"?>
<!-- What all records of a text share. A text is its TEI; the edition as a whole is a `collection` of such, with the facts of
     edition.toml as attributes and its editors as children. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="../lib/ids.xsl"/>
  <xsl:include href="../lib/facts.xsl"/>
  <xsl:include href="../lib/work.xsl"/>
  <xsl:include href="../lib/linked-data.xsl"/>

  <!-- What the files of the text are called. -->
  <xsl:param name="name" as="xs:string" select="''"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <!-- Who made the edition: editors, and all others that have done something in it; not the program. -->
  <xsl:function name="m:responsible" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/titleStmt/(editor | respStmt[not(name/@type = 'software')])[m:bearer(.) ! m:is-known(.) = true()]"/>
  </xsl:function>

  <xsl:function name="m:is-editor" as="xs:boolean">
    <xsl:param name="responsible" as="element()"/>
    <xsl:sequence select="exists($responsible/self::editor) or $responsible/resp/starts-with(lower-case(normalize-space(.)), 'edit')"/>
  </xsl:function>

  <!-- The name of an author, an editor or another who is responsible. -->
  <xsl:function name="m:bearer" as="element()?">
    <xsl:param name="of" as="element()"/>
    <xsl:sequence select="($of/(persName | orgName | name), $of/(self::author | self::editor))[1]"/>
  </xsl:function>

  <!-- Whom a record names first: the authors; where nobody knows them, the editors; else whoever is responsible. -->
  <xsl:function name="m:creators" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="responsible" as="element()*" select="m:responsible($tei)"/>
    <xsl:variable name="editors" as="element()*" select="$responsible[m:is-editor(.)]"/>
    <xsl:sequence select="if (m:known-authors($tei)) then m:known-authors($tei) else if ($editors) then $editors else $responsible"/>
  </xsl:function>

  <!-- "Lund, Ada M." where the header divides the name; what the edition is not sure of stands in brackets. -->
  <xsl:function name="m:name-of-maker" as="xs:string">
    <xsl:param name="of" as="element()"/>
    <xsl:sequence select="if ($of/self::author) then m:inverted($of) else m:inverted(m:bearer($of))"/>
  </xsl:function>

  <!-- The same of an editor of the whole, as edition.toml names them. -->
  <xsl:function name="m:name-of-editor" as="xs:string">
    <xsl:param name="editor" as="element()"/>
    <xsl:sequence select="if ($editor/@surname) then string-join(($editor/@surname, $editor/@forename), ', ') else string($editor)"/>
  </xsl:function>

  <!-- `person`, `organisation`, or nothing where the header does not say. -->
  <xsl:function name="m:sort-of-maker" as="xs:string?">
    <xsl:param name="of" as="element()"/>
    <xsl:sequence select="$of ! (if (orgName or self::orgName) then 'organisation' else if (persName) then 'person' else ())"/>
  </xsl:function>

  <!-- Records of authority files that the header knows of a person: addresses. -->
  <xsl:function name="m:authorities" as="xs:string*">
    <xsl:param name="of" as="element()"/>
    <xsl:variable name="refs" as="xs:string*" select="($of | m:bearer($of))/@ref ! tokenize(.)"/>
    <xsl:variable name="person" as="element()*" select="$refs[starts-with(., '#')] ! key('mp:id', substring(., 2), root($of))"/>
    <xsl:sequence select="distinct-values(($refs[matches(., '^https?://')],
      $person/idno ! m:authority(@type, normalize-space())))"/>
  </xsl:function>

  <xsl:function name="m:authority" as="xs:string?">
    <xsl:param name="type" as="xs:string?"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="base" as="xs:string?" select="map{'wikidata': 'http://www.wikidata.org/entity/', 'gnd': 'https://d-nb.info/gnd/',
      'viaf': 'https://viaf.org/viaf/', 'isni': 'https://isni.org/isni/', 'orcid': 'https://orcid.org/',
      'lccn': 'https://id.loc.gov/authorities/names/'}(lower-case($type))"/>
    <xsl:sequence select="if (matches($value, '^https?://')) then $value else $base ! (. || $value)"/>
  </xsl:function>

  <xsl:function name="m:publisher" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/publicationStmt/publisher[m:is-known(.)][1] ! m:person-text(.)"/>
  </xsl:function>

  <!-- The day on which the edition was published. -->
  <xsl:function name="m:published" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/publicationStmt/date[m:is-known(.)][1]/@when ! string()"/>
  </xsl:function>

  <!-- The day, month or year in which the text was written, where it is certain. -->
  <xsl:function name="m:written" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/profileDesc/creation/date[m:is-known(.)][not(m:is-bracketed(.))][1]/@when ! string()"/>
  </xsl:function>

  <xsl:function name="m:doi" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/publicationStmt/idno[@type = 'DOI'][1] ! replace(normalize-space(), '^(https?://(dx\.)?doi\.org/|doi:)', '')"/>
  </xsl:function>

  <xsl:function name="m:version-number" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/editionStmt/edition/@n ! string()"/>
  </xsl:function>

  <!-- What the header says of rights in the text itself, which the licence is not for. -->
  <xsl:function name="m:rights" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/publicationStmt/availability/p[starts-with(normalize-space(), 'Rights in the text: ')]
      [1] ! normalize-space()[. ne 'Rights in the text: unknown.']"/>
  </xsl:function>

  <!-- The name of a licence in the list of SPDX, for those of Creative Commons. -->
  <xsl:function name="m:spdx" as="xs:string?">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:variable name="parts" as="xs:string*" select="$address ! analyze-string(., '^https?://creativecommons\.org/(licenses|publicdomain)/([a-z-]+)/(\d\.\d)/?(deed.*|legalcode)?$')
      //*:group[@nr = ('2', '3')] ! string()"/>
    <xsl:sequence select="if ($parts[1] = 'zero') then 'CC0-' || $parts[2] else if ($parts[1] = 'mark') then () else
      if ($parts[2]) then 'CC-' || upper-case($parts[1]) || '-' || $parts[2] else ()"/>
  </xsl:function>

  <!-- The genre and the keywords. -->
  <xsl:function name="m:subjects" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="distinct-values($tei/teiHeader/profileDesc/textClass/keywords[not(term/@type)]//term ! normalize-space()[.])"/>
  </xsl:function>

  <xsl:function name="m:genre" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/profileDesc/textClass/keywords[ends-with(@scheme, '#genre')]/term ! normalize-space()[.]"/>
  </xsl:function>

  <!-- Where the print and the digital copy are found on the web. -->
  <xsl:function name="m:source-addresses" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="distinct-values($tei/teiHeader/fileDesc/sourceDesc/bibl/ref/@target[matches(., '^https?://')] ! string())"/>
  </xsl:function>
</xsl:stylesheet>
