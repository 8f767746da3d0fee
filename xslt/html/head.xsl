<?xml version="1.0" encoding="UTF-8"?>
<!-- The head of the HTML document: security policy, title, and what reference managers and search engines read. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="m:head">
    <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width"/>
      <!-- To some browsers a file that lies beside this one is not of 'self'. -->
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-style'; script-src 'sha256-script'; img-src 'self'{' file:'[$m:shaped/text//pb ! m:picture(.) ! m:is-shown(.) = true()]} data:; base-uri 'none'; form-action 'none'"/>
      <title>{string-join((m:title($m:tei), m:authors($m:tei)[1], 'as printed'[not($m:is-reading)]), ' – ')}</title>
      <xsl:call-template name="mp:citation"/>
      <xsl:for-each select="m:address($m:tei)">
        <link rel="canonical" href="{.}{'diplomatic.html'[not($m:is-reading)]}"/>
      </xsl:for-each>
      <link rel="alternate" type="application/tei+xml" href="{encode-for-uri($name)}.xml"/>
      <link rel="alternate" type="text/plain" href="{encode-for-uri($name)}.txt"/>
      <script type="application/ld+json">
        <xsl:value-of select="m:json(m:linked-data($m:tei, $name, string(m:address($m:tei))))"/>
      </script>
      <style>edition.css</style>
      <!-- A module runs when the page is read to its end. -->
      <script type="module">edition.js colours.js</script>
    </head>
  </xsl:template>

  <!-- Zotero and Google Scholar read these; the kind of container says what kind of work it is. -->
  <xsl:template name="mp:citation">
    <xsl:variable name="container" as="element(title)?" select="m:container($m:tei)"/>
    <xsl:variable name="in" as="xs:string?" select="$container ! m:stated(., m:person-text(.))"/>
    <xsl:variable name="pages" as="xs:string*" select="m:page-range($m:tei)"/>
    <xsl:sequence select="mp:meta('citation_title', m:whole-title($m:tei)), mp:meta('citation_author', mp:citable-authors()),
      mp:meta('citation_editor', m:editors($m:tei)),
      mp:meta('citation_publication_date', m:certain-date($m:tei) ! translate(., '-', '/')),
      mp:meta('citation_journal_title', $in[$container/@level = 'j']), mp:meta('citation_inbook_title', $in[$container/@level ne 'j']),
      mp:meta('citation_volume', m:scope($m:tei, 'volume')), mp:meta('citation_issue', m:scope($m:tei, 'issue')),
      mp:meta('citation_publisher', m:source-part($m:tei, 'publisher')), mp:meta('citation_firstpage', $pages[1]), mp:meta('citation_lastpage', $pages[2]),
      mp:meta('citation_language', m:language($m:tei)), mp:meta('citation_public_url', m:address($m:tei)),
      mp:meta('description', mp:description()), mp:property('og:title', m:title($m:tei)),
      mp:property('og:type', if (m:kind($m:tei) = 'book') then 'book' else 'article'),
      mp:property('og:url', m:address($m:tei)), mp:property('og:description', mp:description())"/>
  </xsl:template>

  <!-- The family's name first, where the header divides the name. Zotero takes a single author whose parts are both of
       several words for two: such a name stays as it is. -->
  <xsl:function name="mp:citable-authors" as="xs:string*">
    <xsl:variable name="authors" as="element(author)*" select="m:known-authors($m:tei)"/>
    <xsl:sequence select="$authors ! (if (count($authors) = 1 and matches(m:inverted(.), ' .*,.+ ')) then m:stated(., m:person-text(.))
      else m:inverted(.))"/>
  </xsl:function>

  <xsl:function name="mp:meta" as="element()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:for-each select="$values">
      <meta name="{$name}" content="{.}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Open Graph, by which a link is shown elsewhere. -->
  <xsl:function name="mp:property" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:for-each select="$value">
      <meta property="{$name}" content="{.}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="mp:description" as="xs:string">
    <xsl:sequence select="string-join((m:title($m:tei), m:authors($m:tei), m:source-line($m:tei)[.],
      'As printed'[not($m:is-reading)]) ! replace(., '\.$', ''), '. ')"/>
  </xsl:function>
</xsl:stylesheet>
