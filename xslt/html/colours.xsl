<?xml version="1.0" encoding="UTF-8"?>
<!-- The choice of light or dark colours: the style sheet obeys it, the script colours.js only remembers it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:edition:m"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="m:colours">
    <fieldset class="switch">
      <legend>Colours</legend>
      <xsl:for-each select="'Auto', 'Light', 'Dark'">
        <label>
          <input type="radio" name="colours" value="{lower-case(.)}">
            <xsl:if test="position() = 1">
              <xsl:attribute name="checked" select="'checked'"/>
            </xsl:if>
          </input>
          <xsl:text> {.}</xsl:text>
        </label>
      </xsl:for-each>
    </fieldset>
  </xsl:template>
</xsl:stylesheet>
