"""The closed classes of German that the rules ask for. There is no list of words: none of its words is corrected."""

from __future__ import annotations

from edition.languages.english import listed

# The commonest function words.
SMALL = listed("""
der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei mit nach von vom zu zum
zur über unter vor für durch um als wie ist sind war waren hat haben hatte wird werden wurde kann nicht auch noch nur
schon so es er sie wir ihr ich du sich ihm ihn ihnen mir mich uns man sein seine ihre
""")

# Words that begin a new clause or phrase.
CLAUSE_OPENERS = listed("""
daß dass weil denn doch obwohl während wenn ob da der die das welche welcher welches dessen deren und aber sondern
er sie wir es ich
""")
