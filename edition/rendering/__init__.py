"""TEI as pages and plain texts, through the stylesheets in xslt/."""
