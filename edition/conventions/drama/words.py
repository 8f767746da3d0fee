"""The words of plays in the languages of Europe: acts and scenes, their numbers, cast lists, directions, titles."""

from __future__ import annotations

import re
import unicodedata

from edition.regex import regex
from edition.rules import Context

# Each line: the words of one language, as `plain` makes them. A number stands at the place of its word.
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth",
    "one two three four five six seven eight nine ten eleven twelve",
    "erst zweit dritt viert funft sechst siebent acht neunt zehnt elft zwolft dreizehnt vierzehnt funfzehnt sechzehnt "
    "siebzehnt achtzehnt neunzehnt zwanzigst",
    "erst zweyt dritt vierdt funfft sechst siebend acht neund zehend eilft zwolfft dreyzehnt vierzehend funfzehend "
    "sechszehnt siebenzehnt",
    "erst ander dritt viert fuenft sechst siebt acht neunt zehent eilfft zwoelft",
    "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme "
    "treizieme "
    "quatorzieme quinzieme seizieme",
    "premiere seconde troisiesme quatriesme cinquiesme sixiesme septiesme huictiesme neufiesme dixiesme",
    "unique second",
    "unico",
    "primer segundo tercer",
    "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo dodicesimo",
    "prima seconda terza quarta quinta sesta settima ottava nona decima undicesima dodicesima",
    "primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo undecimo duodecimo",
    "primera segunda tercera cuarta quinta sexta septima octava novena decima undecima duodecima",
    "primeiro segundo terceiro quarto quinto sexto setimo oitavo nono decimo",
    "primeira segunda terceira quarta quinta sexta setima oitava nona decima",
    "primus secundus tertius quartus quintus sextus septimus octavus nonus decimus",
    "prima secunda tertia quarta quinta sexta septima octava nona decima",
    "forste anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte",
    "første andet tredie fjerde femte siette syvende ottende niende tiende",
    "forsta andra tredje fjarde femte sjatte sjunde attonde nionde tionde",
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde",
    "первое второе третье четвертое пятое шестое седьмое восьмое девятое десятое одиннадцатое двенадцатое",
    "первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая",
    "первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый",
    "перша друга третя четверта п'ята шоста сьома восьма дев'ята десята",
    "први други трећи четврти пети шести седми осми девети десети",
    "elso masodik harmadik negyedik otodik hatodik hetedik nyolcadik kilencedik tizedik tizenegyedik tizenkettedik",
    "pierwsza druga trzecia czwarta piata szosta siodma osma dziewiata dziesiata jedenasta dwunasta",
    "pierwszy drugi trzeci czwarty piaty szosty siodmy osmy dziewiaty dziesiaty jedenasty dwunasty",
    "prvni druhy treti ctvrty paty sesty sedmy osmy devaty desaty jedenacty dvanacty",
    "prvni druhe treti ctvrte pate seste sedme osme devate desate jedenacte dvanacte",
    "prvi drugi treci cetvrti peti sesti sedmi osmi deveti deseti",
    "prvo drugo tretje cetrto peto sesto sedmo osmo deveto deseto",
    "ensimainen toinen kolmas neljas viides kuudes seitsemas kahdeksas yhdeksas kymmenes",
    "ensimmainen",
    "πρωτη δευτερα τριτη τεταρτη πεμπτη εκτη εβδομη ογδοη ενατη δεκατη",
    "α β γ δ ε στ ζ η θ ι ια ιβ",
    "intai doilea treilea patrulea cincilea",
    "primer segon tercer quart quint",
)
_LAST = "last letzt dernier derniere ultimo ultima sidste sista laatste последнее последняя"
_ACT = ("act acte akt aufzug atto acto jornada ato actus handlung bedrijf akten akta deel abtheilung abteilung "
        "действие дѣйствіе дія чин felvonas jednani dejstvi dejanje cin naytos πραξις πραξη actul actvs handling "
        "afdeling bedryf akts")
_TABLEAU = "tableau bild quadro cuadro tablo картина szin kep obraz odslona odsłona tafereel tablå kuvaelma quadre"
_SCENE = ("scene scena szene auftritt escena cena scaena scoena tooneel toneel scen optritt auftrit optrin "
          "явление явленіе сцена ява појава jelenet vystup prizor pojava kohtaus σκηνη scenen scenes")
_ALONE = ("prologue epilogue induction prolog epilog vorspiel nachspiel zwischenspiel prologo epilogo prologus "
          "epilogus "
          "prologvs epilogvs interlude intermezzo intermede entracte entr'acte proloog epiloog пролог эпилог")
