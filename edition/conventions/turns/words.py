"""Words by which a label is known as nobody's, and a bracket as a comment on what happens."""

from __future__ import annotations

from edition.regex import regex
from edition.speech.offices import HEARD, SOME, VOICES, VOTED, words_of

# What stands before a colon, recurs, and speaks not: parts of a text, headings of forms, results of votes.
NOT_SPEAKERS = words_of("""
note notes nb ps dear gentlemen ladies sirs madam comrades friends fellow resolved whereas resolution resolutions motion
motions amendment amendments article articles section sections sec paragraph chapter part title table figure fig
source sources cited subject re date dates time place present absent excused participants members attendees attendance
agenda item items page pages vol volume no number nr exhibit appendix annex schedule footnote representing
yes nay nays ayes noes vote votes voting result results yeas against abstentions abstained abstain
total example examples eg ie summary abstract keywords introduction conclusion contents address name names phone
tel telephone fax email e-mail website http https isbn issn to from cc via by translated edited printed published
copyright interview interviewed tape tapes track disc side file transcriber transcribed transcript transcription
reported location length recorded recording duration language collection series project biography occupation born died
your yours dein deine deiner ihr ihre euer eure votre vuestro vossa tuo tua suo
scene act prologue epilogue szene akt aufzug auftritt vorspiel acte scène tableau escena acto jornada atto scena
action actions decision decisions speakers panelists panellists moderators candidates interviewers
warning remark remarks hint tip step steps problem definition theorem proof
bemerkung anmerkung anmerkungen hinweis beschluss beschluß antrag anfrage gesetz abschnitt absatz artikel kapitel teil
tabelle abbildung quelle quellen betreff datum ort zeit anwesend entschuldigt teilnehmer tagesordnung punkt beilage
ergebnis abstimmung stimmen dafür dagegen enthaltungen erstens zweitens drittens beispiel zusammenfassung inhalt
liebe lieber sehr verehrte geehrte meine hohes
nota notas remarque remarques décision décret loi chapitre partie tableau objet lieu présents absents excusés
ordre résultat scrutin votants exprimés pour contre exemple résumé chers cher chère mes
decreto decretos resolución resolucións acordo acuerdo ley lei leis artículo artigo artigos capítulo título
tabla cuadro fuente asunto fecha lugar presentes ausentes orden resultado votos votación sí si abstenciones abstencións
ejemplo exemplo resumen queridos querido estimado estimada señorías proposta propostas propuesta propuestas grupo
grupos enmienda enmiendas emenda emendas dispoño dispongo visto vistos considerando
presidenza présidence
legge articolo articoli capo tabella fonte oggetto luogo presenti assenti risultato voti esempio riassunto cari caro
wet artikelen hoofdstuk tabel bron onderwerp plaats aanwezig afwezig besluit voorbeeld motie
bilag lov paragraf kilde emne dato sted resultat stemmer ustawa artykuł rozdział tabela źródło temat miejsce wynik
""")
# Small words that stand in headlines and titles, and in no name but that of an office.
NOT_IN_NAMES = words_of("""
in on at for with without from into under over against after before between during
im am zum zur mit ohne auf aus für bei nach gegen vor über unter
dans pour avec sans sur sous contre par aux chez con sin para por sobre entre contra nel nella per senza
voor met zonder op bij tegen
""")
# What happens in the room while somebody speaks: beginnings of words, lower case.
EVENTS = words_of("""
laugh chuckl giggl applau cheer interrupt interject inaudible indistinct unintelligible crosstalk cross-talk uproar
whereupon silence pause sigh cough weep sobs crying recess shouts nods gestur whisper beifall heiterkeit zwischenruf
gelächter lachen lacht ruf zuruf bravoruf unruhe widerspruch glocke pfiff unverständlich schweigt seufz husten abg
allgemeine unterbrochen rire applaudis exclamation murmur mouvement sourire brouhaha huée protestation soupir aplauso
aplaud risa risos rumor protest pausa inintelixib inintelig ininteleg pronúncian pronuncian asiente denegaci campainha
palmas vozes silencio silêncio gritos dirigiéndose dirixíndose mostrando muestra amosa applausi ilarità commenti
interruzione risate brusio rumori gelach applaus geroffel rumoer hilariteit onverstaanbaar munterhed latter bifald
skratt applåd munterhet oklask śmiech wesołość dzwonek poruszenie gwar przerw braw potlesk smích hluk pobavení neklid
aplavz ploskanj smeh pljesak smijeh žamor medklic oglašanj premor alkış gülüşme gürültü taps derültség közbeszól
naurua aplodit râsete rumoare оплески аплодис сміх смех шум ръкопляск оживление χειροκροτ γέλι γέλω θόρυβ
""")
# Words in which somebody speaks of himself: a list of frequent questions has none.
_MYSELF = regex(
    r"\b(?:i|i'm|i've|i'd|me|my|we|our|us|ich|mir|mich|mein\w*|wir|uns|unser\w*|je|j'\w+|moi|mon|ma|mes|nous|notre|nos|"
    r"yo|mi|mis|nosotros|eu|meu|minha|miña|io|mio|mia|noi|ik|mij|mijn|wij|ons|jeg|mig|jag|mitt|já|jsem|jsme|byl[aio]?|ja|mnie|moj[aei]|nasz\w*|jestem|byłem|byłam|minä|minun|én|nekem|"
    r"я|мы|мне|меня|мной|нам|нас|мой|моя|моё|мои|наш\w*|ми|мені|мене|εγώ|μου|εμείς|μας)\b")


# Words in which somebody is spoken to, in the languages that have them beside the verb.
_ADDRESS = {
    "en": regex(r"\b(?:you|your|yours|yourself)\b"), "fr": regex(r"\b(?:vous|votre|vos|tu|toi|ton|ta|tes)\b"),
    "de": regex(r"\b(?:sie|ihnen|ihre?[nmrs]?|du|dir|dich|deine?[nmrs]?)\b"),
    "nl": regex(r"\b(?:u|uw|je|jij|jou|jouw)\b"), "sv": regex(r"\b(?:du|dig|din|ditt|dina|ni|er)\b"),
    "ru": regex(r"\b(?:вы|вас|вам|вами|ваш\w*|ты|тебя|тебе|тво\w+)\b"),
}


def addresses(text: str, language: str) -> bool:
    """Whether a question is put to somebody: it says you, or its language needs no word for that."""
    known = _ADDRESS.get(language)
    return known is None or bool(known.search(text.lower()))
_CRIED = HEARD | VOICES | VOTED
_LONGEST_VOICE = 50  # characters


def speaks_of_himself(text: str) -> bool:
    """Whether somebody says I or we."""
    return bool(_MYSELF.search(text.lower().replace("’", "'")))


def is_voice(name: str) -> bool:
    """Whether a label names nobody but tells whose voice is heard: `Un député`, `Several hon. Members`, `Voices`."""
    words = [word.strip(".’'") for word in name.lower().split()[:4]]
    if not words or len(name) > _LONGEST_VOICE:
        return False
    if words[0] in SOME:
        return any(word in _CRIED for word in words[1:])
    voted = len(words) == 1 or any(word in NOT_SPEAKERS for word in words[1:])
    return words[0] in VOICES or (words[0] in VOTED and not voted)
