<?xml version="1.0" encoding="UTF-8"?>
<!-- For recipients with no element for what is superfluous: an error whose correction is nothing. What is only printed
     twice stays, as it does in every reading text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:m" xmlns:mp="urn:edition:mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="surplus" mode="m:export">
    <choice>
      <sic>
        <xsl:apply-templates mode="#current"/>
      </sic>
      <corr/>
    </choice>
  </xsl:template>

  <xsl:template match="surplus[@reason = 'repeated']" mode="m:export">
    <xsl:call-template name="m:unwrapped"/>
  </xsl:template>
</xsl:stylesheet>