_CAST = (
    "dramatis personae|dramatis personæ|persons represented|persons of the play|persons of the drama|"
    "the persons|persons|"
    "characters|characters in the play|characters of the play|the characters|the actors names|the names of the actors|"
    "the persons of the play|the persons represented|cast|cast of characters|names of the actors|persons in the play|"
    "persons of the dialogue|list of characters|"
    "personen|die personen|personen des stucks|handelnde personen|spielende personen|die handelnden personen|besetzung|"
    "personages|personnages|acteurs|les acteurs|les personnages|noms des acteurs|noms des personnages|"
    "personaggi|attori|interlocutori|persone|personas|personajes|figuras|hablan en ella las personas siguientes|"
    "personagens|interlocutores|szemelyek|osoby|osebe|lica|henkilot|προσωπα|τα προσωπα|persoane|persoanele|"
    "personatges|действующія лица|дѣйствующія лица|дійові особи|особи|vertooners|roller|rollista|"
    "personerne|personer|personerna|personae|actores|figurae|действующие лица|лица"
)
_EVENTS = (
    "enter|exit|exeunt|re-enter|reenter|manet|manent|exits|they exit|he exits|she exits|goes out|curtain|aside|"
    "flourish|"
    "ab|geht ab|gehen ab|alle ab|tritt auf|treten auf|tritt ein|kommt|vorhang|der vorhang|verwandlung|beiseite|"
    "fur sich|allein|"
    "il sort|elle sort|ils sortent|entre|sort|a part|rideau|bas|haut|seul|seule|"
    "entra|esce|escono|entrano|parte|da se|a parte|via|sale|salen|vase|vanse|aparte|entran|telon|"
    "gaar|gar|ud|inden|taeppet|exit|exeunt|abit|abeunt|уходит|уходят|входит|входят|занавес|wchodzi|wchodza|wychodzi|"
    "wychodza|vstoupi|odejde|entram|sahem|saem"
)
_TRAILER = (r"the end|end|finis|fin|ende|fine|slut|einde|konec|конец|el fin|das ende"
            r"|(?:end of|the end of|ende|fin|fine|ende des|ende der|fin du|fin de la|fin de|fine dell|fine del|fin del|"
            r"end of the|finis|slut paa|einde van het|конец) [\w' ]{2,40}")
_NO_NAMES = (
    "scene|scena|szene|note|notes|act|acte|akt|atto|enter|exit|exeunt|chapter|contents|fin|finis|ende|end|the end|song|"
    "air|lied|letter|brief|curtain|vorhang|rideau|footnote|anmerkung|nota|preface|introduction|page|volume|vol|book|"
    "flourish|alarum|manet|aside|ab|pause|same|vorige|die vorigen|the same|les memes|les precedents|duett|duet|terzett|"
    "arie|aria|cavatine|recitativ|recitatif|finale|couplet|romance|romanze|quartett|illustration|no|yes|oui|non|ja|"
    "nein|da capo|bis|ort|zeit|time|place|setting|personnages|personen|costume"
)
# Lines that are directions by their words alone, and the first words of a line that names a song and its singers.
_SONGS = "song lied air gesang chanson aria arie canzone cancion couplet romanze vise"
CUES = frozenset(_SONGS.split()) | frozenset((
    "curtain", "tableau", "act drop", "rideau", "vorhang", "der vorhang fallt", "telon", "sipario", "cala la tela",
    "taeppet falder", "занавес", "verwandlung", "quick curtain", "slow curtain", "rida", "fuggony", "opona", "esirippu",
    "zasłona", "cae o panno", "cae el telon", "αυλαια", "пауза", "pause", "pausa", "blackout",
    "enter", "exit", "exeunt", "exeunt omnes", "manet", "manent"))
SUNG = frozenset(f"{_SONGS} duet duett trio terzett glee recitative recitativ quartet finale ballad".split())
# Who was there before.
_PRESENT = ("vorige|die vorigen|vorigen|die vorige|the same|les memes|les precedents|les acteurs precedents|"
                     "i suddetti|detti|e detti|dichos|los mismos|de forrige|de forra|iidem|os mesmos|os ditos|"
                     "те же|ciz|ciz sami|elobbiek|edelliset|predesli")
PRESENT = frozenset(_PRESENT.split("|"))
_PARTICLES = (
    "of the a an and de la le les du des d' von der die das dem den des zu zum zur im am und ein eine et au aux "
    "avec y e el "
    "del della dei di da do dos das los las og en et af van het ten ter to in with as from without bei beim aus "
    "mit als "
    "und & i и à i. at on his her seine ihre sein ihr son sa within"
)
PARTICLES = frozenset(_PARTICLES.split())
# Abbreviations that may stand within a name: their point ends no label.
_TITLES = ("m d mr mrs ms mgr dr st ste sr sra srta mme mlle melle mm hr fr frl prof rev capt col gen lt maj sgt "
                   "messrs jos "
                   "sig sigra hrn don")
