<?xml version="1.0" encoding="UTF-8"?>
<!-- A record for DataCite (JSON, schema 4.5), with which a repository or a registrant of DOIs registers a text or the edition. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="shared.xsl"/>

  <xsl:output method="text"/>

  <xsl:template match="/TEI">
    <xsl:variable name="creators" as="element()*" select="m:creators(.)"/>
    <xsl:value-of select="m:json(map:merge((
      mp:record('Text', 'Digital edition of a text (TEI P5)', m:publisher(.), m:published(.), m:doi(.), m:address(.), m:version-number(.)),
      map{'creators': array{$creators ! mp:person(.)}, 'titles': array{mp:titles(.)}, 'formats': array{'application/tei+xml'},
        'rightsList': array{m:licence(.) ! mp:licence(normalize-space(), @target), m:rights(.) ! map{'rights': .}},
        'dates': array{mp:dates(m:published(.), m:updated(.)), m:written(.) ! map{'date': ., 'dateType': 'Other', 'dateInformation': 'the text was written'}}},
      mp:several('contributors', (m:responsible(.) except $creators) ! map:merge((mp:person(.), map{'contributorType': if (m:is-editor(.)) then 'Editor' else 'Other'}))),
      mp:several('sizes', teiHeader/fileDesc/extent/measure ! normalize-space()),
      mp:several('subjects', m:subjects(.) ! map{'subject': .}),
      mp:several('relatedIdentifiers', m:source-addresses(.) ! map{'relatedIdentifier': ., 'relatedIdentifierType': 'URL', 'relationType': 'IsDerivedFrom'}),
      mp:several('relatedItems', mp:container(.)),
      mp:several('descriptions', teiHeader/encodingDesc/projectDesc[p] ! map{'description': string-join(p ! normalize-space(), ' '), 'descriptionType': 'Methods'}),
      m:certain-language(.) ! map{'language': .})))"/>
  </xsl:template>

  <xsl:template match="/collection" xpath-default-namespace="">
    <xsl:variable name="parts" as="element()*" select="edition/*"/>
    <xsl:value-of select="m:json(map:merge((
      mp:record('Collection', 'Digital edition (TEI P5)', @publisher, @published, @doi[string()], m:base(.), @version[string()]),
      map{'creators': array{editor ! mp:editor(.)}, 'titles': array{map{'title': string(@title)}}, 'formats': array{'application/tei+xml'},
        'language': string(@language), 'rightsList': array{mp:licence(@licence, @licence_url)},
        'dates': array{mp:dates(@published, ())}},
      mp:several('contributors', distinct-values($parts ! m:known-authors(.) ! m:name-of-maker(.)) ! map{'name': ., 'contributorType': 'Other'}),
      mp:several('descriptions', @project[string()] ! map{'description': string(), 'descriptionType': 'Abstract'}),
      mp:several('relatedIdentifiers', $parts ! ((m:doi(.) ! map{'relatedIdentifier': ., 'relatedIdentifierType': 'DOI', 'relationType': 'HasPart'},
        m:address(.) ! map{'relatedIdentifier': ., 'relatedIdentifierType': 'URL', 'relationType': 'HasPart'})[1])))))"/>
  </xsl:template>

  <!-- What every record has. -->
  <xsl:function name="mp:record" as="map(*)">
    <xsl:param name="general" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="publisher" as="xs:string?"/>
    <xsl:param name="published" as="xs:string?"/>
    <xsl:param name="doi" as="xs:string?"/>
    <xsl:param name="address" as="xs:string?"/>
    <xsl:param name="version" as="xs:string?"/>
    <xsl:sequence select="map:merge((
      map{'schemaVersion': 'http://datacite.org/schema/kernel-4', 'types': map{'resourceTypeGeneral': $general, 'resourceType': $type},
        'publisher': map{'name': $publisher}, 'publicationYear': substring($published, 1, 4)},
      $doi ! map{'doi': .}, $address ! map{'url': .}, $version ! map{'version': .}))"/>
  </xsl:function>

  <!-- A list, where there is something in it. -->
  <xsl:function name="mp:several" as="map(*)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="items" as="item()*"/>
    <xsl:sequence select="$items[1] ! map{$key: array{$items}}"/>
  </xsl:function>

  <xsl:function name="mp:person" as="map(*)">
    <xsl:param name="of" as="element()"/>
    <xsl:variable name="name" as="element()" select="m:bearer($of)"/>
    <xsl:sequence select="map:merge((map{'name': m:name-of-maker($of)},
      m:sort-of-maker($of) ! map{'nameType': if (. = 'person') then 'Personal' else 'Organizational'},
      $name[m:is-divided($of)] ! (map{'familyName': string-join(.//surname ! normalize-space(), ' ')}, .[.//forename] ! map{'givenName': string-join(.//forename ! normalize-space(), ' ')}),
      mp:several('nameIdentifiers', m:authorities($of) ! map{'nameIdentifier': ., 'nameIdentifierScheme': mp:scheme(.)})))"/>
  </xsl:function>

  <!-- An editor of the whole, as edition.toml names them. -->
  <xsl:function name="mp:editor" as="map(*)">
    <xsl:param name="editor" as="element()"/>
    <xsl:sequence select="map:merge((map{'name': m:name-of-editor($editor)},
      map{'person': 'Personal', 'organisation': 'Organizational'}(string($editor/@kind)) ! map{'nameType': .},
      $editor/@surname ! map{'familyName': string()}, $editor/@forename ! map{'givenName': string()},
      $editor/@orcid ! map{'nameIdentifiers': array{map{'nameIdentifier': string(), 'nameIdentifierScheme': 'ORCID'}}}))"/>
  </xsl:function>

  <xsl:function name="mp:scheme" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="host" as="xs:string" select="replace($address, '^https?://(www\.)?([^/]+).*$', '$2')"/>
    <xsl:sequence select="(map{'d-nb.info': 'GND', 'viaf.org': 'VIAF', 'wikidata.org': 'Wikidata', 'isni.org': 'ISNI', 'orcid.org': 'ORCID',
      'id.loc.gov': 'LCNAF'}($host), $host)[1]"/>
  </xsl:function>

  <xsl:function name="mp:titles" as="map(*)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="language" as="map(*)?" select="m:certain-language($tei) ! map{'lang': .}"/>
    <xsl:sequence select="map:merge((map{'title': m:title($tei)}, $language)), m:subtitle($tei) ! map:merge((map{'title': ., 'titleType': 'Subtitle'}, $language))"/>
  </xsl:function>

  <xsl:function name="mp:licence" as="map(*)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="address" as="xs:string?"/>
    <xsl:sequence select="map:merge((map{'rights': $name}, $address[.] ! map{'rightsUri': .},
      m:spdx($address) ! map{'rightsIdentifier': lower-case(.), 'rightsIdentifierScheme': 'SPDX', 'schemeUri': 'https://spdx.org/licenses/'}))"/>
  </xsl:function>

  <xsl:function name="mp:dates" as="map(*)*">
    <xsl:param name="published" as="xs:string"/>
    <xsl:param name="updated" as="xs:string?"/>
    <xsl:sequence select="map{'date': $published, 'dateType': 'Issued'}, $updated[. ne $published] ! map{'date': ., 'dateType': 'Updated'}"/>
  </xsl:function>

  <!-- The periodical or the book in which the text was printed. -->
  <xsl:function name="mp:container" as="map(*)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="pages" as="xs:string*" select="m:page-range($tei)"/>
    <xsl:sequence select="m:container($tei)[not(m:is-bracketed(.))] ! map:merge((
      map{'relatedItemType': if (@level = 'j') then 'Journal' else 'Book', 'relationType': 'IsDerivedFrom', 'titles': array{map{'title': m:person-text(.)}}},
      m:scope($tei, 'volume') ! map{'volume': .}, m:scope($tei, 'issue') ! map{'issue': .},
      $pages[1] ! map{'firstPage': .}, $pages[2] ! map{'lastPage': .}, m:certain-date($tei) ! map{'publicationYear': substring(., 1, 4)}))"/>
  </xsl:function>
</xsl:stylesheet>
