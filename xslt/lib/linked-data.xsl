<?xml version="1.0" encoding="UTF-8"?>
<!-- What a text is to search engines: schema.org, as JSON-LD. The pages hold it, and it is a file of its own. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Of all slashes only that of an end tag is dangerous in a script. -->
  <xsl:function name="m:json" as="xs:string">
    <xsl:param name="data" as="map(*)"/>
    <xsl:sequence select="serialize($data, map{'method': 'json'}) => replace('&lt;\\/', '&lt;\\u002F') => replace('\\/', '/')"/>
  </xsl:function>

  <!-- `name`: what the files of the edition are called; `base`: where they lie. -->
  <xsl:function name="m:linked-data" as="map(*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="base" as="xs:string"/>
    <xsl:variable name="container" as="element(title)?" select="m:container($tei)"/>
    <xsl:variable name="pages" as="xs:string*" select="m:page-range($tei)"/>
    <xsl:sequence select="map:merge((
      map{'@context': 'https://schema.org', 'name': m:title($tei),
        '@type': (map{'article': 'Article', 'chapter': 'Chapter', 'book': 'Book'}(m:kind($tei)), 'CreativeWork')[1],
        'encoding': map{'@type': 'MediaObject', 'contentUrl': $base || encode-for-uri($name) || '.xml', 'encodingFormat': 'application/tei+xml'}},
      m:certain-language($tei) ! map{'inLanguage': .},
      m:known-authors($tei)[1] ! map{'author': array{m:known-authors($tei) ! map{'@type': if (orgName) then 'Organization' else 'Person', 'name': m:stated(., m:person-text(.))}}},
      $container ! map{'isPartOf': map{'@type': if (@level = 'j') then 'Periodical' else 'Book', 'name': m:stated(., m:person-text(.))}},
      $pages[1] ! map{'pageStart': .}, $pages[2] ! map{'pageEnd': .}, m:address($tei) ! map{'url': .},
      m:certain-date($tei) ! map{'datePublished': .},
      ($tei/teiHeader/fileDesc/editionStmt/edition/@n, m:version($tei))[1] ! map{'version': string()},
      m:licence($tei)/@target ! map{'license': string()}))"/>
  </xsl:function>
</xsl:stylesheet>
