<?xml version="1.0" encoding="UTF-8"?>
<!-- Made from edition.odd by `edition schema`; change it there. -->
<xsl:stylesheet xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                version="3.0"
                exclude-result-prefixes="#all">
   <xsl:key xmlns:sch="http://purl.oclc.org/dsdl/schematron"
            name="stood"
            match="tei:anchor[@type = 'stood']"
            use="string(@corresp)"/>
   <xsl:variable name="Q{urn:x-edition:schematron}numbers"
                 as="map(*)"
                 select="         Q{http://www.w3.org/2005/xpath-functions/map}merge(           //* ! Q{http://www.w3.org/2005/xpath-functions/map}entry(generate-id(), position()))"/>
   <xsl:template match="/">
      <failures>
         <xsl:apply-templates mode="m1" select="."/>
         <xsl:apply-templates mode="m2" select="."/>
         <xsl:apply-templates mode="m3" select="."/>
         <xsl:apply-templates mode="m4" select="."/>
         <xsl:apply-templates mode="m5" select="."/>
         <xsl:apply-templates mode="m6" select="."/>
         <xsl:apply-templates mode="m7" select="."/>
         <xsl:apply-templates mode="m8" select="."/>
         <xsl:apply-templates mode="m9" select="."/>
         <xsl:apply-templates mode="m10" select="."/>
         <xsl:apply-templates mode="m11" select="."/>
         <xsl:apply-templates mode="m12" select="."/>
         <xsl:apply-templates mode="m13" select="."/>
         <xsl:apply-templates mode="m14" select="."/>
         <xsl:apply-templates mode="m15" select="."/>
         <xsl:apply-templates mode="m16" select="."/>
         <xsl:apply-templates mode="m17" select="."/>
         <xsl:apply-templates mode="m18" select="."/>
         <xsl:apply-templates mode="m19" select="."/>
         <xsl:apply-templates mode="m20" select="."/>
         <xsl:apply-templates mode="m21" select="."/>
         <xsl:apply-templates mode="m22" select="."/>
         <xsl:apply-templates mode="m23" select="."/>
         <xsl:apply-templates mode="m24" select="."/>
         <xsl:apply-templates mode="m25" select="."/>
         <xsl:apply-templates mode="m26" select="."/>
         <xsl:apply-templates mode="m27" select="."/>
         <xsl:apply-templates mode="m28" select="."/>
         <xsl:apply-templates mode="m29" select="."/>
         <xsl:apply-templates mode="m30" select="."/>
         <xsl:apply-templates mode="m31" select="."/>
         <xsl:apply-templates mode="m32" select="."/>
         <xsl:apply-templates mode="m33" select="."/>
         <xsl:apply-templates mode="m34" select="."/>
         <xsl:apply-templates mode="m35" select="."/>
         <xsl:apply-templates mode="m36" select="."/>
         <xsl:apply-templates mode="m37" select="."/>
         <xsl:apply-templates mode="m38" select="."/>
         <xsl:apply-templates mode="m39" select="."/>
         <xsl:apply-templates mode="m40" select="."/>
         <xsl:apply-templates mode="m41" select="."/>
         <xsl:apply-templates mode="m42" select="."/>
         <xsl:apply-templates mode="m43" select="."/>
         <xsl:apply-templates mode="m44" select="."/>
         <xsl:apply-templates mode="m45" select="."/>
         <xsl:apply-templates mode="m46" select="."/>
         <xsl:apply-templates mode="m47" select="."/>
      </failures>
   </xsl:template>
   <xsl:template mode="m1" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m1" select="*"/>
   </xsl:template>
   <xsl:template mode="m1" match="tei:*[@xml:id]" priority="1">
      <xsl:try>
         <xsl:if test="not(matches(@xml:id, '^[A-Za-z][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)*$'))">
            <failure code="id-form"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>The xml:id "</xsl:text>
               <xsl:value-of select="@xml:id"/>
               <xsl:text>" will trouble archives and links; write ASCII letters, digits and hyphens, with full stops between the steps (s2.p4).</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="id-form"
                     broken="matches(@xml:id, '^[A-Za-z][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)*$')"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m1" select="*"/>
   </xsl:template>
   <xsl:template mode="m2" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m2" select="*"/>
   </xsl:template>
   <xsl:template mode="m2"
                 match="tei:*[@xml:lang][/tei:TEI/tei:teiHeader/tei:profileDesc/tei:langUsage]"
                 priority="1">
      <xsl:try>
         <xsl:if test="not(@xml:lang = /tei:TEI/tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language/@ident)">
            <failure code="language-declared"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>The language "</xsl:text>
               <xsl:value-of select="@xml:lang"/>
               <xsl:text>" is not declared; add a language element with this ident to langUsage.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="language-declared"
                     broken="@xml:lang = /tei:TEI/tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language/@ident"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m2" select="*"/>
   </xsl:template>
   <xsl:template mode="m3" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m3" select="*"/>
   </xsl:template>
   <xsl:template mode="m3" match="tei:*[@rendition]" priority="1">
      <xsl:variable name="lost"
                    select="tokenize(normalize-space(@rendition), ' ')[not(starts-with(., '#')) or empty(id(substring(., 2), root(current()))/self::tei:rendition)]"/>
      <xsl:try>
         <xsl:if test="not(empty($lost))">
            <failure code="rendition-resolves"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="name()"/>
               <xsl:text>/@rendition points to </xsl:text>
               <xsl:value-of select="string-join($lost, ', ')"/>
               <xsl:text>, but the header's tagsDecl has no rendition of that name.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="rendition-resolves"
                     broken="empty($lost)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m3" select="*"/>
   </xsl:template>
   <xsl:template mode="m4" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m4" select="*"/>
   </xsl:template>
   <xsl:template mode="m4" match="tei:*[@resp]" priority="1">
      <xsl:variable name="lost"
                    select="tokenize(normalize-space(@resp), ' ')[not(starts-with(., '#')) or empty(id(substring(., 2), root(current()))/(self::tei:respStmt | self::tei:person | self::tei:personGrp | self::tei:author | self::tei:editor | self::tei:orgName | self::tei:persName))]"/>
      <xsl:try>
         <xsl:if test="not(empty($lost))">
            <failure code="resp-resolves"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="name()"/>
               <xsl:text>/@resp points to </xsl:text>
               <xsl:value-of select="string-join($lost, ', ')"/>
               <xsl:text>; it must point to a respStmt, editor, author or person of this file.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="resp-resolves"
                     broken="empty($lost)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m4" select="*"/>
   </xsl:template>
   <xsl:template mode="m5" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m5" select="*"/>
   </xsl:template>
   <xsl:template mode="m5"
                 match="tei:*[@target | @corresp | @next | @prev | @source | @edRef | @ref | @facs | @scheme]"
                 priority="1">
      <xsl:variable name="lost"
                    select="(@target, @corresp, @next, @prev, @source, @edRef, @ref, @facs, @scheme) ! tokenize(normalize-space(.), ' ')[starts-with(., '#')][empty(id(substring(., 2), root(current())))]"/>
      <xsl:try>
         <xsl:if test="not(empty($lost))">
            <failure code="pointer-resolves"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="name()"/>
               <xsl:text> points to </xsl:text>
               <xsl:value-of select="string-join($lost, ', ')"/>
               <xsl:text>, but nothing in this file has that xml:id.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="pointer-resolves"
                     broken="empty($lost)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m5" select="*"/>
   </xsl:template>
   <xsl:template mode="m6" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m6" select="*"/>
   </xsl:template>
   <xsl:template mode="m6" match="tei:*[@source | @edRef]" priority="1">
      <xsl:variable name="wrong"
                    select="(@source, @edRef) ! tokenize(normalize-space(.), ' ')[starts-with(., '#')] [exists(id(substring(., 2), root(current()))) and empty(id(substring(., 2), root(current()))/ self::tei:bibl)]"/>
      <xsl:try>
         <xsl:if test="not(empty($wrong))">
            <failure code="source-kind"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="name()"/>
               <xsl:text> points to </xsl:text>
               <xsl:value-of select="string-join($wrong, ', ')"/>
               <xsl:text>, which is no bibl of this file.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="source-kind"
                     broken="empty($wrong)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m6" select="*"/>
   </xsl:template>
   <xsl:template mode="m7" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m7" select="*"/>
   </xsl:template>
   <xsl:template mode="m7" match="tei:*[@next | @prev]" priority="1">
      <xsl:variable name="me" select="."/>
      <xsl:variable name="after" select="id(substring(@next, 2))"/>
      <xsl:variable name="before" select="id(substring(@prev, 2))"/>
      <xsl:try>
         <xsl:if test="not(every $part in ($before, $after) satisfies name($part) = name())">
            <failure code="chain"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>A </xsl:text>
               <xsl:value-of select="name()"/>
               <xsl:text> can only be continued by a </xsl:text>
               <xsl:value-of select="name()"/>
               <xsl:text>; @next or @prev points to </xsl:text>
               <xsl:value-of select="($before, $after)[name() ne name($me)]/name()"/>
               <xsl:text>.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="chain"
                     broken="every $part in ($before, $after) satisfies name($part) = name()"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:try>
         <xsl:if test="not(every $part in $after satisfies $part &gt;&gt; $me)">
            <failure code="chain"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>@next of this </xsl:text>
               <xsl:value-of select="name()"/>
               <xsl:text> points backwards.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="chain"
                     broken="every $part in $after satisfies $part &gt;&gt; $me"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:try>
         <xsl:if test="not(every $part in $before satisfies $part &lt;&lt; $me)">
            <failure code="chain"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>@prev of this </xsl:text>
               <xsl:value-of select="name()"/>
               <xsl:text> points forwards.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="chain"
                     broken="every $part in $before satisfies $part &lt;&lt; $me"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:try>
         <xsl:if test="not(self::tei:note or (every $part in $after satisfies $part/@prev = concat('#', @xml:id)) and (every $part in $before satisfies $part/@next = concat('#', @xml:id)))">
            <failure code="chain"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>The two ends of this link do not agree: where one part has @next, the other needs @prev pointing back.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="chain"
                     broken="self::tei:note or (every $part in $after satisfies $part/@prev = concat('#', @xml:id)) and (every $part in $before satisfies $part/@next = concat('#', @xml:id))"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m7" select="*"/>
   </xsl:template>
   <xsl:template mode="m8" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m8" select="*"/>
   </xsl:template>
   <xsl:template mode="m8" match="tei:*[@subtype]" priority="1">
      <xsl:try>
         <xsl:if test="not(@type)">
            <failure code="subtype-needs-type"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="name()"/>
               <xsl:text> has @subtype; it needs @type too.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="subtype-needs-type"
                     broken="@type"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m8" select="*"/>
   </xsl:template>
   <xsl:template mode="m9" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m9" select="*"/>
   </xsl:template>
   <xsl:template mode="m9"
                 match="tei:*[@when][@notBefore | @notAfter | @from | @to]"
                 priority="2">
      <xsl:try>
         <xsl:if test="not(false())">
            <failure code="date-form"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="name()"/>
               <xsl:text> has @when and also a span of time; keep one.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="date-form"
                     broken="false()"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m9" select="*"/>
   </xsl:template>
   <xsl:template mode="m9"
                 match="tei:*[@from][@notBefore] | tei:*[@to][@notAfter]"
                 priority="1">
      <xsl:try>
         <xsl:if test="not(false())">
            <failure code="date-form"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="name()"/>
               <xsl:text> mixes @from or @to (a duration) with @notBefore or @notAfter (a doubt); keep one pair.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="date-form"
                     broken="false()"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m9" select="*"/>
   </xsl:template>
   <xsl:template mode="m10" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m10" select="*"/>
   </xsl:template>
   <xsl:template mode="m10"
                 match="tei:*[(@from, @notBefore) and (@to, @notAfter)]"
                 priority="1">
      <xsl:variable name="begin" select="string((@from, @notBefore)[1])"/>
      <xsl:variable name="end" select="string((@to, @notAfter)[1])"/>
      <xsl:variable name="known"
                    select="min((string-length($begin), string-length($end), 10))"/>
      <xsl:try>
         <xsl:if test="not(starts-with($begin, '-') or substring($begin, 1, $known) le substring($end, 1, $known))">
            <failure code="date-order"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="name()"/>
               <xsl:text> ends (</xsl:text>
               <xsl:value-of select="$end"/>
               <xsl:text>) before it begins (</xsl:text>
               <xsl:value-of select="$begin"/>
               <xsl:text>).</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="date-order"
                     broken="starts-with($begin, '-') or substring($begin, 1, $known) le substring($end, 1, $known)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m10" select="*"/>
   </xsl:template>
   <xsl:template mode="m11" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m11" select="*"/>
   </xsl:template>
   <xsl:template mode="m11"
                 match="tei:person[tei:birth/@when[matches(., '^\d{4}')]][tei:death/@when[matches(., '^\d{4}')]]"
                 priority="1">
      <xsl:variable name="age"
                    select="xs:integer(substring(tei:death[1]/@when, 1, 4)) - xs:integer(substring(tei:birth[1]/@when, 1, 4))"/>
      <xsl:try>
         <xsl:if test="not($age ge 0 and $age le 120)">
            <failure code="life-order"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>This person was born </xsl:text>
               <xsl:value-of select="tei:birth[1]/@when"/>
               <xsl:text> and died </xsl:text>
               <xsl:value-of select="tei:death[1]/@when"/>
               <xsl:text>; is a figure wrong?</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="life-order"
                     broken="$age ge 0 and $age le 120"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m11" select="*"/>
   </xsl:template>
   <xsl:template mode="m12" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m12" select="*"/>
   </xsl:template>
   <xsl:template mode="m12"
                 match="tei:publicationStmt/tei:date[matches(@when, '^\d{4}')]"
                 priority="1">
      <xsl:variable name="source"
                    select="max(/tei:TEI/tei:teiHeader/tei:fileDesc/tei:sourceDesc//tei:date/@when [matches(., '^\d{4}')] ! xs:integer(substring(., 1, 4)))"/>
      <xsl:try>
         <xsl:if test="not(empty($source) or xs:integer(substring(@when, 1, 4)) ge $source)">
            <failure code="edition-order"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>The edition is of </xsl:text>
               <xsl:value-of select="@when"/>
               <xsl:text>, its source of </xsl:text>
               <xsl:value-of select="$source"/>
               <xsl:text>; is one of the dates wrong?</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="edition-order"
                     broken="empty($source) or xs:integer(substring(@when, 1, 4)) ge $source"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m12" select="*"/>
   </xsl:template>
   <xsl:template mode="m13" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m13" select="*"/>
   </xsl:template>
   <xsl:template mode="m13" match="tei:TEI" priority="1">
      <xsl:try>
         <xsl:if test="not(@xml:id)">
            <failure code="document-id"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>The document has no xml:id; archives cite it by one (three letters and six digits is the common form: mil000001).</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="document-id"
                     broken="@xml:id"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m13" select="*"/>
   </xsl:template>
   <xsl:template mode="m14" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m14" select="*"/>
   </xsl:template>
   <xsl:template mode="m14" match="/tei:TEI/tei:text" priority="1">
      <xsl:variable name="bare"
                    select=".//(tei:div | tei:p | tei:ab | tei:sp | tei:lg | tei:note | tei:list | tei:table | tei:figure | tei:pb | tei:surplus | tei:supplied | tei:corr)[not(@xml:id)] [not(parent::tei:note | parent::tei:item | parent::tei:cell | parent::tei:figure)]"/>
      <xsl:try>
         <xsl:if test="not(empty($bare))">
            <failure code="block-id"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="count($bare)"/>
               <xsl:text> citable elements have no xml:id; the first is </xsl:text>
               <xsl:value-of select="$bare[1]/concat(name(), ' “', substring(normalize-space(.), 1, 40), '”')"/>
               <xsl:text>.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="block-id"
                     broken="empty($bare)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m14" select="*"/>
   </xsl:template>
   <xsl:template mode="m15" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m15" select="*"/>
   </xsl:template>
   <xsl:template mode="m15" match="tei:div[@n]" priority="1">
      <xsl:try>
         <xsl:if test="not(not(@n = preceding-sibling::tei:div[@type = current()/@type or not(@type or current()/@type)]/@n))">
            <failure code="div-n"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>An earlier division beside this one has the number "</xsl:text>
               <xsl:value-of select="@n"/>
               <xsl:text>" too; a reference by number would be ambiguous.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="div-n"
                     broken="not(@n = preceding-sibling::tei:div[@type = current()/@type or not(@type or current()/@type)]/@n)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m15" select="*"/>
   </xsl:template>
   <xsl:template mode="m16" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m16" select="*"/>
   </xsl:template>
   <xsl:template mode="m16" match="tei:p | tei:ab" priority="1">
      <xsl:try>
         <xsl:if test="(ancestor::tei:l or ancestor::tei:lg) and not(parent::tei:note | parent::tei:figure)">
            <failure code="block-in-verse"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>A </xsl:text>
               <xsl:value-of select="name()"/>
               <xsl:text> cannot stand inside verse; end the line or the group first, or use seg.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="block-in-verse"
                     broken="(ancestor::tei:l or ancestor::tei:lg) and not(parent::tei:note | parent::tei:figure)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m16" select="*"/>
   </xsl:template>
   <xsl:template mode="m17" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m17" select="*"/>
   </xsl:template>
   <xsl:template mode="m17" match="tei:p" priority="1">
      <xsl:try>
         <xsl:if test="(ancestor::tei:p or ancestor::tei:ab) and not(parent::tei:note | parent::tei:item | parent::tei:q | parent::tei:quote | parent::tei:said | parent::tei:sp | parent::tei:stage | parent::tei:cell | parent::tei:figure)">
            <failure code="block-in-paragraph"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>A p cannot stand in </xsl:text>
               <xsl:value-of select="name(..)"/>
               <xsl:text> where that is itself inside a paragraph.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="block-in-paragraph"
                     broken="(ancestor::tei:p or ancestor::tei:ab) and not(parent::tei:note | parent::tei:item | parent::tei:q | parent::tei:quote | parent::tei:said | parent::tei:sp | parent::tei:stage | parent::tei:cell | parent::tei:figure)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m17" select="*"/>
   </xsl:template>
   <xsl:template mode="m18" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m18" select="@*, node()"/>
   </xsl:template>
   <xsl:template mode="m18"
                 match="@* | text() | comment() | processing-instruction()"
                 priority="0"/>
   <xsl:template mode="m18"
                 match="tei:text//(tei:p | tei:head | tei:l | tei:item | tei:speaker | tei:stage)"
                 priority="1">
      <xsl:try>
         <xsl:if test="not(* or normalize-space(.) or @rendition)">
            <failure code="empty-block"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>This </xsl:text>
               <xsl:value-of select="name()"/>
               <xsl:text> is empty.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="empty-block"
                     broken="* or normalize-space(.) or @rendition"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m18" select="@*, node()"/>
   </xsl:template>
   <xsl:template mode="m19" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m19" select="*"/>
   </xsl:template>
   <xsl:template mode="m19" match="tei:lg" priority="1">
      <xsl:try>
         <xsl:if test="not(.//tei:l or .//tei:gap)">
            <failure code="verse-lines"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>This lg holds no line; put its text in l.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="verse-lines"
                     broken=".//tei:l or .//tei:gap"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m19" select="*"/>
   </xsl:template>
   <xsl:template mode="m20" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m20" select="*"/>
   </xsl:template>
   <xsl:template mode="m20" match="tei:l | tei:lg" priority="1">
      <xsl:try>
         <xsl:if test="ancestor::*[self::tei:l or self::tei:note][1]/self::tei:l">
            <failure code="line-in-line"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>A </xsl:text>
               <xsl:value-of select="name()"/>
               <xsl:text> cannot stand inside a line of verse.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="line-in-line"
                     broken="ancestor::*[self::tei:l or self::tei:note][1]/self::tei:l"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m20" select="*"/>
   </xsl:template>
   <xsl:template mode="m21" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m21" select="*"/>
   </xsl:template>
   <xsl:template mode="m21" match="tei:l[@part = ('M', 'F')]" priority="2">
      <xsl:try>
         <xsl:if test="not(preceding::tei:l[1]/@part = ('I', 'M'))">
            <failure code="line-parts"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>This is the later part of a line (part="</xsl:text>
               <xsl:value-of select="@part"/>
               <xsl:text>"), but the line before it is no beginning (part="I").</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="line-parts"
                     broken="preceding::tei:l[1]/@part = ('I', 'M')"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m21" select="*"/>
   </xsl:template>
   <xsl:template mode="m21" match="tei:l[@part = 'I']" priority="1">
      <xsl:try>
         <xsl:if test="not(following::tei:l[1]/@part = ('M', 'F'))">
            <failure code="line-parts"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>This is the first part of a line (part="I"), but the line after it does not go on with it (part="M" or "F").</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="line-parts"
                     broken="following::tei:l[1]/@part = ('M', 'F')"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m21" select="*"/>
   </xsl:template>
   <xsl:template mode="m22" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m22" select="*"/>
   </xsl:template>
   <xsl:template mode="m22" match="tei:list[@type = 'gloss']" priority="1">
      <xsl:try>
         <xsl:if test="not(tei:label)">
            <failure code="gloss-list"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>A list of type "gloss" is one of pairs: a label before each item.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="gloss-list"
                     broken="tei:label"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m22" select="*"/>
   </xsl:template>
   <xsl:template mode="m23" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m23" select="*"/>
   </xsl:template>
   <xsl:template mode="m23" match="tei:text//tei:*[@who | @toWhom]" priority="1">
      <xsl:variable name="lost"
                    select="(@who, @toWhom) ! tokenize(normalize-space(.), ' ')[not(starts-with(., '#')) or empty(id(substring(., 2), root(current()))/(self::tei:person | self::tei:personGrp))]"/>
      <xsl:try>
         <xsl:if test="not(empty($lost))">
            <failure code="who-resolves"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="name()"/>
               <xsl:text> names </xsl:text>
               <xsl:value-of select="string-join($lost, ', ')"/>
               <xsl:text>, but the header's listPerson has no such person or personGrp.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="who-resolves"
                     broken="empty($lost)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m23" select="*"/>
   </xsl:template>
   <xsl:template mode="m24" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m24" select="*"/>
   </xsl:template>
   <xsl:template mode="m24" match="tei:sp" priority="1">
      <xsl:try>
         <xsl:if test="not(@who)">
            <failure code="speaker-known"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>Nobody is named as the speaker of this turn</xsl:text>
               <xsl:value-of select="tei:speaker/concat(' (“', normalize-space(.), '”)')"/>
               <xsl:text>; add the person to the header and @who here.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="speaker-known"
                     broken="@who"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m24" select="*"/>
   </xsl:template>
   <xsl:template mode="m25" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m25" select="*"/>
   </xsl:template>
   <xsl:template mode="m25" match="tei:text//tei:title[@ref]" priority="1">
      <xsl:variable name="lost"
                    select="tokenize(normalize-space(@ref), ' ')[starts-with(., '#')] [exists(id(substring(., 2), root(current()))) and empty(id(substring(., 2), root(current()))/self::tei:bibl)]"/>
      <xsl:try>
         <xsl:if test="not(empty($lost))">
            <failure code="work-resolves"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>title points to </xsl:text>
               <xsl:value-of select="string-join($lost, ', ')"/>
               <xsl:text>, which is no bibl of this file.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="work-resolves"
                     broken="empty($lost)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m25" select="*"/>
   </xsl:template>
   <xsl:template mode="m26" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m26" select="*"/>
   </xsl:template>
   <xsl:template mode="m26" match="tei:text//tei:persName[@ref]" priority="1">
      <xsl:variable name="lost"
                    select="tokenize(normalize-space(@ref), ' ')[starts-with(., '#')] [exists(id(substring(., 2), root(current()))) and empty(id(substring(., 2), root(current()))/(self::tei:person | self::tei:personGrp))]"/>
      <xsl:try>
         <xsl:if test="not(empty($lost))">
            <failure code="person-resolves"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>persName points to </xsl:text>
               <xsl:value-of select="string-join($lost, ', ')"/>
               <xsl:text>, which is no person of the header.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="person-resolves"
                     broken="empty($lost)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m26" select="*"/>
   </xsl:template>
   <xsl:template mode="m27" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m27" select="*"/>
   </xsl:template>
   <xsl:template mode="m27" match="tei:text//tei:placeName[@ref]" priority="1">
      <xsl:variable name="lost"
                    select="tokenize(normalize-space(@ref), ' ')[starts-with(., '#')] [exists(id(substring(., 2), root(current()))) and empty(id(substring(., 2), root(current()))/self::tei:place)]"/>
      <xsl:try>
         <xsl:if test="not(empty($lost))">
            <failure code="place-resolves"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>placeName points to </xsl:text>
               <xsl:value-of select="string-join($lost, ', ')"/>
               <xsl:text>, which is no place of the header.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="place-resolves"
                     broken="empty($lost)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m27" select="*"/>
   </xsl:template>
   <xsl:template mode="m28" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m28" select="*"/>
   </xsl:template>
   <xsl:template mode="m28" match="tei:ref[@type = 'noteAnchor']" priority="1">
      <xsl:try>
         <xsl:if test="not(not(node()))">
            <failure code="note-call"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>A ref of type noteAnchor is empty; the printed mark is its @n and its skin.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="note-call"
                     broken="not(node())"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:try>
         <xsl:if test="not(starts-with(@target, '#') and exists(id(substring(@target, 2))/self::tei:note))">
            <failure code="note-call"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>This noteAnchor points to </xsl:text>
               <xsl:value-of select="(@target, 'nothing')[1]"/>
               <xsl:text>; it must point to a note.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="note-call"
                     broken="starts-with(@target, '#') and exists(id(substring(@target, 2))/self::tei:note)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m28" select="*"/>
   </xsl:template>
   <xsl:template mode="m29" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m29" select="*"/>
   </xsl:template>
   <xsl:template mode="m29" match="tei:text//tei:note" priority="1">
      <xsl:try>
         <xsl:if test="not(@type)">
            <failure code="note-type"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>A note needs @type: annotation, authorial, comment, gloss, reference, source or apparatus.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="note-type"
                     broken="@type"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m29" select="*"/>
   </xsl:template>
   <xsl:template mode="m30" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m30" select="*"/>
   </xsl:template>
   <xsl:template mode="m30" match="tei:sp//tei:note//tei:p" priority="1">
      <xsl:try>
         <xsl:if test="not(false())">
            <failure code="note-in-turn"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>A p inside a note inside sp would be counted as speech; write seg type="p".</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="note-in-turn"
                     broken="false()"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m30" select="*"/>
   </xsl:template>
   <xsl:template mode="m31" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m31" select="*"/>
   </xsl:template>
   <xsl:template mode="m31" match="tei:text//tei:note[tei:p]" priority="1">
      <xsl:try>
         <xsl:if test="count(tei:p) = 1 and not(* except tei:p) and not(text()[normalize-space()])">
            <failure code="note-paragraph"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>This note has a single p; put its words in the note itself.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="note-paragraph"
                     broken="count(tei:p) = 1 and not(* except tei:p) and not(text()[normalize-space()])"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m31" select="*"/>
   </xsl:template>
   <xsl:template mode="m32" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m32" select="*"/>
   </xsl:template>
   <xsl:template mode="m32" match="tei:text//tei:note[@xml:id]" priority="1">
      <xsl:variable name="places" select="key('stood', concat('#', @xml:id))"/>
      <xsl:try>
         <xsl:if test="not(count($places) le 1)">
            <failure code="note-stood"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>The note "</xsl:text>
               <xsl:value-of select="@xml:id"/>
               <xsl:text>" has </xsl:text>
               <xsl:value-of select="count($places)"/>
               <xsl:text> anchors of type stood; a note stood in one place.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="note-stood"
                     broken="count($places) le 1"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:try>
         <xsl:if test="not(exists($places) or not(@prev))">
            <failure code="note-stood"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>The note "</xsl:text>
               <xsl:value-of select="@xml:id"/>
               <xsl:text>" continues another and needs an anchor of type stood of its own.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="note-stood"
                     broken="exists($places) or not(@prev)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m32" select="*"/>
   </xsl:template>
   <xsl:template mode="m33" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m33" select="*"/>
   </xsl:template>
   <xsl:template mode="m33" match="tei:anchor" priority="1">
      <xsl:try>
         <xsl:if test="not(starts-with(@corresp, '#') and exists(id(substring(@corresp, 2))/self::tei:note))">
            <failure code="anchor-note"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>This anchor says that </xsl:text>
               <xsl:value-of select="@corresp"/>
               <xsl:text> stood here; there is no note of that xml:id.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="anchor-note"
                     broken="starts-with(@corresp, '#') and exists(id(substring(@corresp, 2))/self::tei:note)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m33" select="*"/>
   </xsl:template>
   <xsl:template mode="m34" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m34" select="*"/>
   </xsl:template>
   <xsl:template mode="m34" match="tei:pb[matches(@n, '^[0-9]{1,9}$')]" priority="2">
      <xsl:variable name="before"
                    select="preceding::tei:pb[1][matches(@n, '^[0-9]{1,9}$')] [string(@edRef) = string(current()/@edRef)]"/>
      <xsl:variable name="next"
                    select="following::tei:pb[1][matches(@n, '^[0-9]{1,9}$')]/xs:integer(@n)"/>
      <xsl:try>
         <xsl:if test="not(empty($before) or xs:integer(@n) gt xs:integer($before/@n) or xs:integer(@n) le 3 and $next = xs:integer(@n) + 1 or @n = '1' and empty($next))">
            <failure code="page-order"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>Page </xsl:text>
               <xsl:value-of select="@n"/>
               <xsl:text> follows page </xsl:text>
               <xsl:value-of select="$before/@n"/>
               <xsl:text>; is a number misread, or a page out of place?</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="page-order"
                     broken="empty($before) or xs:integer(@n) gt xs:integer($before/@n) or xs:integer(@n) le 3 and $next = xs:integer(@n) + 1 or @n = '1' and empty($next)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m34" select="*"/>
   </xsl:template>
   <xsl:template mode="m34"
                 match="tei:pb[matches(@n, '^[ivxlcdm]+$', 'i')]"
                 priority="1">
      <xsl:variable name="before"
                    select="preceding::tei:pb[1][matches(@n, '^[ivxlcdm]+$', 'i')] [string(@edRef) = string(current()/@edRef)]"/>
      <xsl:variable name="numbers"
                    select="($before, .) ! fold-left(reverse(string-to-codepoints(lower-case(@n)) ! map{105: 1, 118: 5, 120: 10, 108: 50, 99: 100, 100: 500, 109: 1000}(.)), 0, function($sum, $figure) { if (4 * $figure lt $sum) then $sum - $figure else $sum + $figure })"/>
      <xsl:try>
         <xsl:if test="not(count($numbers) lt 2 or $numbers[2] gt $numbers[1] or $numbers[2] = 1)">
            <failure code="page-order"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>Page </xsl:text>
               <xsl:value-of select="@n"/>
               <xsl:text> follows page </xsl:text>
               <xsl:value-of select="$before/@n"/>
               <xsl:text>; is a number misread, or a page out of place?</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="page-order"
                     broken="count($numbers) lt 2 or $numbers[2] gt $numbers[1] or $numbers[2] = 1"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m34" select="*"/>
   </xsl:template>
   <xsl:template mode="m35" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m35" select="*"/>
   </xsl:template>
   <xsl:template mode="m35"
                 match="tei:gap | tei:surplus | tei:secl | tei:supplied"
                 priority="1">
      <xsl:try>
         <xsl:if test="not(@reason)">
            <failure code="reason"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="name()"/>
               <xsl:text> needs @reason: say why (lost, illegible, repeated, displaced, omitted …).</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="reason"
                     broken="@reason"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m35" select="*"/>
   </xsl:template>
   <xsl:template mode="m36" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m36" select="*"/>
   </xsl:template>
   <xsl:template mode="m36" match="tei:choice" priority="1">
      <xsl:try>
         <xsl:if test="string(*[1]) = string(*[2])">
            <failure code="choice-differs"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>Both forms read “</xsl:text>
               <xsl:value-of select="*[1]"/>
               <xsl:text>”; there is nothing to choose.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="choice-differs"
                     broken="string(*[1]) = string(*[2])"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m36" select="*"/>
   </xsl:template>
   <xsl:template mode="m37" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m37" select="@*, node()"/>
   </xsl:template>
   <xsl:template mode="m37"
                 match="@* | text() | comment() | processing-instruction()"
                 priority="0"/>
   <xsl:template mode="m37"
                 match="tei:text//(tei:corr | tei:reg | tei:supplied | tei:note[@type = 'apparatus'])"
                 priority="1">
      <xsl:try>
         <xsl:if test="not(@resp or ancestor::*[self::tei:corr or self::tei:reg or self::tei:supplied or self::tei:note[@type = 'apparatus']]/@resp)">
            <failure code="addition-resp"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>This </xsl:text>
               <xsl:value-of select="name()"/>
               <xsl:text> adds text that is not the source's; @resp must say who is responsible.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="addition-resp"
                     broken="@resp or ancestor::*[self::tei:corr or self::tei:reg or self::tei:supplied or self::tei:note[@type = 'apparatus']]/@resp"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m37" select="@*, node()"/>
   </xsl:template>
   <xsl:template mode="m38" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m38" select="@*, node()"/>
   </xsl:template>
   <xsl:template mode="m38"
                 match="@* | text() | comment() | processing-instruction()"
                 priority="0"/>
   <xsl:template mode="m38"
                 match="tei:text//(tei:corr | tei:reg | tei:supplied | tei:note[@type = 'apparatus'])// (tei:sic | tei:orig | tei:surplus | tei:secl | tei:del | tei:add | tei:anchor | tei:pb | tei:cb | tei:fw | tei:ref[@type = 'noteAnchor'] | tei:note[not(@type = 'apparatus')] | *[@rendition])"
                 priority="1">
      <xsl:try>
         <xsl:if test="not(false())">
            <failure code="source-in-addition"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="name()"/>
               <xsl:text> belongs to the source and cannot stand inside an addition; move it out.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="source-in-addition"
                     broken="false()"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m38" select="@*, node()"/>
   </xsl:template>
   <xsl:template mode="m39" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m39" select="*"/>
   </xsl:template>
   <xsl:template mode="m39" match="tei:rendition[@scheme = 'other']" priority="1">
      <xsl:try>
         <xsl:if test="not(@scope)">
            <failure code="skin-parts"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>A skin says with @scope whether it stood before or after the content.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="skin-parts"
                     broken="@scope"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:try>
         <xsl:if test="not(@xml:id or @corresp)">
            <failure code="skin-parts"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>A skin needs an xml:id, or @corresp to the part that has it.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="skin-parts"
                     broken="@xml:id or @corresp"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:try>
         <xsl:if test="not(not(@corresp) or (@scope = 'after' and id(substring(@corresp, 2))/self::tei:rendition/@scope = 'before'))">
            <failure code="skin-parts"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>@corresp joins an "after" part to its "before" part; this one does not.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="skin-parts"
                     broken="not(@corresp) or (@scope = 'after' and id(substring(@corresp, 2))/self::tei:rendition/@scope = 'before')"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:try>
         <xsl:if test="not(not(@corresp = preceding-sibling::tei:rendition/@corresp))">
            <failure code="skin-parts"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>The skin </xsl:text>
               <xsl:value-of select="@corresp"/>
               <xsl:text> has two "after" parts.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="skin-parts"
                     broken="not(@corresp = preceding-sibling::tei:rendition/@corresp)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m39" select="*"/>
   </xsl:template>
   <xsl:template mode="m40" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m40" select="*"/>
   </xsl:template>
   <xsl:template mode="m40" match="tei:c" priority="1">
      <xsl:try>
         <xsl:if test="not(@rendition)">
            <failure code="c-skin"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>This c stands for nothing: its characters belong in a skin that @rendition points to.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="c-skin"
                     broken="@rendition"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m40" select="*"/>
   </xsl:template>
   <xsl:template mode="m41" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m41" select="*"/>
   </xsl:template>
   <xsl:template mode="m41" match="tei:titleStmt/tei:title" priority="1">
      <xsl:try>
         <xsl:if test="not(normalize-space(.))">
            <failure code="title-given"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>The title is empty; give it, or write unknown with cert="unknown".</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="title-given"
                     broken="normalize-space(.)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m41" select="*"/>
   </xsl:template>
   <xsl:template mode="m42" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m42" select="*"/>
   </xsl:template>
   <xsl:template mode="m42" match="tei:publicationStmt" priority="1">
      <xsl:try>
         <xsl:if test="not(tei:availability)">
            <failure code="licence-given"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>The publicationStmt says nothing about rights; add an availability with a licence.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="licence-given"
                     broken="tei:availability"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m42" select="*"/>
   </xsl:template>
   <xsl:template mode="m43" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m43" select="*"/>
   </xsl:template>
   <xsl:template mode="m43" match="tei:quotation" priority="1">
      <xsl:try>
         <xsl:if test="not(@marks or tei:p)">
            <failure code="quotation-described"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>quotation needs @marks or a p.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="quotation-described"
                     broken="@marks or tei:p"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m43" select="*"/>
   </xsl:template>
   <xsl:template mode="m44" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m44" select="*"/>
   </xsl:template>
   <xsl:template mode="m44"
                 match="tei:citeStructure[not(parent::tei:citeStructure)]"
                 priority="2">
      <xsl:try>
         <xsl:if test="not(starts-with(@match, '/'))">
            <failure code="cite-match"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>@match of the outer citeStructure starts with "/".</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="cite-match"
                     broken="starts-with(@match, '/')"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m44" select="*"/>
   </xsl:template>
   <xsl:template mode="m44" match="tei:citeStructure" priority="1">
      <xsl:try>
         <xsl:if test="starts-with(@match, '/')">
            <failure code="cite-match"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>@match of an inner citeStructure does not start with "/".</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="cite-match"
                     broken="starts-with(@match, '/')"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m44" select="*"/>
   </xsl:template>
   <xsl:template mode="m45" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m45" select="*"/>
   </xsl:template>
   <xsl:template mode="m45" match="tei:change[@who]" priority="1">
      <xsl:variable name="lost"
                    select="tokenize(normalize-space(@who), ' ')[starts-with(., '#')] [empty(id(substring(., 2), root(current())))]"/>
      <xsl:try>
         <xsl:if test="not(empty($lost))">
            <failure code="change-who"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>change/@who points to </xsl:text>
               <xsl:value-of select="string-join($lost, ', ')"/>
               <xsl:text>, which this file does not have.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="change-who"
                     broken="empty($lost)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m45" select="*"/>
   </xsl:template>
   <xsl:template mode="m46" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m46" select="*"/>
   </xsl:template>
   <xsl:template mode="m46" match="tei:change[not(@when)]" priority="1">
      <xsl:try>
         <xsl:if test="not(@n)">
            <failure code="change-dated"
                     role="error"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>This change is of no day; give it in when, or in n the version of the edition that it belongs to.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="change-dated"
                     broken="@n"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m46" select="*"/>
   </xsl:template>
   <xsl:template mode="m47" match="document-node() | element()" priority="0">
      <xsl:apply-templates mode="m47" select="*"/>
   </xsl:template>
   <xsl:template mode="m47" match="tei:change[@when]" priority="1">
      <xsl:try>
         <xsl:if test="not(not(preceding-sibling::tei:change[1]/@when lt @when))">
            <failure code="change-order"
                     role="warning"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:text>This change is later than the one above it; the latest comes first.</xsl:text>
            </failure>
         </xsl:if>
         <xsl:catch>
            <failure code="change-order"
                     broken="not(preceding-sibling::tei:change[1]/@when lt @when)"
                     element="{$Q{urn:x-edition:schematron}numbers(generate-id(ancestor-or-self::*[1]))}">
               <xsl:value-of select="$Q{http://www.w3.org/2005/xqt-errors}description"/>
            </failure>
         </xsl:catch>
      </xsl:try>
      <xsl:apply-templates mode="m47" select="*"/>
   </xsl:template>
</xsl:stylesheet>
