<?xml version="1.0" encoding="UTF-8"?>
<!-- schema.org, as JSON-LD: of a text what its page holds, too, and of the edition all its texts. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="shared.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/TEI">
    <xsl:value-of select="m:json(m:linked-data(., $name, string(m:address(.))))"/>
  </xsl:template>

  <xsl:template match="/collection" xpath-default-namespace="">
    <xsl:value-of select="m:json(map:merge((
      map{'@context': 'https://schema.org', '@type': 'Collection', 'name': string(@title), 'inLanguage': string(@language),
        'publisher': map{'@type': 'Organization', 'name': string(@publisher)}, 'license': string(@licence_url),
        'editor': array{editor ! map{'@type': if (@kind = 'organisation') then 'Organization' else 'Person', 'name': string()}},
        'hasPart': array{edition/*[1] ! map:remove(m:linked-data(., ../@name, (m:address(.), encode-for-uri(../@name) || '/')[1]), '@context')}},
      m:base(.) ! map{'url': .}, @version[string()] ! map{'version': string()}, @published[string()] ! map{'datePublished': string()},
      @project[string()] ! map{'description': string()}, @doi[string()] ! map{'identifier': 'https://doi.org/' || .})))"/>
  </xsl:template>
</xsl:stylesheet>
