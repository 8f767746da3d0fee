"""Words of a speaker's label beside the name: forms of address, degrees, offices, parts in a talk."""

from __future__ import annotations


def words_of(listed: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(listed.split())


# What stands before a name, or for it: forms of address, degrees, offices; lower case, without points.
TITLES = words_of("""
mr mrs ms miss messrs dr prof professor sir lord lady dame hon honourable honorable rev reverend father sister brother
senator sen representative rep congressman congresswoman senators viscount viscountess earl countess
baron baroness duke duchess marquess marquis bishop archbishop admiral commander brigadier lieutenant-colonel chancellor
solicitor leader premier delegate judge justice general gen colonel col captain capt
major lieutenant lt sergeant sgt governor gov secretary undersecretary president vice-president chairman chairwoman
chairperson chair speaker deputy minister ambassador commissioner councillor councilman alderman mayor clerk
herr frau fräulein abg abgeordneter abgeordnete abgeordneten präsident präsidentin vizepräsident vizepräsidentin
alterspräsident alterspräsidentin bundespräsident bundeskanzler bundeskanzlerin vizekanzler vizekanzlerin
bundesminister bundesministerin staatssekretär staatssekretärin ministerin ministerpräsident ministerpräsidentin
staatsminister staatsministerin landeshauptmann bundesrat bundesrätin nationalrat nationalrätin ständerat ständerätin
senatorin berichterstatter berichterstatterin volksanwalt volksanwältin vorsitzender vorsitzende vorsitzenden
schriftführer schriftführerin kommissarius bundeskommissar
regierungskommissar reichskanzler mag ing dipl dipl-ing dkfm ddr univ univ-prof
m mm mme mmes mlle monsieur madame mademoiselle messieurs mesdames président présidente vice-président vice-présidente
rapporteur rapporteure rapporteuse ministre député députée sénateur sénatrice docteur maître secrétaire garde
señor señora señorita sr sra srta don doña presidente presidenta presidencia vicepresidente vicepresidenta ministro
ministra diputado diputada secretario secretaria portavoz senador senadora letrado letrada
conselleiro conselleira deputado deputada valedor valedora consejero consejera
senhor senhora srª sr.ª dr.ª exmo exma orador oradora vice-presidente relator relatora
signor signora signore onorevole on presidenza deputato senatore senatrice sottosegretario sottosegretaria relatore
relatrice viceministro viceministra
heer mevrouw mw dhr voorzitter staatssecretaris minister-president kamerlid
hr fru formand formanden forperson ministeren statsminister statsministeren talman talmannen statsråd statsrådet herre
presidenten ordfører ordføreren møteleder
pan pani poseł posłanka marszałek wicemarszałek sekretarz przewodniczący przewodnicząca prezes senatorka
paní poslanec poslankyně předseda předsedkyně místopředseda místopředsedkyně předsedající ministr ministryně senátor
senátorka zpravodaj
gospod gospa predsednik predsednica podpredsednik podpredsednica predsedujoči predsedujoča poslanka ministrica
predsjednik predsjednica potpredsjednik potpredsjednica zastupnik zastupnica predsedavajući
sayın başkan başkanvekili bakan bakanı
elnök képviselő miniszter puhemies puheenjohtaja edustaja domnul doamna domnule doamnă președintele deputatul forseti
председател председателят председательствующий депутат министър министр головуючий голова пан пані народний
президент спикер
πρόεδρος προεδρεύων προεδρεύουσα υπουργός υφυπουργός κύριος κυρία βουλευτής
""")
# What is said in a talk, as a label of who says it.
QUESTIONS = words_of("""
question pregunta pergunta domanda frage vraag fråga spørgsmål spørsmål pytanie otázka vprašanje soru питання вопрос
ερώτηση
""")
ANSWERS = words_of("""
answer réponse respuesta resposta risposta antwort antwoord svar odpowiedź odpověď odgovor cevap відповідь ответ
απάντηση
""")
# Who speaks by what he does in a talk.
ROLES = QUESTIONS | ANSWERS | words_of("""
interviewer interviewee interviewers respondent narrator informant moderator host guest voice operator
participant witness counsel court unidentified unknown audience reporter facilitator attorney several speaker chairman
chair president
interviewerin interviewter interviewte befrager befragte befragter zwischenruf moderatorin sprecher
sprecherin zeuge intervieweur intervieweuse enquêteur enquêtrice modérateur témoin
entrevistador entrevistadora entrevistado entrevistada moderador moderadora
intervistatore intervistatrice intervistato intervistata moderatore gespreksleider
intervjuer intervjuare
""")
# Cries out of a house ("Voices", "Voix à gauche"); nobody's name, before words of which half ("Several hon. Members").
VOICES = words_of("""
voice voices vozes voces voci voz voce stimme stem röst głos hlas glas голос голоса ruf rufe zuruf zurufe
""")
VOTED = words_of("voix stimmen stemmen röster głosy hlasy glasovi")  # alone, they are votes that were counted
HEARD = words_of("""
member members senators lords député députés députée sénateur sénateurs membre membres deputato deputati senatori
diputado diputados diputada senadores deputado deputados abgeordneter abgeordnete abgeordneten mitglied mitglieder
poseł posłowie poslanec poslanci
""")
SOME = words_of("""
a an some several many other un une plusieurs quelques divers una uno unos varios vários alguns alcuni molti ein eine
einige mehrere viele einzelne en flere några een enkele
""")
# Articles before an office ("THE CHAIRMAN", "O señor PRESIDENTE", "M. le président").
ARTICLES = words_of("the el la los las o a os as le les l' der die das dem den de het il lo i gli en ο η")
# Small words inside a name or an office.
PARTICLES = ARTICLES | words_of("""
of for and in from to at von vom und zu zum zur für im van ter ten te des du d da do das dos del della delle dei
degli dello di e y et u ed pour par sur aux au à al para por no na con com per op met af til för och z w ds s v za pro
ve ile του της των και та й з
""")
# Forms of address that tell a man from a woman; two who share a name are told apart by them.
MALE = words_of("mr sir lord herr m mm monsieur señor sr don signor signore senhor heer dhr hr pan gospod пан")
FEMALE = words_of("""
mrs miss ms lady dame frau fräulein mme mlle madame mademoiselle señora señorita sra srta doña signora senhora srª
mevrouw mw fru pani paní gospa пані
""")
ADDRESS = MALE | FEMALE | words_of("dr prof professor mag ing dipl dipl-ing dkfm ddr univ univ-prof hon rev")
OFFICES = TITLES - ADDRESS | ROLES
