<?xml version="1.0" encoding="UTF-8"?>
<!-- What becomes of each element outside the vocabulary. The encoding guide prints these rows.
     to: the element it becomes; "content": what is in it stands without it; "nothing": it is left out, and that is told
     where text is lost with it; "point": only its id is left; "rule": a template says what it becomes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:variable name="m:rows" as="element(m:row)+">
    <!-- The document and its parts. -->
    <m:row elements="teiCorpus group" to="rule">each text in it is a division; one without a heading gets the title from its header, as supplied</m:row>
    <m:row elements="floatingText" to="rule">a division of the text around it</m:row>
    <m:row elements="standOff" to="nothing">not the text; the notes in it that point into the text go there, persons and places into the indexes</m:row>
    <m:row elements="facsimile sourceDoc" to="nothing">not the reading text</m:row>
    <m:row elements="div0 div1 div2 div3 div4 div5 div6 div7" to="div">divisions nest; their number says nothing more</m:row>
    <m:row elements="attachment" ns="http://history.state.gov/frus/ns/1.0" to="div">a document within a document of Foreign Relations of the United States</m:row>
    <m:row elements="prologue epilogue performance set" to="div">a division of a play</m:row>
    <m:row elements="divGen" to="nothing">what a program would have put here; the outputs have contents and indexes of their own</m:row>
    <m:row elements="docEdition imprimatur" to="titlePart">a part of the title page</m:row>
    <m:row elements="meeting" to="byline">a line below a heading</m:row>

    <!-- Plays. -->
    <m:row elements="castGroup" to="castList">a list within the list of the persons of a play</m:row>
    <m:row elements="actor" to="seg">words of the cast list</m:row>
    <m:row elements="spGrp" to="rule">the speeches stand without it; with a heading it is a division</m:row>
    <m:row elements="caption camera sound tech view incident kinesic vocal writing" to="stage">a direction</m:row>
    <m:row elements="move shift pause" to="point">has no words</m:row>
    <m:row elements="u" to="ab">an utterance of a transcript is a block</m:row>

    <!-- Lists, tables, figures, code. -->
    <m:row elements="headLabel" to="label">the head of a column of labels</m:row>
    <m:row elements="headItem" to="item">the head of a column of items</m:row>
    <m:row elements="listBibl" to="list">a list; each description in it is an item</m:row>
    <m:row elements="listPerson listPlace listOrg listEvent listObject listNym" to="rule">data in back matter and standOff: left out, but that the indexes tell names, days and records of the persons and places who occur; elsewhere a list</m:row>
    <m:row elements="person personGrp persona place org event object nym" to="rule">an item, where its list is one</m:row>
    <m:row elements="biblStruct biblFull msDesc listWit" to="bibl">a description, its parts in their order</m:row>
    <m:row elements="witness" to="seg">words of a description</m:row>
    <m:row elements="analytic monogr series imprint titleStmt publicationStmt editionStmt seriesStmt msIdentifier msContents msItem physDesc objectDesc supportDesc support history origin provenance additional" to="content">parts of a description stand without it</m:row>
    <m:row elements="graphic media binaryObject notatedMusic" to="rule">a picture alone between blocks is a figure; within text it has no words; a description in it is the figure’s</m:row>
    <m:row elements="desc" to="seg">words; in gap nothing, as its reason and extent tell what is missing</m:row>
    <m:row elements="gi tag att" to="rule">a name of an element in angle brackets, of an attribute behind @</m:row>
    <m:row elements="formula" to="seg">its characters; mark-up of mathematics goes</m:row>
    <m:row elements="eg egXML" to="rule">a block with its lines; code as it stands</m:row>

    <!-- Names, words, numbers. -->
    <m:row elements="rs" to="rule">type person: persName, place: placeName, org: orgName; else name</m:row>
    <m:row elements="addName genName roleName nameLink" to="seg">a part of a name</m:row>
    <m:row elements="geogName settlement country region district bloc" to="placeName">a name of a place</m:row>
    <m:row elements="geogFeat geo offset location" to="seg">words beside a name</m:row>
    <m:row elements="street postCode postBox" to="rule">a line of an address; elsewhere words</m:row>
    <m:row elements="email objectName eventName" to="name">a name</m:row>
    <m:row elements="birth death floruit age sex gender pronouns occupation nationality residence faith education affiliation langKnowledge langKnown state trait population climate terrain socecStatus" to="seg">words of a list of persons or places</m:row>
    <m:row elements="term gloss distinct lang val code ident time unit measureGrp" to="seg">words; their sense is not printed</m:row>
    <m:row elements="w pc s cl phr m g" to="content">words, signs, sentences stand without it; where blanks are in c, or in join, line ends between w and pc are none</m:row>
    <m:row elements="rhyme metamark damage restore retrace mod hyph orth usg stamp seal" to="seg">words</m:row>
    <m:row elements="caesura handShift addSpan delSpan damageSpan substJoin listTranspose witStart witEnd lacunaStart lacunaEnd" to="point">has no words</m:row>

    <!-- Readings. -->
    <m:row elements="abbr expan" to="rule">in choice: as printed the abbreviation, in the reading text its expansion; alone: words</m:row>
    <m:row elements="ex" to="rule">letters that the editor supplied in an abbreviation: only in the reading text</m:row>
    <m:row elements="am" to="rule">the sign of an abbreviation: beside an expansion only as printed; alone words</m:row>
    <m:row elements="subst redo undo" to="content">what is in it stands without it</m:row>
    <m:row elements="app" to="rule">the lemma, else the first reading, is the text; the other readings, with their witnesses, are an editor’s note</m:row>
    <m:row elements="lem rdg rdgGrp wit witDetail" to="content">a part of app</m:row>
    <m:row elements="listApp" to="list">a list of readings that stands apart; each is an item</m:row>
    <m:row elements="space" to="rule">a blank; between blocks nothing</m:row>

    <!-- Notes and pointers. -->
    <m:row elements="noteGrp" to="content">notes stand without it</m:row>
    <m:row elements="ptr" to="ref">a link with the words of what it points to: its number, its heading, its address</m:row>
    <m:row elements="index indexEntry interp interpGrp span spanGrp link linkGrp join joinGrp alt altGrp certainty precision respons fs fvLib fLib timeline annotation listAnnotation annotationBlock listRelation relation listChange" to="nothing">data about the text, not the text</m:row>
  </xsl:variable>

  <!-- Elements of the vocabulary that are used in other ways elsewhere. -->
  <xsl:variable name="m:habits" as="element(m:row)+">
    <m:row elements="note" to="note">one that stands apart goes to the first reference that calls it, or to what its target names; further calls lead to it; a list of notes that is empty then goes with its heading</m:row>
    <m:row elements="choice" to="choice">of readings other than those of an editor the first is the text, the others are an editor’s note</m:row>
    <m:row elements="c" to="c">one without a character prints what its charDecl maps it to, m or n twice for #gemination-m and #gemination-n</m:row>
    <m:row elements="lb" to="lb">between blocks it goes; behind ¬ or ⸗ it divides a word, and the sign is only as printed; so is a hyphen before a small letter if the word stands whole elsewhere in the document, else the hyphen stays and no blank parts the word</m:row>
    <m:row elements="milestone" to="milestone">a rule; one that counts (it has n or ed) has no words</m:row>
    <m:row elements="ref" to="ref">one without words gets those of what it points to</m:row>
    <m:row elements="q said" to="q said">get quotation marks where the header says that the encoders took them out (quotation marks="none")</m:row>
    <m:row elements="gap" to="gap">what is missing from the source, never an editor’s guess</m:row>
    <m:row elements="item castItem row cell" to="ab">outside of their list or table</m:row>
    <m:row elements="title" to="title">the main title in the header: type main or complete, else level a, m, else the first without a type</m:row>
  </xsl:variable>

  <!-- Words in rend, rendition and style, and what they mean here. Words apart from these change nothing. -->
  <xsl:variable name="m:look-rows" as="element(m:row)+">
    <m:row elements="italic italics ital it i em emph kursiv cursive slanted oblique" to="italic"/>
    <m:row elements="bold b bf strong fett halbfett" to="bold"/>
    <m:row elements="smallcaps small-caps small_caps smallcap sc smcap scp k kapitälchen kapitaelchen" to="smallcaps"/>
    <m:row elements="spaced letterspaced letterspace letter-spacing spacedout g gesperrt expanded" to="spaced"/>
    <m:row elements="underline underlined ul u uu underscore" to="underline"/>
    <m:row elements="sup super superscript hochgestellt" to="sup"/>
    <m:row elements="sub subscript" to="sub"/>
    <m:row elements="strikethrough strike line-through overstrike struck s" to="strikethrough"/>
    <m:row elements="center centre centered centred c zentriert" to="center"/>
    <m:row elements="right et flushright right-aligned rechts" to="right"/>
  </xsl:variable>

  <xsl:variable name="mp:rows" as="map(xs:string, element(m:row))" select="mp:by-name($m:rows)"/>
  <xsl:variable name="mp:look-words" as="map(xs:string, element(m:row))" select="mp:by-name($m:look-rows)"/>

  <xsl:function name="mp:by-name" as="map(xs:string, element(m:row))">
    <xsl:param name="rows" as="element(m:row)+"/>
    <xsl:map>
      <xsl:for-each-group select="$rows" group-by="tokenize(@elements)">
        <xsl:map-entry key="current-grouping-key()" select="."/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>
</xsl:stylesheet>