TITLES = frozenset(_TITLES.split())


def plain(text: str) -> str:
    """Lower case, without accents and points."""
    if text.isascii():
        return text.lower().replace(".", " ")
    flat = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in flat if not unicodedata.combining(c)).replace(".", " ")


def _number_table() -> dict[str, int]:
    made = {word: value for line in reversed(_ORDINALS) for value, word in enumerate(plain(line).split(), 1)}
    made["unique"] = 1
    return made


NUMBERS = _number_table()
LAST = frozenset(_LAST.split())
ACT, TABLEAU, SCENE, ALONE = (frozenset(plain(words).split()) for words in (_ACT, _TABLEAU, _SCENE, _ALONE))
CAST = frozenset(plain(_CAST).split("|"))
NO_NAMES = frozenset(_NO_NAMES.split("|"))
EVENT = regex(rf"(?:{_EVENTS})\b")
# Words that begin an entrance or a signal and no name.
ENTRANCE = regex(r"(?:re-?)?enter\b|exeunt\b|exit\b|manet\b|(?:an? |long |loud )*(?:flourish|sennet|alarums?)\b|"
                 r"(?:the )?(?:trumpets?|drums?|musicke?) sounds?\b|sound an? \w|thunder and\b")
TRAILER = regex(rf"(?:{_TRAILER})\Z")
# A line that tells the place or time of a whole play, as `plain` makes it.
SETTING = regex(r"(?:the )?scene(?:ry)?\b|schauplatz|(?:der |die )?(?:schauplatz|scene|szene|handlung|ort|zeit)\b|"
                r"ort der|zeit der|la scene|le theatre|la scena|la escena|l'action|la accion|time\b|place\b|"
                r"setting\b|scenen|handlingen|деиствие происходит")


# The same as a sentence, which ends a cast list without an empty line.
PLACED = regex(r"(?:the |der |die |das |la |le )?(?:scene|szene|action|schauplatz|handlung|scena|escena|accion|"
               r"azione|деиствие),? (?:is|lies|происходит|laid|takes|passes|ist|spielt|geht|est|se|e|es|si)\b")


_LISTS = {line.split()[0] for line in CAST} - {"the", "die", "les", "list", "names"}


def _cue() -> re.Pattern[str]:
    """A line that begins as a heading of an act or cast list does, or as an entrance: a cheap sign, read first."""
    divisions = "|".join(sorted(ACT | SCENE | TABLEAU))
    lists = "|".join(sorted(_LISTS))
    return regex(
        rf"[^\w\n]{{0,60}}(?:(?:{divisions})[ .]{{1,3}}\w"
        rf"|\w{{1,16}} {{1,2}}(?:\w{{1,5}} \w{{3,9}} )?(?:{divisions})\b"
        rf"|(?:{'|'.join(sorted(ALONE))})\b"
        rf"|(?:{lists})\b[^\n]{{0,40}}$|(?:the|die|les|list of|names of) (?:{lists})\b[^\n]{{0,30}}$"
        rf"|(?<=[\[(_])(?:enter|exit|exeunt|ab|sort|entre|entra|sale|vase)\b)"
        r"|(?:enter|exeunt) \w")


_CUE = _cue()
# Words without which no line is such a cue, also with marks around them; and all that it may begin with.
_TELLING = frozenset(ACT | SCENE | TABLEAU | ALONE | _LISTS | {"enter", "exit", "exeunt", "ab", "sort", "entre",
                                                                "entra", "sale", "vase"})
_CUED = _TELLING | {word for line in CAST for word in line.split()[:3]}
_AROUND = " ,:;!?()[]{}<>*_#=|/~+-–—―…\"'’“”"
_QUOTES = frozenset("\"'“”„«»‘’")


class _Among(dict[str, bool]):
    """Of each word whether it is one of some, without marks around it; worked out when it is first met."""

    def __init__(self, words: frozenset[str], marks: str) -> None:
        super().__init__()
        self._words, self._marks = words, marks

    def __missing__(self, word: str) -> bool:
        found = self[word] = plain(word).strip(self._marks) in self._words
        return found


def cues(context: Context) -> list[int]:
    """Places of the lines that may head an act, a scene or a cast list, or bring a person on."""
    table = context.document().table
    found, text, lines = list[int](), table.text, table.lines
    cued, tells = _Among(_CUED, " ,:").__getitem__, _Among(_TELLING, _AROUND).__getitem__
    for place in table.outstanding:
        start, end = lines[place][:2]
        if text[start] in _QUOTES:
            continue
        words = text[start:min(end, start + 80)].lstrip("*_#=([-").split(None, 4)[:4]
        if any(map(cued, words)) and any(map(tells, words)) and _CUE.match(
                plain(text[start:min(end, start + 120)]).rstrip()):
            found.append(place)
    return found
