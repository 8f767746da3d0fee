<?xml version="1.0" encoding="UTF-8"?>
<!-- Made from edition.odd by `edition schema`; change it there. -->
<xsl:stylesheet xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                version="3.0"
                exclude-result-prefixes="#all">
   <xsl:key name="stood"
            match="tei:anchor[@type = 'stood']"
            use="string(@corresp)"/>
   <xsl:template match="/">
      <failures>
         <xsl:apply-templates mode="id-form" select="*"/>
         <xsl:apply-templates mode="language-declared" select="*"/>
         <xsl:apply-templates mode="rendition-resolves" select="*"/>
         <xsl:apply-templates mode="resp-resolves" select="*"/>
         <xsl:apply-templates mode="pointer-resolves" select="*"/>
         <xsl:apply-templates mode="chain" select="*"/>
         <xsl:apply-templates mode="subtype-needs-type" select="*"/>
         <xsl:apply-templates mode="date-form" select="*"/>
         <xsl:apply-templates mode="document-id" select="*"/>
         <xsl:apply-templates mode="block-id" select="*"/>
         <xsl:apply-templates mode="div-n" select="*"/>
         <xsl:apply-templates mode="block-in-verse" select="*"/>
         <xsl:apply-templates mode="block-in-paragraph" select="*"/>
         <xsl:apply-templates mode="empty-block" select="*"/>
         <xsl:apply-templates mode="verse-lines" select="*"/>
         <xsl:apply-templates mode="line-in-line" select="*"/>
         <xsl:apply-templates mode="line-parts" select="*"/>
         <xsl:apply-templates mode="gloss-list" select="*"/>
         <xsl:apply-templates mode="who-resolves" select="*"/>
         <xsl:apply-templates mode="speaker-known" select="*"/>
         <xsl:apply-templates mode="work-resolves" select="*"/>
         <xsl:apply-templates mode="person-resolves" select="*"/>
         <xsl:apply-templates mode="place-resolves" select="*"/>
         <xsl:apply-templates mode="note-call" select="*"/>
         <xsl:apply-templates mode="note-type" select="*"/>
         <xsl:apply-templates mode="note-in-turn" select="*"/>
         <xsl:apply-templates mode="note-paragraph" select="*"/>
         <xsl:apply-templates mode="note-stood" select="*"/>
         <xsl:apply-templates mode="anchor-note" select="*"/>
         <xsl:apply-templates mode="page-order" select="*"/>
         <xsl:apply-templates mode="reason" select="*"/>
         <xsl:apply-templates mode="choice-differs" select="*"/>
         <xsl:apply-templates mode="addition-resp" select="*"/>
         <xsl:apply-templates mode="source-in-addition" select="*"/>
         <xsl:apply-templates mode="skin-parts" select="*"/>
         <xsl:apply-templates mode="c-skin" select="*"/>
         <xsl:apply-templates mode="title-given" select="*"/>
         <xsl:apply-templates mode="licence-given" select="*"/>
         <xsl:apply-templates mode="quotation-described" select="*"/>
         <xsl:apply-templates mode="cite-match" select="*"/>
         <xsl:apply-templates mode="change-who" select="*"/>
         <xsl:apply-templates mode="change-order" select="*"/>
      </failures>
   </xsl:template>
   <xsl:mode name="id-form" on-no-match="shallow-skip"/>
   <xsl:template mode="id-form" match="text()"/>
   <xsl:template mode="id-form" match="tei:*[@xml:id]" priority="1">
      <xsl:if test="not(matches(@xml:id, '^[A-Za-z][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)*$'))">
         <failure code="id-form" role="warning" path="{path()}">
            <xsl:text>The xml:id "</xsl:text>
            <xsl:value-of select="@xml:id"/>
            <xsl:text>" will trouble archives and links; write ASCII letters, digits and hyphens, with full stops between the steps (s2.p4).</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="id-form" select="*"/>
   </xsl:template>
   <xsl:mode name="language-declared" on-no-match="shallow-skip"/>
   <xsl:template mode="language-declared" match="text()"/>
   <xsl:template mode="language-declared"
                 match="tei:*[@xml:lang][/tei:TEI/tei:teiHeader/tei:profileDesc/tei:langUsage]"
                 priority="1">
      <xsl:if test="not(@xml:lang = /tei:TEI/tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language/@ident)">
         <failure code="language-declared" role="warning" path="{path()}">
            <xsl:text>The language "</xsl:text>
            <xsl:value-of select="@xml:lang"/>
            <xsl:text>" is not declared; add a language element with this ident to langUsage.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="language-declared" select="*"/>
   </xsl:template>
   <xsl:mode name="rendition-resolves" on-no-match="shallow-skip"/>
   <xsl:template mode="rendition-resolves" match="text()"/>
   <xsl:template mode="rendition-resolves" match="tei:*[@rendition]" priority="1">
      <xsl:variable name="lost"
                    select="tokenize(normalize-space(@rendition), ' ')[not(starts-with(., '#')) or empty(id(substring(., 2), root(current()))/self::tei:rendition)]"/>
      <xsl:if test="not(empty($lost))">
         <failure code="rendition-resolves" role="error" path="{path()}">
            <xsl:value-of select="name()"/>
            <xsl:text>/@rendition points to </xsl:text>
            <xsl:value-of select="string-join($lost, ', ')"/>
            <xsl:text>, but the header's tagsDecl has no rendition of that name.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="rendition-resolves" select="*"/>
   </xsl:template>
   <xsl:mode name="resp-resolves" on-no-match="shallow-skip"/>
   <xsl:template mode="resp-resolves" match="text()"/>
   <xsl:template mode="resp-resolves" match="tei:*[@resp]" priority="1">
      <xsl:variable name="lost"
                    select="tokenize(normalize-space(@resp), ' ')[not(starts-with(., '#')) or empty(id(substring(., 2), root(current()))/(self::tei:respStmt | self::tei:person | self::tei:personGrp | self::tei:author | self::tei:editor | self::tei:orgName | self::tei:persName))]"/>
      <xsl:if test="not(empty($lost))">
         <failure code="resp-resolves" role="error" path="{path()}">
            <xsl:value-of select="name()"/>
            <xsl:text>/@resp points to </xsl:text>
            <xsl:value-of select="string-join($lost, ', ')"/>
            <xsl:text>; it must point to a respStmt, editor, author or person of this file.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="resp-resolves" select="*"/>
   </xsl:template>
   <xsl:mode name="pointer-resolves" on-no-match="shallow-skip"/>
   <xsl:template mode="pointer-resolves" match="text()"/>
   <xsl:template mode="pointer-resolves"
                 match="tei:*[@target | @corresp | @next | @prev | @source | @edRef | @ref]"
                 priority="1">
      <xsl:variable name="lost"
                    select="(@target, @corresp, @next, @prev, @source, @edRef, @ref) ! tokenize(normalize-space(.), ' ')[starts-with(., '#')][empty(id(substring(., 2), root(current())))]"/>
      <xsl:if test="not(empty($lost))">
         <failure code="pointer-resolves" role="error" path="{path()}">
            <xsl:value-of select="name()"/>
            <xsl:text> points to </xsl:text>
            <xsl:value-of select="string-join($lost, ', ')"/>
            <xsl:text>, but nothing in this file has that xml:id.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="pointer-resolves" select="*"/>
   </xsl:template>
   <xsl:mode name="chain" on-no-match="shallow-skip"/>
   <xsl:template mode="chain" match="text()"/>
   <xsl:template mode="chain" match="tei:*[@next | @prev]" priority="1">
      <xsl:variable name="me" select="."/>
      <xsl:variable name="after" select="id(substring(@next, 2))"/>
      <xsl:variable name="before" select="id(substring(@prev, 2))"/>
      <xsl:if test="not(every $part in ($before, $after) satisfies name($part) = name())">
         <failure code="chain" role="error" path="{path()}">
            <xsl:text>A </xsl:text>
            <xsl:value-of select="name()"/>
            <xsl:text> can only be continued by a </xsl:text>
            <xsl:value-of select="name()"/>
            <xsl:text>; @next or @prev points to </xsl:text>
            <xsl:value-of select="($before, $after)[name() ne name($me)]/name()"/>
            <xsl:text>.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:if test="not(every $part in $after satisfies $part &gt;&gt; $me)">
         <failure code="chain" role="error" path="{path()}">
            <xsl:text>@next of this </xsl:text>
            <xsl:value-of select="name()"/>
            <xsl:text> points backwards.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:if test="not(every $part in $before satisfies $part &lt;&lt; $me)">
         <failure code="chain" role="error" path="{path()}">
            <xsl:text>@prev of this </xsl:text>
            <xsl:value-of select="name()"/>
            <xsl:text> points forwards.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:if test="not(self::tei:note or (every $part in $after satisfies $part/@prev = concat('#', @xml:id)) and (every $part in $before satisfies $part/@next = concat('#', @xml:id)))">
         <failure code="chain" role="warning" path="{path()}">
            <xsl:text>The two ends of this link do not agree: where one part has @next, the other needs @prev pointing back.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="chain" select="*"/>
   </xsl:template>
   <xsl:mode name="subtype-needs-type" on-no-match="shallow-skip"/>
   <xsl:template mode="subtype-needs-type" match="text()"/>
   <xsl:template mode="subtype-needs-type" match="tei:*[@subtype]" priority="1">
      <xsl:if test="not(@type)">
         <failure code="subtype-needs-type" role="error" path="{path()}">
            <xsl:value-of select="name()"/>
            <xsl:text> has @subtype; it needs @type too.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="subtype-needs-type" select="*"/>
   </xsl:template>
   <xsl:mode name="date-form" on-no-match="shallow-skip"/>
   <xsl:template mode="date-form" match="text()"/>
   <xsl:template mode="date-form"
                 match="tei:*[@when][@notBefore | @notAfter | @from | @to]"
                 priority="2">
      <xsl:if test="not(false())">
         <failure code="date-form" role="error" path="{path()}">
            <xsl:value-of select="name()"/>
            <xsl:text> has @when and also a span of time; keep one.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="date-form" select="*"/>
   </xsl:template>
   <xsl:template mode="date-form"
                 match="tei:*[@from][@notBefore] | tei:*[@to][@notAfter]"
                 priority="1">
      <xsl:if test="not(false())">
         <failure code="date-form" role="error" path="{path()}">
            <xsl:value-of select="name()"/>
            <xsl:text> mixes @from or @to (a duration) with @notBefore or @notAfter (a doubt); keep one pair.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="date-form" select="*"/>
   </xsl:template>
   <xsl:mode name="document-id" on-no-match="shallow-skip"/>
   <xsl:template mode="document-id" match="text()"/>
   <xsl:template mode="document-id" match="tei:TEI" priority="1">
      <xsl:if test="not(@xml:id)">
         <failure code="document-id" role="warning" path="{path()}">
            <xsl:text>The document has no xml:id; archives cite it by one (three letters and six digits is the common form: mil000001).</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="document-id" select="*"/>
   </xsl:template>
   <xsl:mode name="block-id" on-no-match="shallow-skip"/>
   <xsl:template mode="block-id" match="text()"/>
   <xsl:template mode="block-id" match="/tei:TEI/tei:text" priority="1">
      <xsl:variable name="bare"
                    select=".//(tei:div | tei:p | tei:ab | tei:sp | tei:lg | tei:note | tei:list | tei:table | tei:figure | tei:pb | tei:surplus | tei:supplied | tei:corr)[not(@xml:id)] [not(parent::tei:note | parent::tei:item | parent::tei:cell | parent::tei:figure)]"/>
      <xsl:if test="not(empty($bare))">
         <failure code="block-id" role="warning" path="{path()}">
            <xsl:value-of select="count($bare)"/>
            <xsl:text> citable elements have no xml:id; the first is </xsl:text>
            <xsl:value-of select="$bare[1]/concat(name(), ' “', substring(normalize-space(.), 1, 40), '”')"/>
            <xsl:text>.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="block-id" select="*"/>
   </xsl:template>
   <xsl:mode name="div-n" on-no-match="shallow-skip"/>
   <xsl:template mode="div-n" match="text()"/>
   <xsl:template mode="div-n" match="tei:div[@n]" priority="1">
      <xsl:if test="not(not(@n = preceding-sibling::tei:div[@type = current()/@type or not(@type or current()/@type)]/@n))">
         <failure code="div-n" role="warning" path="{path()}">
            <xsl:text>An earlier division beside this one has the number "</xsl:text>
            <xsl:value-of select="@n"/>
            <xsl:text>" too; a reference by number would be ambiguous.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="div-n" select="*"/>
   </xsl:template>
   <xsl:mode name="block-in-verse" on-no-match="shallow-skip"/>
   <xsl:template mode="block-in-verse" match="text()"/>
   <xsl:template mode="block-in-verse" match="tei:p | tei:ab" priority="1">
      <xsl:if test="(ancestor::tei:l or ancestor::tei:lg) and not(parent::tei:note | parent::tei:figure)">
         <failure code="block-in-verse" role="error" path="{path()}">
            <xsl:text>A </xsl:text>
            <xsl:value-of select="name()"/>
            <xsl:text> cannot stand inside verse; end the line or the group first, or use seg.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="block-in-verse" select="*"/>
   </xsl:template>
   <xsl:mode name="block-in-paragraph" on-no-match="shallow-skip"/>
   <xsl:template mode="block-in-paragraph" match="text()"/>
   <xsl:template mode="block-in-paragraph" match="tei:p" priority="1">
      <xsl:if test="(ancestor::tei:p or ancestor::tei:ab) and not(parent::tei:note | parent::tei:item | parent::tei:q | parent::tei:quote | parent::tei:said | parent::tei:sp | parent::tei:stage | parent::tei:cell | parent::tei:figure)">
         <failure code="block-in-paragraph" role="error" path="{path()}">
            <xsl:text>A p cannot stand in </xsl:text>
            <xsl:value-of select="name(..)"/>
            <xsl:text> where that is itself inside a paragraph.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="block-in-paragraph" select="*"/>
   </xsl:template>
   <xsl:mode name="empty-block" on-no-match="shallow-skip"/>
   <xsl:template mode="empty-block" match="text()"/>
   <xsl:template mode="empty-block"
                 match="tei:text//(tei:p | tei:head | tei:l | tei:item | tei:speaker | tei:stage)"
                 priority="1">
      <xsl:if test="not(* or normalize-space(.) or @rendition)">
         <failure code="empty-block" role="warning" path="{path()}">
            <xsl:text>This </xsl:text>
            <xsl:value-of select="name()"/>
            <xsl:text> is empty.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="empty-block" select="*"/>
   </xsl:template>
   <xsl:mode name="verse-lines" on-no-match="shallow-skip"/>
   <xsl:template mode="verse-lines" match="text()"/>
   <xsl:template mode="verse-lines" match="tei:lg" priority="1">
      <xsl:if test="not(.//tei:l or .//tei:gap)">
         <failure code="verse-lines" role="error" path="{path()}">
            <xsl:text>This lg holds no line; put its text in l.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="verse-lines" select="*"/>
   </xsl:template>
   <xsl:mode name="line-in-line" on-no-match="shallow-skip"/>
   <xsl:template mode="line-in-line" match="text()"/>
   <xsl:template mode="line-in-line" match="tei:l | tei:lg" priority="1">
      <xsl:if test="ancestor::*[self::tei:l or self::tei:note][1]/self::tei:l">
         <failure code="line-in-line" role="error" path="{path()}">
            <xsl:text>A </xsl:text>
            <xsl:value-of select="name()"/>
            <xsl:text> cannot stand inside a line of verse.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="line-in-line" select="*"/>
   </xsl:template>
   <xsl:mode name="line-parts" on-no-match="shallow-skip"/>
   <xsl:template mode="line-parts" match="text()"/>
   <xsl:template mode="line-parts" match="tei:l[@part = ('M', 'F')]" priority="2">
      <xsl:if test="not(preceding::tei:l[1]/@part = ('I', 'M'))">
         <failure code="line-parts" role="warning" path="{path()}">
            <xsl:text>This is the later part of a line (part="</xsl:text>
            <xsl:value-of select="@part"/>
            <xsl:text>"), but the line before it is no beginning (part="I").</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="line-parts" select="*"/>
   </xsl:template>
   <xsl:template mode="line-parts" match="tei:l[@part = 'I']" priority="1">
      <xsl:if test="not(following::tei:l[1]/@part = ('M', 'F'))">
         <failure code="line-parts" role="warning" path="{path()}">
            <xsl:text>This is the first part of a line (part="I"), but the line after it does not go on with it (part="M" or "F").</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="line-parts" select="*"/>
   </xsl:template>
   <xsl:mode name="gloss-list" on-no-match="shallow-skip"/>
   <xsl:template mode="gloss-list" match="text()"/>
   <xsl:template mode="gloss-list" match="tei:list[@type = 'gloss']" priority="1">
      <xsl:if test="not(tei:label)">
         <failure code="gloss-list" role="error" path="{path()}">
            <xsl:text>A list of type "gloss" is one of pairs: a label before each item.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="gloss-list" select="*"/>
   </xsl:template>
   <xsl:mode name="who-resolves" on-no-match="shallow-skip"/>
   <xsl:template mode="who-resolves" match="text()"/>
   <xsl:template mode="who-resolves"
                 match="tei:text//tei:*[@who | @toWhom]"
                 priority="1">
      <xsl:variable name="lost"
                    select="(@who, @toWhom) ! tokenize(normalize-space(.), ' ')[not(starts-with(., '#')) or empty(id(substring(., 2), root(current()))/(self::tei:person | self::tei:personGrp))]"/>
      <xsl:if test="not(empty($lost))">
         <failure code="who-resolves" role="error" path="{path()}">
            <xsl:value-of select="name()"/>
            <xsl:text> names </xsl:text>
            <xsl:value-of select="string-join($lost, ', ')"/>
            <xsl:text>, but the header's listPerson has no such person or personGrp.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="who-resolves" select="*"/>
   </xsl:template>
   <xsl:mode name="speaker-known" on-no-match="shallow-skip"/>
   <xsl:template mode="speaker-known" match="text()"/>
   <xsl:template mode="speaker-known" match="tei:sp" priority="1">
      <xsl:if test="not(@who)">
         <failure code="speaker-known" role="warning" path="{path()}">
            <xsl:text>Nobody is named as the speaker of this turn</xsl:text>
            <xsl:value-of select="tei:speaker/concat(' (“', normalize-space(.), '”)')"/>
            <xsl:text>; add the person to the header and @who here.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="speaker-known" select="*"/>
   </xsl:template>
   <xsl:mode name="work-resolves" on-no-match="shallow-skip"/>
   <xsl:template mode="work-resolves" match="text()"/>
   <xsl:template mode="work-resolves" match="tei:text//tei:title[@ref]" priority="1">
      <xsl:variable name="lost"
                    select="tokenize(normalize-space(@ref), ' ')[starts-with(., '#')] [exists(id(substring(., 2), root(current()))) and empty(id(substring(., 2), root(current()))/self::tei:bibl)]"/>
      <xsl:if test="not(empty($lost))">
         <failure code="work-resolves" role="error" path="{path()}">
            <xsl:text>title points to </xsl:text>
            <xsl:value-of select="string-join($lost, ', ')"/>
            <xsl:text>, which is no bibl of this file.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="work-resolves" select="*"/>
   </xsl:template>
   <xsl:mode name="person-resolves" on-no-match="shallow-skip"/>
   <xsl:template mode="person-resolves" match="text()"/>
   <xsl:template mode="person-resolves"
                 match="tei:text//tei:persName[@ref]"
                 priority="1">
      <xsl:variable name="lost"
                    select="tokenize(normalize-space(@ref), ' ')[starts-with(., '#')] [exists(id(substring(., 2), root(current()))) and empty(id(substring(., 2), root(current()))/(self::tei:person | self::tei:personGrp))]"/>
      <xsl:if test="not(empty($lost))">
         <failure code="person-resolves" role="error" path="{path()}">
            <xsl:text>persName points to </xsl:text>
            <xsl:value-of select="string-join($lost, ', ')"/>
            <xsl:text>, which is no person of the header.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="person-resolves" select="*"/>
   </xsl:template>
   <xsl:mode name="place-resolves" on-no-match="shallow-skip"/>
   <xsl:template mode="place-resolves" match="text()"/>
   <xsl:template mode="place-resolves"
                 match="tei:text//tei:placeName[@ref]"
                 priority="1">
      <xsl:variable name="lost"
                    select="tokenize(normalize-space(@ref), ' ')[starts-with(., '#')] [exists(id(substring(., 2), root(current()))) and empty(id(substring(., 2), root(current()))/self::tei:place)]"/>
      <xsl:if test="not(empty($lost))">
         <failure code="place-resolves" role="error" path="{path()}">
            <xsl:text>placeName points to </xsl:text>
            <xsl:value-of select="string-join($lost, ', ')"/>
            <xsl:text>, which is no place of the header.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="place-resolves" select="*"/>
   </xsl:template>
   <xsl:mode name="note-call" on-no-match="shallow-skip"/>
   <xsl:template mode="note-call" match="text()"/>
   <xsl:template mode="note-call" match="tei:ref[@type = 'noteAnchor']" priority="1">
      <xsl:if test="not(not(node()))">
         <failure code="note-call" role="error" path="{path()}">
            <xsl:text>A ref of type noteAnchor is empty; the printed mark is its @n and its skin.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:if test="not(starts-with(@target, '#') and exists(id(substring(@target, 2))/self::tei:note))">
         <failure code="note-call" role="error" path="{path()}">
            <xsl:text>This noteAnchor points to </xsl:text>
            <xsl:value-of select="(@target, 'nothing')[1]"/>
            <xsl:text>; it must point to a note.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="note-call" select="*"/>
   </xsl:template>
   <xsl:mode name="note-type" on-no-match="shallow-skip"/>
   <xsl:template mode="note-type" match="text()"/>
   <xsl:template mode="note-type" match="tei:text//tei:note" priority="1">
      <xsl:if test="not(@type)">
         <failure code="note-type" role="error" path="{path()}">
            <xsl:text>A note needs @type: annotation, authorial, comment, gloss, reference, source or apparatus.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="note-type" select="*"/>
   </xsl:template>
   <xsl:mode name="note-in-turn" on-no-match="shallow-skip"/>
   <xsl:template mode="note-in-turn" match="text()"/>
   <xsl:template mode="note-in-turn" match="tei:sp//tei:note//tei:p" priority="1">
      <xsl:if test="not(false())">
         <failure code="note-in-turn" role="error" path="{path()}">
            <xsl:text>A p inside a note inside sp would be counted as speech; write seg type="p".</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="note-in-turn" select="*"/>
   </xsl:template>
   <xsl:mode name="note-paragraph" on-no-match="shallow-skip"/>
   <xsl:template mode="note-paragraph" match="text()"/>
   <xsl:template mode="note-paragraph"
                 match="tei:text//tei:note[tei:p]"
                 priority="1">
      <xsl:if test="count(tei:p) = 1 and not(* except tei:p) and not(text()[normalize-space()])">
         <failure code="note-paragraph" role="warning" path="{path()}">
            <xsl:text>This note has a single p; put its words in the note itself.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="note-paragraph" select="*"/>
   </xsl:template>
   <xsl:mode name="note-stood" on-no-match="shallow-skip"/>
   <xsl:template mode="note-stood" match="text()"/>
   <xsl:template mode="note-stood" match="tei:text//tei:note[@xml:id]" priority="1">
      <xsl:variable name="places" select="key('stood', concat('#', @xml:id))"/>
      <xsl:if test="not(count($places) le 1)">
         <failure code="note-stood" role="error" path="{path()}">
            <xsl:text>The note "</xsl:text>
            <xsl:value-of select="@xml:id"/>
            <xsl:text>" has </xsl:text>
            <xsl:value-of select="count($places)"/>
            <xsl:text> anchors of type stood; a note stood in one place.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:if test="not(exists($places) or not(@prev))">
         <failure code="note-stood" role="error" path="{path()}">
            <xsl:text>The note "</xsl:text>
            <xsl:value-of select="@xml:id"/>
            <xsl:text>" continues another and needs an anchor of type stood of its own.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="note-stood" select="*"/>
   </xsl:template>
   <xsl:mode name="anchor-note" on-no-match="shallow-skip"/>
   <xsl:template mode="anchor-note" match="text()"/>
   <xsl:template mode="anchor-note" match="tei:anchor" priority="1">
      <xsl:if test="not(starts-with(@corresp, '#') and exists(id(substring(@corresp, 2))/self::tei:note))">
         <failure code="anchor-note" role="error" path="{path()}">
            <xsl:text>This anchor says that </xsl:text>
            <xsl:value-of select="@corresp"/>
            <xsl:text> stood here; there is no note of that xml:id.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="anchor-note" select="*"/>
   </xsl:template>
   <xsl:mode name="page-order" on-no-match="shallow-skip"/>
   <xsl:template mode="page-order" match="text()"/>
   <xsl:template mode="page-order"
                 match="tei:pb[matches(@n, '^[0-9]{1,9}$')]"
                 priority="1">
      <xsl:variable name="before"
                    select="preceding::tei:pb[1][matches(@n, '^[0-9]{1,9}$')] [string(@edRef) = string(current()/@edRef)]"/>
      <xsl:if test="not(empty($before) or xs:integer(@n) gt xs:integer($before/@n))">
         <failure code="page-order" role="warning" path="{path()}">
            <xsl:text>Page </xsl:text>
            <xsl:value-of select="@n"/>
            <xsl:text> follows page </xsl:text>
            <xsl:value-of select="$before/@n"/>
            <xsl:text>; is a number misread, or a page out of place?</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="page-order" select="*"/>
   </xsl:template>
   <xsl:mode name="reason" on-no-match="shallow-skip"/>
   <xsl:template mode="reason" match="text()"/>
   <xsl:template mode="reason"
                 match="tei:gap | tei:surplus | tei:secl | tei:supplied"
                 priority="1">
      <xsl:if test="not(@reason)">
         <failure code="reason" role="warning" path="{path()}">
            <xsl:value-of select="name()"/>
            <xsl:text> needs @reason: say why (lost, illegible, repeated, displaced, omitted …).</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="reason" select="*"/>
   </xsl:template>
   <xsl:mode name="choice-differs" on-no-match="shallow-skip"/>
   <xsl:template mode="choice-differs" match="text()"/>
   <xsl:template mode="choice-differs" match="tei:choice" priority="1">
      <xsl:if test="string(*[1]) = string(*[2])">
         <failure code="choice-differs" role="warning" path="{path()}">
            <xsl:text>Both forms read “</xsl:text>
            <xsl:value-of select="*[1]"/>
            <xsl:text>”; there is nothing to choose.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="choice-differs" select="*"/>
   </xsl:template>
   <xsl:mode name="addition-resp" on-no-match="shallow-skip"/>
   <xsl:template mode="addition-resp" match="text()"/>
   <xsl:template mode="addition-resp"
                 match="tei:text//(tei:corr | tei:reg | tei:supplied | tei:note[@type = 'apparatus'])"
                 priority="1">
      <xsl:if test="not(@resp or ancestor::*[self::tei:corr or self::tei:reg or self::tei:supplied or self::tei:note[@type = 'apparatus']]/@resp)">
         <failure code="addition-resp" role="error" path="{path()}">
            <xsl:text>This </xsl:text>
            <xsl:value-of select="name()"/>
            <xsl:text> adds text that is not the source's; @resp must say who is responsible.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="addition-resp" select="*"/>
   </xsl:template>
   <xsl:mode name="source-in-addition" on-no-match="shallow-skip"/>
   <xsl:template mode="source-in-addition" match="text()"/>
   <xsl:template mode="source-in-addition"
                 match="tei:text//(tei:corr | tei:reg | tei:supplied | tei:note[@type = 'apparatus'])// (tei:sic | tei:orig | tei:surplus | tei:secl | tei:del | tei:add | tei:anchor | tei:pb | tei:cb | tei:fw | tei:ref[@type = 'noteAnchor'] | tei:note[not(@type = 'apparatus')] | *[@rendition])"
                 priority="1">
      <xsl:if test="not(false())">
         <failure code="source-in-addition" role="error" path="{path()}">
            <xsl:value-of select="name()"/>
            <xsl:text> belongs to the source and cannot stand inside an addition; move it out.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="source-in-addition" select="*"/>
   </xsl:template>
   <xsl:mode name="skin-parts" on-no-match="shallow-skip"/>
   <xsl:template mode="skin-parts" match="text()"/>
   <xsl:template mode="skin-parts"
                 match="tei:rendition[@scheme = 'other']"
                 priority="1">
      <xsl:if test="not(@scope)">
         <failure code="skin-parts" role="error" path="{path()}">
            <xsl:text>A skin says with @scope whether it stood before or after the content.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:if test="not(@xml:id or @corresp)">
         <failure code="skin-parts" role="error" path="{path()}">
            <xsl:text>A skin needs an xml:id, or @corresp to the part that has it.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:if test="not(not(@corresp) or (@scope = 'after' and id(substring(@corresp, 2))/self::tei:rendition/@scope = 'before'))">
         <failure code="skin-parts" role="error" path="{path()}">
            <xsl:text>@corresp joins an "after" part to its "before" part; this one does not.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:if test="not(not(@corresp = preceding-sibling::tei:rendition/@corresp))">
         <failure code="skin-parts" role="error" path="{path()}">
            <xsl:text>The skin </xsl:text>
            <xsl:value-of select="@corresp"/>
            <xsl:text> has two "after" parts.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="skin-parts" select="*"/>
   </xsl:template>
   <xsl:mode name="c-skin" on-no-match="shallow-skip"/>
   <xsl:template mode="c-skin" match="text()"/>
   <xsl:template mode="c-skin" match="tei:c" priority="1">
      <xsl:if test="not(@rendition)">
         <failure code="c-skin" role="error" path="{path()}">
            <xsl:text>This c stands for nothing: its characters belong in a skin that @rendition points to.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="c-skin" select="*"/>
   </xsl:template>
   <xsl:mode name="title-given" on-no-match="shallow-skip"/>
   <xsl:template mode="title-given" match="text()"/>
   <xsl:template mode="title-given" match="tei:titleStmt/tei:title" priority="1">
      <xsl:if test="not(normalize-space(.))">
         <failure code="title-given" role="error" path="{path()}">
            <xsl:text>The title is empty; give it, or write unknown with cert="unknown".</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="title-given" select="*"/>
   </xsl:template>
   <xsl:mode name="licence-given" on-no-match="shallow-skip"/>
   <xsl:template mode="licence-given" match="text()"/>
   <xsl:template mode="licence-given" match="tei:publicationStmt" priority="1">
      <xsl:if test="not(tei:availability)">
         <failure code="licence-given" role="warning" path="{path()}">
            <xsl:text>The publicationStmt says nothing about rights; add an availability with a licence.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="licence-given" select="*"/>
   </xsl:template>
   <xsl:mode name="quotation-described" on-no-match="shallow-skip"/>
   <xsl:template mode="quotation-described" match="text()"/>
   <xsl:template mode="quotation-described" match="tei:quotation" priority="1">
      <xsl:if test="not(@marks or tei:p)">
         <failure code="quotation-described" role="error" path="{path()}">
            <xsl:text>quotation needs @marks or a p.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="quotation-described" select="*"/>
   </xsl:template>
   <xsl:mode name="cite-match" on-no-match="shallow-skip"/>
   <xsl:template mode="cite-match" match="text()"/>
   <xsl:template mode="cite-match"
                 match="tei:citeStructure[not(parent::tei:citeStructure)]"
                 priority="2">
      <xsl:if test="not(starts-with(@match, '/'))">
         <failure code="cite-match" role="error" path="{path()}">
            <xsl:text>@match of the outer citeStructure starts with "/".</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="cite-match" select="*"/>
   </xsl:template>
   <xsl:template mode="cite-match" match="tei:citeStructure" priority="1">
      <xsl:if test="starts-with(@match, '/')">
         <failure code="cite-match" role="error" path="{path()}">
            <xsl:text>@match of an inner citeStructure does not start with "/".</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="cite-match" select="*"/>
   </xsl:template>
   <xsl:mode name="change-who" on-no-match="shallow-skip"/>
   <xsl:template mode="change-who" match="text()"/>
   <xsl:template mode="change-who" match="tei:change[@who]" priority="1">
      <xsl:variable name="lost"
                    select="tokenize(normalize-space(@who), ' ')[starts-with(., '#')] [empty(id(substring(., 2), root(current())))]"/>
      <xsl:if test="not(empty($lost))">
         <failure code="change-who" role="error" path="{path()}">
            <xsl:text>change/@who points to </xsl:text>
            <xsl:value-of select="string-join($lost, ', ')"/>
            <xsl:text>, which this file does not have.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="change-who" select="*"/>
   </xsl:template>
   <xsl:mode name="change-order" on-no-match="shallow-skip"/>
   <xsl:template mode="change-order" match="text()"/>
   <xsl:template mode="change-order" match="tei:change[@when]" priority="1">
      <xsl:if test="not(not(preceding-sibling::tei:change[1]/@when lt @when))">
         <failure code="change-order" role="warning" path="{path()}">
            <xsl:text>This change is later than the one above it; the latest comes first.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:apply-templates mode="change-order" select="*"/>
   </xsl:template>
</xsl:stylesheet>
