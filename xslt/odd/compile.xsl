<?xml version="1.0" encoding="UTF-8"?>
<!-- From the ODD to what is made of it. The initial template is `problems`, `rng`, `sch`, `check` or `guide`; the ODD is
     the global context item. `problems` is asked first: the others rely on what it refuses. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:o="urn:x-edition:odd"
                xmlns:s="urn:x-edition:schematron"
                exclude-result-prefixes="#all">

  <xsl:include href="specs.xsl"/>
  <xsl:include href="refuse-names.xsl"/>
  <xsl:include href="refuse-models.xsl"/>
  <xsl:include href="rng.xsl"/>
  <xsl:include href="sch.xsl"/>
  <xsl:include href="../schematron/plain.xsl"/>
  <xsl:include href="../schematron/check.xsl"/>
  <xsl:include href="guide.xsl"/>
  <xsl:include href="guide-specs.xsl"/>

  <xsl:global-context-item as="document-node()" use="required"/>

  <!-- `sch` and `guide` have mixed content; what white space may be added there, their templates say themselves. -->
  <xsl:output method="xml" encoding="UTF-8" indent="yes" omit-xml-declaration="no"
              suppress-indentation="p li dt dd h1 h2 h3 h4 td th pre code summary a
                Q{http://purl.oclc.org/dsdl/schematron}assert Q{http://purl.oclc.org/dsdl/schematron}report"/>

  <!-- Leaves out namespaces that nothing uses: the alias in ../schematron/check.xsl makes literal elements carry that of XSLT. -->
  <xsl:function name="o:tidy" as="element()">
    <xsl:param name="root" as="element()"/>
    <xsl:copy-of select="$root" copy-namespaces="no"/>
  </xsl:function>

  <!-- Stands at the head of each file that is made. -->
  <xsl:variable name="notice" as="xs:string"
                select="' Made from edition.odd by `edition schema`; change it there. '"/>
</xsl:stylesheet>
