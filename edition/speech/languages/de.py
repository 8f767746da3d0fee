"""German: the words by which speech, writing and persons are told apart. One string a verb, all its forms."""

FUNCTION_WORDS = "der die das und zu den nicht von sie ist des sich mit dem dass ein es auf so eine auch"
SAY = [
    "sagen sage sagt sagte sagten", "fragen fragt fragte fragten", "antworten antwortet antwortete antworteten",
    "rufen ruft rief riefen", "erwidern erwidert erwiderte erwiderten", "entgegnen entgegnet entgegnete",
    "versetzen versetzt versetzte", "meinen meint meinte", "bemerken bemerkt bemerkte",
    "erklären erklärt erklärte erklärten", "flüstern flüstert flüsterte", "schreien schreit schrie schrien",
    "murmeln murmelt murmelte", "sprechen spricht sprach sprachen", "behaupten behauptet behauptete",
    "fordern fordert forderte", "bitten bittet bat", "gestehen gesteht gestand", "hinzufügen fügte",
    "wiederholen wiederholt wiederholte", "unterbrechen unterbrach", "ausrufen", "erzählen erzählt erzählte",
    "berichten berichtet berichtete", "befehlen befahl", "seufzen seufzte", "stammeln stammelte",
    "brummen brummte",
]
WEAK = [
    "beginnen beginnt begann", "lachen lacht lachte", "lächeln lächelte", "nicken nickte",
    "denken denkt dachte", "fortfahren fuhr",
]
WRITE = ["schreiben schreibt schrieb schrieben", "lesen liest las", "heißen heißt hieß", "lauten lautet lautete"]
WRITTEN = "brief zettel zeitung telegramm artikel gesetz buch inschrift schrift blatt bericht"
SPEECH = "worte worten wort antwort frage ruf rufe stimme rede bemerkung"
WORKS = "buch roman stück gedicht lied aufsatz zeitung zeitschrift titel betitelt"
VOLUMES = "buch roman stück"
SERIALS = "zeitung zeitschrift organ"
TERMS = "wort begriff ausdruck sogenannte sogenannten sogenannter sogenanntes genannt nennt nannte"
WORDS = "wort begriff ausdruck"
# of the verbs of saying those that ask, and those that answer
ASKING = "fragte fragt"
ANSWERING = "antwortete antwortet erwiderte erwidert entgegnete versetzte"
# what somebody hears is said by somebody else
HEARING = "hörte hört hörten"
ANSWERS = "ja nein vielleicht gewiß gewiss freilich nie niemals doch natürlich allerdings"
ELISIONS = "s n ne nen"

PRONOUNS = {
    "m": "er",
    "f": "sie",
    "pl": "wir",
    "self": "ich",
    "possessive": {"m": "seine", "f": "ihre", "pl": "unsere", "self": "meine"},
    "everyone": "jeder alle niemand jemand man",
}

PHRASE = {
    "determiners": """der die das den dem des ein eine einer einem einen dieser diese dieses jener jene sein seine ihr
ihre mein meine unser unsere""",
    "articles": "der die das dem den des ein eine einen einem seine ihre",
    "indefinite": "ein eine einer",
    "prepositions": "von zu zum zur mit bei in im an am auf aus für gegen nach über um unter vor durch ohne bis",
    "relatives": "der die das welcher welche",
    "adverbs": "dann da nun jetzt endlich wieder leise laut schnell plötzlich darauf hierauf",
    "auxiliaries": "hatte hat haben war ist wurde würde konnte kann",
    "that": "dass daß weil",
    "conjunctions": "und aber oder als wenn da weil dass daß während wo dann denn",
    "clause": "dass daß ob was wie warum wer nichts",
}

NAMES = {
    "male": "Herr Herrn Graf König Prinz Onkel Vater Bruder Baron Meister Junker",
    "female": "Frau Fräulein Gräfin Königin Prinzessin Tante Mutter Schwester Baronin",
    "neutral": "Dr Doktor Professor Hauptmann Major Oberst General Genosse Leutnant Pfarrer",
    # given names by which a he is told from a she where the text itself does not
    "men": """Albert Alfred Anton August Bernhard Christian Dietrich Eduard Emil Erich Ernst Felix Ferdinand Franz
Friedrich Fritz Georg Gottfried Gustav Hans Heinrich Hermann Jakob Johann Josef Karl Klaus Konrad
Kurt Ludwig Max Moritz Otto Paul Peter Rudolf Siegfried Stefan Theodor Thomas Ulrich Walter Werner
Wilhelm Wolfgang""",
    "women": """Agnes Amalie Anna Berta Charlotte Christine Clara Dorothea Elisabeth Elise Emilie Emma Erika Eva
Franziska Frieda Gertrud Grete Gretchen Helene Henriette Hedwig Ida Johanna Julie Katharina Klara
Leonore Lotte Luise Margarete Maria Marianne Marie Martha Mathilde Minna Paula Rosa Sophie Therese
Wilhelmine""",
    "feminine": "frau mutter tochter schwester tante mädchen gräfin wirtin magd alte",
    "masculine": "mann vater sohn bruder onkel knabe graf wirt knecht pfarrer alter",
    "not_names": "Ich Er Sie Es Wir Ihr Der Die Das Und Aber Ja Nein Gott Ach Oh Da Dann Nun So Was Wie Wo Wer Warum",
    "generic": "mann frau mädchen junge alte alter fremde fremder freund freundin kind andere anderen",
}

# Set phrases: `a|b` is one word or the other, `…` stands for up to five words.
WORDING = {
    "referring": ["vgl.", "siehe", "s.", "cf."],
    "restating": ["das heißt", "d. h.", "d.h.", "nämlich"],
    "relating": ["wo", "welcher", "welche", "welches"],
    "arguing": ["da", "weil", "obwohl", "obgleich"],
    "opining": ["glaube|denke|meine ich", "wie ich glaube|meine"],
    "worded": ["übersetzt … mit|als"],
    "meaning": ["bedeutet", "heißt … übersetzt"],
    "calling": ["bekannt als"],
    "governing": ["zu"],
    "months": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}
