<?xml version="1.0" encoding="UTF-8"?>
<!-- schema.org, as JSON-LD: of a text what its page holds, too, and of the edition all its texts. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="shared.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/TEI">
    <xsl:value-of select="m:json(map:merge((m:linked-data(., $name, string(m:address(.))), mp:of-the-edition(.))))"/>
  </xsl:template>

  <!-- What the page of a text leaves out, which is kept small. -->
  <xsl:function name="mp:of-the-edition" as="map(*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="editors" as="element()*" select="m:responsible($tei)[m:is-editor(.)]"/>
    <xsl:variable name="keywords" as="xs:string*" select="m:subjects($tei)[not(. = m:genre($tei))]"/>
    <xsl:sequence select="map:merge((
      m:subtitle($tei) ! map{'alternativeHeadline': .}, m:doi($tei) ! map{'identifier': 'https://doi.org/' || .},
      m:publisher($tei) ! map{'publisher': map{'@type': 'Organization', 'name': .}},
      m:genre($tei)[1] ! map{'genre': .}, $keywords[1] ! map{'keywords': array{$keywords}},
      $editors[1] ! map{'editor': array{$editors ! map{'@type': if (m:sort-of-maker(.) = 'organisation') then 'Organization' else 'Person',
        'name': m:person-text(m:bearer(.))}}}))"/>
  </xsl:function>

  <xsl:template match="/collection" xpath-default-namespace="">
    <xsl:value-of select="m:json(map:merge((
      map{'@context': 'https://schema.org', '@type': 'Collection', 'name': string(@title), 'inLanguage': string(@language),
        'publisher': map{'@type': 'Organization', 'name': string(@publisher)}, 'license': string(@licence_url),
        'editor': array{editor ! map:merge((map{'@type': if (@kind = 'organisation') then 'Organization' else 'Person', 'name': string()},
          @orcid ! map{'sameAs': string()}))},
        'hasPart': array{edition/*[1] ! map:remove(m:linked-data(., ../@name, (m:address(.), encode-for-uri(../@name) || '/')[1]), '@context')}},
      m:base(.) ! map{'url': .}, @version[string()] ! map{'version': string()}, @published[string()] ! map{'datePublished': string()},
      @project[string()] ! map{'description': string()}, @doi[string()] ! map{'identifier': 'https://doi.org/' || .})))"/>
  </xsl:template>
</xsl:stylesheet>
