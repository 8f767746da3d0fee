"""French: the words by which speech, writing and persons are told apart. One string a verb, all its forms."""

INQUIT_INSIDE = True
FUNCTION_WORDS = "le la les de des et que qui est un une dans pour pas il elle ne du au ce"
SAY = [
    "dire dis dit dirent disait disaient disant", "demander demande demanda demandait demandèrent",
    "répondre répond répondit répondirent répondait", "crier crie cria crièrent criait",
    "s'écrier écrie écria écrièrent", "répliquer réplique répliqua", "murmurer murmure murmura",
    "ajouter ajoute ajouta", "reprendre reprend reprit", "déclarer déclare déclara", "continuer continua",
    "expliquer explique expliqua", "observer observa", "affirmer affirma affirme", "avouer avoua",
    "balbutier balbutia", "interrompre interrompit", "exclamer exclama", "poursuivre poursuivit",
    "insister insista", "remarquer remarqua", "répéter répéta répète", "soupirer soupira", "hurler hurla",
    "gémir gémit", "chuchoter chuchota", "conclure conclut", "annoncer annonça", "objecter objecta",
    "riposter riposta",
]
WEAK = ["faire fit", "commencer commença", "sourire sourit", "rire rit", "penser pensa pense pensait", "songer songea"]
WRITE = ["écrire écrit écrivait écrivit", "lire lut lit lisait", "noter note nota"]
WRITTEN = "lettre billet journal dépêche article loi livre inscription télégramme"
SPEECH = "mots mot paroles parole réponse question cri cris voix remarque"
WORKS = "livre roman pièce poème chanson article journal revue intitulé intitulée"
VOLUMES = "livre roman pièce"
SERIALS = "journal revue organe"
TERMS = "mot terme expression soi-disant appelé appelée appelle nommé dit"
WORDS = "mot terme expression"
# of the verbs of saying those that ask, and those that answer
ASKING = "demanda demande"
ANSWERING = "répondit répond répliqua réplique riposta"
# what somebody hears is said by somebody else
HEARING = "entendit entend entendait"
ANSWERS = "oui non si peut-être certainement jamais certes parfaitement assurément"
ELISIONS = ""

PRONOUNS = {
    "m": "il",
    "f": "elle",
    "pl": "ils elles nous on",
    "self": "je",
    "possessive": {"m": "", "f": "", "pl": "", "self": ""},
    "everyone": "chacun tous personne quelqu'un",
}

PHRASE = {
    "determiners": "le la les l' un une des ce cet cette ces son sa ses mon ma mes notre leur",
    "articles": "le la les un une des son sa ses",
    "indefinite": "un une",
    "prepositions": "de du des à au aux avec par dans en pour sur sous sans vers chez entre contre",
    "relatives": "qui que dont lequel laquelle",
    "adverbs": "alors puis enfin encore aussi toujours soudain doucement vivement",
    "auxiliaries": "avait a ont eut était est fut",
    "that": "que parce",
    "conjunctions": "et mais ou quand comme que parce si lorsque où puis car",
    "clause": "que si ce comment pourquoi rien",
}

NAMES = {
    "male": "M Monsieur Mr comte roi prince oncle père frère baron duc abbé sieur",
    "female": "Mme Mlle Madame Mademoiselle comtesse reine princesse tante mère sœur baronne duchesse",
    "neutral": "docteur capitaine colonel général commandant maître professeur citoyen camarade",
    # given names by which a he is told from a she where the text itself does not
    "men": """Albert Alexandre Alfred André Antoine Armand Arthur Auguste Bernard Charles Claude Denis Édouard
Émile Étienne Eugène Félix François Frédéric Gaston Georges Gustave Guy Henri Hippolyte Jacques Jean
Jérôme Joseph Jules Julien Laurent Léon Louis Lucien Marcel Michel Nicolas Octave Paul Philippe
Pierre Raoul René Robert Roger Victor""",
    "women": """Adèle Agathe Alice Amélie Angélique Anna Anne Antoinette Berthe Blanche Camille Caroline Cécile
Charlotte Claire Claudine Constance Élisabeth Élise Emma Eugénie Fanny Françoise Geneviève Hélène
Henriette Hortense Isabelle Jeanne Julie Juliette Laure Léonie Louise Lucie Madeleine Marguerite
Marie Marthe Mathilde Pauline Rosalie Rose Sophie Suzanne Thérèse Valentine Virginie""",
    "feminine": "femme fille mère sœur dame tante comtesse reine servante vieille",
    "masculine": "homme père frère fils oncle monsieur comte roi garçon abbé vieux",
    "not_names": "Je Il Elle On Nous Vous Le La Les Un Une Et Mais Oui Non Dieu Ah Oh Eh Que Qui Quoi Comment Pourquoi",
    "generic": "homme femme fille garçon dame vieux vieille autre inconnu étranger ami amie enfant jeune",
}

# Set phrases: `a|b` is one word or the other, `…` stands for up to five words.
WORDING = {
    "referring": ["voir", "voyez", "cf."],
    "restating": ["c'est-à-dire", "c’est-à-dire", "à savoir"],
    "relating": ["où", "qui", "lequel", "laquelle"],
    "arguing": ["parce que", "quoique", "bien que", "puisque"],
    "opining": ["je crois|pense|suppose"],
    "worded": ["traduit|traduite … par"],
    "meaning": ["signifie", "veut dire", "désigne"],
    "calling": ["connu|connue sous le nom de"],
    "governing": ["à", "de"],
    "months": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
