<?xml version="1.0" encoding="UTF-8"?>
<!-- How the texts of a collection were made: what holds of all of them, and each in figures. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="mp:about">
    <xsl:variable name="headers" as="element(teiHeader)*" select="Q{}edition/TEI/teiHeader"/>
    <section aria-labelledby="project">
      <h2 id="project">The collection</h2>
      <xsl:for-each select="@project[string()]">
        <p>{normalize-space()}</p>
      </xsl:for-each>
      <p>Each text was made from a plain text by rules, which any reader can look up, and by decisions of its editors.
        When it was made, a proof rebuilt the plain text out of the edition and compared the two, character by character:
        nothing is lost, moved or changed in silence, and what the edition has added is marked as added. The proof does not
        say that a correction is right; for that, each stands in a register with its reason, and the page as printed has
        every reading of the source.</p>
    </section>
    <xsl:variable name="policies" as="element()*" select="mp:policies($headers), mp:hands($headers)"/>
    <xsl:if test="exists($policies)">
      <section aria-labelledby="practice">
        <h2 id="practice">Editorial practice</h2>
        <dl>
          <xsl:sequence select="$policies"/>
        </dl>
      </section>
    </xsl:if>
    <xsl:call-template name="mp:figures"/>
    <xsl:call-template name="mp:citations"/>
    <section aria-labelledby="forms">
      <h2 id="forms">Forms of a text</h2>
      <dl>
        <xsl:for-each select="distinct-values(Q{}edition/Q{}form/@title)">
          <xsl:for-each select=".[$mp:forms(.)]">
            <dt>{.}</dt>
            <dd>{$mp:forms(.)}</dd>
          </xsl:for-each>
        </xsl:for-each>
      </dl>
      <p>For machines: <a href="report.json">a report of what was recognised</a>, <a href="schema/edition.rng">the schema</a>
        <xsl:if test="exists($headers/parent::TEI/m:updated(.))">, <a href="feed.xml">a feed of the texts</a></xsl:if>.</p>
    </section>
  </xsl:template>

  <!-- Each text in the styles that people ask for; its page leads here. -->
  <xsl:template name="mp:citations">
    <section aria-labelledby="cite">
      <h2 id="cite">How to cite</h2>
      <xsl:for-each select="Q{}edition">
        <h3 id="cite-{replace(@name, '\s', '_')}">{mp:title(.)}</h3>
        <dl>
          <dt>Chicago, bibliography</dt>
          <dd><xsl:sequence select="m:chicago-entry(TEI)"/></dd>
          <dt>Chicago, note</dt>
          <dd><xsl:sequence select="m:chicago-note(TEI)"/></dd>
          <dt>MLA</dt>
          <dd><xsl:sequence select="m:mla(TEI)"/></dd>
        </dl>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:variable name="mp:forms" as="map(xs:string, xs:string)" select="map{
    'Reading text': 'The text as the edition reads it, with its notes, the register of its corrections and its persons.',
    'As printed': 'The readings and breaks of the source, without the edition’s corrections.',
    'Plain text': 'The reading text in lines of 72 columns, with the notes and the register behind it.',
    'Plain text as printed': 'The same with the readings and page breaks of the source.',
    'Corpus': 'One block of the text a line and nothing else: for counting and concordances.',
    'Corpus as a table': 'The same with the address, page and speaker of each block.',
    'Register of corrections': 'One correction a row, for spreadsheets.',
    'EPUB': 'A book for reading devices.', 'PDF': 'Pages for printing, with notes at their feet.',
    'TEI': 'The edition itself, with everything that is known of the text; all other forms are made of it.'}"/>

  <!-- What most editions say of their practice in the first paragraph of each policy, the one for readers; what differs
       from text to text is told on the page of each. -->
  <xsl:function name="mp:policies" as="element()*">
    <xsl:param name="headers" as="element(teiHeader)*"/>
    <xsl:variable name="titles" as="map(xs:string, xs:string)" select="map{'correction': 'Corrections',
      'normalization': 'Normalisation', 'quotation': 'Quotation marks', 'hyphenation': 'Hyphens',
      'punctuation': 'Punctuation', 'stdVals': 'Dates and numbers', 'segmentation': 'Divisions'}"/>
    <xsl:for-each-group select="$headers/encodingDesc/editorialDecl/*[$titles(local-name())]" group-by="local-name()">
      <xsl:variable name="said" as="element()*">
        <xsl:for-each-group select="current-group()/p[1][not(list)]" group-by="normalize-space()">
          <xsl:if test="count(current-group()) * 2 gt count($headers)">
            <dd>{mp:share(count(current-group()), count($headers))}{current-grouping-key()}</dd>
          </xsl:if>
        </xsl:for-each-group>
      </xsl:variable>
      <xsl:if test="exists($said)">
        <dt>{$titles(current-grouping-key())}</dt>
        <xsl:sequence select="$said"/>
      </xsl:if>
    </xsl:for-each-group>
  </xsl:function>

  <!-- "In 40 of 57 texts: "; of all, nothing. -->
  <xsl:function name="mp:share" as="xs:string?">
    <xsl:param name="texts" as="xs:integer"/>
    <xsl:param name="all" as="xs:integer"/>
    <xsl:sequence select="('In ' || $texts || ' of ' || $all || ' texts: ')[$texts lt $all]"/>
  </xsl:function>

  <!-- Who did what, in how many of the texts. -->
  <xsl:function name="mp:hands" as="element()*">
    <xsl:param name="headers" as="element(teiHeader)*"/>
    <xsl:for-each-group select="$headers/fileDesc/(titleStmt | editionStmt)/respStmt"
      group-by="normalize-space(string-join(resp, '; ') || ': ' || string-join((persName | orgName | name) ! m:person-text(.), ', '))">
      <xsl:if test="position() = 1">
        <dt>Responsibility</dt>
      </xsl:if>
      <dd>{mp:share(count(current-group()/ancestor::teiHeader), count($headers))}{current-grouping-key()}</dd>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Each text in figures. -->
  <xsl:template name="mp:figures">
    <section aria-labelledby="figures">
      <h2 id="figures">The texts in figures</h2>
      <section class="scroll" tabindex="0" aria-label="Table">
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">Text</th>
              <th scope="col">Words</th>
              <th scope="col">Page breaks</th>
              <th scope="col">Notes</th>
              <th scope="col">Corrections</th>
              <th scope="col">of these by rule</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="Q{}edition">
              <tr>
                <td><a href="{mp:folder(@name)}index.html#made">{mp:title(.)}</a></td>
                <xsl:sequence select="mp:figures(.)"/>
              </tr>
            </xsl:for-each>
          </tbody>
          <tfoot>
            <tr>
              <td>{mp:many(count(Q{}edition), 'text')}</td>
              <xsl:sequence select="mp:figures(Q{}edition)"/>
            </tr>
          </tfoot>
        </table>
      </section>
    </section>
  </xsl:template>

  <xsl:function name="mp:figures" as="element()+">
    <xsl:param name="editions" as="element()*"/>
    <xsl:variable name="counts" as="element()*" select="$editions/Q{}counts"/>
    <xsl:for-each select="sum($editions/mp:words(TEI)), sum($counts/@page), sum($counts/@note), sum($counts/@correction), sum($counts/@automatic)">
      <td>{format-integer(xs:integer(.), '#,##0')}</td>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
