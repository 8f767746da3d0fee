<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 1 of every reading output: of two readings the edition's, without the furniture of the printed page.
     Skins (@rendition) are mark-up of the source and are never printed. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:mode name="m:reading" on-no-match="shallow-copy"/>

  <xsl:template match="choice" mode="m:reading">
    <xsl:apply-templates select="if (corr | reg) then corr | reg else *" mode="#current"/>
  </xsl:template>

  <xsl:template match="fw | cb" mode="m:reading"/>

  <!-- What the editor calls superfluous goes and is in the register; a passage printed twice stays, marked. -->
  <xsl:template match="surplus[not(@reason = 'repeated')]" mode="m:reading">
    <anchor m:entry="{@xml:id}" xmlns="http://www.tei-c.org/ns/1.0"/>
  </xsl:template>

  <!-- What was struck out on the page is not read, be it a whole block; a page that begins there begins all the same. -->
  <xsl:template match="del" mode="m:reading">
    <anchor m:entry="{@xml:id}" xmlns="http://www.tei-c.org/ns/1.0"/>
    <xsl:copy-of select=".//pb"/>
  </xsl:template>

  <xsl:template match="(p | ab | l | item)[del][mp:is-struck-out(.)]" mode="m:reading">
    <xsl:copy-of select=".//pb"/>
  </xsl:template>

  <!-- Of the blanks on its two sides the one before it goes with it, and so it does where a sign follows. -->
  <xsl:template match="text()[following-sibling::node()[1]/self::del[mp:takes-a-blank(.)]]" mode="m:reading">
    <xsl:value-of select="replace(., '\s+$', '')"/>
  </xsl:template>

  <xsl:function name="mp:is-struck-out" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="empty($block/node()[not(self::del | self::pb | self::cb | self::lb | self::c)][self::* or normalize-space()])"/>
  </xsl:function>

  <xsl:function name="mp:takes-a-blank" as="xs:boolean">
    <xsl:param name="struck" as="element(del)"/>
    <xsl:variable name="next" as="node()?" select="$struck/following-sibling::node()[1]"/>
    <xsl:sequence select="empty($next) or matches($next[self::text()], '^[\s,.;:!?\p{Pe}\p{Pf}]')"/>
  </xsl:function>

  <xsl:template match="supplied" mode="m:reading">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:variable name="bare" as="xs:boolean" select="exists(ancestor::corr) or
        (starts-with(normalize-space(.), '[') and ends-with(normalize-space(.), ']'))"/>
      <xsl:sequence select="'['[not($bare)]"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:sequence select="']'[not($bare)]"/>
    </xsl:copy>
  </xsl:template>

  <!-- A line break of the page is a space in running prose, and a break in what is displayed line by line. -->
  <xsl:template match="lb" mode="m:reading">
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="lb[@break = 'no']" mode="m:reading" priority="2"/>

  <xsl:template match="lb[m:is-displayed(.)]" mode="m:reading">
    <xsl:text> </xsl:text>
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:function name="m:is-displayed" as="xs:boolean">
    <xsl:param name="break" as="element(lb)"/>
    <xsl:sequence select="exists($break/ancestor::*[self::p or self::note or self::ab or self::head or self::titlePart
      or self::docImprint or self::byline or self::dateline or self::signed or self::salute or self::l
      or self::opener or self::closer][1][not(self::p or self::note)])"/>
  </xsl:function>

  <!-- Both views ......................................................................................... -->

  <!-- The sign for what is missing is text of every output; its extent is told beside it. -->
  <xsl:template match="gap" mode="m:reading m:diplomatic">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:text>[…]</xsl:text>
    </xsl:copy>
  </xsl:template>

  <!-- A loss that no sign of the source shows lies between words: the sign for it is parted from the word beside it. -->
  <xsl:template match="gap[m:is-conjectured(.)]" mode="m:reading">
    <xsl:variable name="before" as="xs:string" select="string(mp:beside(.)[. &lt;&lt; current()][last()])"/>
    <xsl:variable name="after" as="xs:string" select="string(mp:beside(.)[. >> current()][1])"/>
    <xsl:sequence select="m:space()[matches($before, '[^\s\p{Ps}\p{Pi}]$') and not(matches($after, '^\w'))]"/>
    <xsl:next-match/>
    <xsl:sequence select="m:space()[matches($after, '^\w') and not(matches($before, '\S$'))]"/>
  </xsl:template>

  <xsl:function name="m:is-conjectured" as="xs:boolean">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:sequence select="exists($gap[@resp][not(@rendition)][not(@reason = 'illegible')])"/>
  </xsl:function>

  <!-- The text of the same block, without notes and printed readings. -->
  <xsl:function name="mp:beside" as="text()*">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:sequence select="$gap/ancestor::*[self::p or self::ab or self::l or self::head or self::note or self::item
      or self::cell or self::text][1]//text()[not(ancestor::note except $gap/ancestor::note)]
      [not(ancestor::*[self::sic or self::orig]/parent::choice)]"/>
  </xsl:function>

  <!-- Characters that are mark-up, and the places where moved notes stood, have nothing to print. -->
  <xsl:template match="c" mode="m:reading m:diplomatic">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="anchor[@type = 'stood']" mode="m:reading m:diplomatic"/>

  <!-- What only one of the views has, in TEI made by others. -->
  <xsl:template match="m:only" mode="m:reading m:diplomatic">
    <xsl:apply-templates select="node()[current()/@view = $view]" mode="#current"/>
  </xsl:template>

  <!-- A note cut in two by a page is one note again. -->
  <xsl:key name="mp:continuation" match="note[@prev]" use="substring-after(@prev, '#')"/>

  <xsl:template match="note[mp:is-continuation(.)]" mode="m:reading m:diplomatic" priority="1"/>

  <xsl:template match="note" mode="m:reading m:diplomatic">
    <xsl:param name="uncalled" as="xs:boolean" select="false()"/>
    <xsl:copy>
      <xsl:if test="$uncalled or mp:is-set-behind(.)">
        <xsl:attribute name="m:uncalled" select="'yes'"/>
      </xsl:if>
      <xsl:apply-templates select="@*, node(), (mp:continuations(.) ! (m:space(), node()))" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:key name="mp:stood" match="anchor[@type = 'stood']" use="substring-after(@corresp, '#')"/>

  <!-- A note that nothing calls was set behind the block it stood in. -->
  <xsl:function name="mp:is-set-behind" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($note[not(@rendition)][@place = 'bottom'][key('mp:stood', @xml:id)]
      /parent::*[self::div or self::body or self::front or self::back or self::sp or self::lg or self::list])"/>
  </xsl:function>

  <xsl:function name="mp:continuations" as="element(note)*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/key('mp:continuation', @xml:id)[mp:is-continuation(.)] ! (., mp:continuations(.))"/>
  </xsl:function>

  <!-- A note that goes on from one that is there; what only says so is a note of its own. -->
  <xsl:function name="mp:is-continuation" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists(mp:before($note)) and not(mp:is-circular($note, ()))"/>
  </xsl:function>

  <xsl:function name="mp:before" as="element(note)?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="($note/@prev ! key('m:note', substring-after(., '#')))[m:is-inline(.) = m:is-inline($note)]
      [deep-equal(mp:readings(.) ! path(.), mp:readings($note) ! path(.))][1]"/>
  </xsl:function>

  <!-- What a note stands in that one view has and the other has not. -->
  <xsl:function name="mp:readings" as="element()*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/ancestor::*[self::sic or self::orig or self::corr or self::reg or self::supplied
      or self::surplus or self::fw]"/>
  </xsl:function>

  <!-- Whether the way back from a note comes to one where it has been; `met`: those. -->
  <xsl:function name="mp:is-circular" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="met" as="element(note)*"/>
    <xsl:variable name="before" as="element(note)?" select="mp:before($note)"/>
    <xsl:sequence select="exists($before) and
      (exists($before intersect ($met, $note)) or mp:is-circular($before, ($met, $note)))"/>
  </xsl:function>

  <xsl:function name="m:space" as="text()">
    <xsl:text> </xsl:text>
  </xsl:function>
</xsl:stylesheet>
