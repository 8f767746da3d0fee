"""English: the words by which speech, writing and persons are told apart. One string a verb, all its forms."""

FUNCTION_WORDS = "the of and to in that is was it for with as his her not be"

# Verbs of saying: alone enough to make quoted words speech.
SAY = [
    "say says said saying", "ask asks asked asking", "tell tells told telling", "reply replies replied replying",
    "answer answers answered answering", "cry cries cried crying", "exclaim exclaims exclaimed exclaiming",
    "declare declares declared declaring", "remark remarks remarked remarking",
    "observe observes observed observing", "whisper whispers whispered whispering",
    "shout shouts shouted shouting", "yell yells yelled yelling", "call calls called calling",
    "murmur murmurs murmured murmuring", "mutter mutters muttered muttering",
    "inquire inquires inquired inquiring", "enquire enquires enquired enquiring",
    "demand demands demanded demanding", "insist insists insisted insisting",
    "announce announces announced announcing", "assert asserts asserted asserting",
    "protest protests protested protesting", "retort retorts retorted retorting",
    "respond responds responded responding", "rejoin rejoins rejoined rejoining",
    "return returns returned returning", "repeat repeats repeated repeating",
    "interrupt interrupts interrupted interrupting", "interpose interposes interposed interposing",
    "ejaculate ejaculates ejaculated", "gasp gasps gasped gasping", "scream screams screamed screaming",
    "shriek shrieks shrieked shrieking", "growl growls growled growling", "snarl snarls snarled snarling",
    "groan groans groaned groaning", "moan moans moaned moaning", "sob sobs sobbed sobbing",
    "plead pleads pleaded pleading", "beg begs begged begging", "entreat entreats entreated",
    "implore implores implored imploring", "urge urges urged urging", "warn warns warned warning",
    "admit admits admitted admitting", "confess confesses confessed confessing", "concede concedes conceded",
    "acknowledge acknowledges acknowledged", "agree agrees agreed agreeing", "assent assents assented",
    "object objects objected objecting", "complain complains complained complaining",
    "grumble grumbles grumbled grumbling", "argue argues argued arguing", "explain explains explained explaining",
    "comment comments commented commenting", "add adds added adding", "continue continues continued continuing",
    "conclude concludes concluded concluding", "proceed proceeds proceeded", "resume resumes resumed",
    "suggest suggests suggested suggesting", "propose proposes proposed proposing",
    "promise promises promised promising", "assure assures assured assuring", "state states stated stating",
    "mention mentions mentioned", "affirm affirms affirmed affirming", "maintain maintains maintained",
    "claim claims claimed claiming", "swear swears swore swearing", "vow vows vowed", "pray prays prayed praying",
    "question questions questioned", "query queries queried", "persist persists persisted",
    "remonstrate remonstrates remonstrated", "expostulate expostulates expostulated", "speculate speculated",
    "command commands commanded commanding", "order orders ordered", "speak speaks spoke speaking", "quoth",
    "stammer stammers stammered stammering", "falter falters faltered faltering", "stutter stutters stuttered",
    "chuckle chuckles chuckled", "hiss hisses hissed", "roar roars roared", "bellow bellows bellowed",
    "boast boasts boasted", "joke joked", "jeer jeered", "sneer sneers sneered", "scoff scoffed",
    "snap snaps snapped", "bark barked", "croak croaked", "pant panted", "drawl drawled", "echo echoes echoed",
    "lament laments lamented", "wail wailed", "whimper whimpered", "volunteer volunteered", "venture ventured",
    "reason reasoned", "reflect reflected", "muse mused", "soliloquize soliloquised soliloquized",
    "summarize summarized", "sing sings sang singing", "testify testifies testified", "recall recalls recalled",
    "report reports reported", "advise advises advised", "express expresses expressed expressing",
    "define defines defined", "motivate motivates motivated", "greet greets greeted", "salute",
    "address addressed", "bid bids bade", "counter countered", "contradict contradicted", "hint hinted",
    "intimate intimated", "allege alleges alleged", "profess professed", "utter utters uttered",
    "mumble mumbles mumbled mumbling", "corroborate corroborated", "admonish admonished", "grunt grunts grunted",
    "vociferate vociferated", "chant chanted", "chorus chorused", "pronounce pronounced",
]
# Verbs that introduce speech only where they stand at its mark (he began, "…"; "…," she smiled).
WEAK = [
    "begin begins began", "smile smiled smiling", "laugh laughs laughed laughing", "nod nodded",
    "sigh sighs sighed sighing", "frown frowned", "grin grinned", "shrug shrugged", "pursue pursued",
    "go goes went", "put puts", "break breaks broke", "cut", "chime chimed", "burst", "finish finished",
    "tease teased", "sniff sniffed", "beam beamed", "think thinks thought thinking", "wonder wonders wondered",
    "correct corrected", "start started", "burst", "offer offered", "invite invited", "request requested",
    "coax coaxed", "console consoled", "comfort comforted", "thunder thundered", "rap rapped", "blurt blurted",
    "pipe piped", "tremble trembled", "apologize apologized", "apologise apologised",
]
# Verbs of writing, and what is written: the words are quoted, not said.
WRITE = [
    "write writes wrote written writing", "note notes noted", "read reads", "print prints printed",
    "inscribe inscribed", "list lists listed listing", "sign signed", "telegraph telegraphed", "cable cabled",
    "wire wired", "publish published", "decree decrees decreed", "provide provides provided",
    "stipulate stipulates stipulated", "contain contains", "run runs ran",
]
WRITTEN = """letter letters thesis theses resolution resolutions leaflet leaflets article articles report reports
document documents notice notices telegram telegrams pamphlet inscription inscriptions sign banner
banners note notes newspaper paper papers statute law clause section paragraph decree placard poster
book books chapter verse text manifesto petition bill act treaty constitution dispatch label caption
headline heading epitaph motto advertisement card message diary journal passage sentence line lines
page pages contract writes"""
# Nouns that name speech (the words of X, his answer was).
SPEECH = """words word answer answers reply replies question questions cry cries remark remarks exclamation
response retort speech statement declaration voice voices shout shouts comment observation inquiry
enquiry opinion testimony murmur whisper saying"""
WORKS = """book novel play poem article essay pamphlet story tale song hymn ballad newspaper journal magazine
periodical brochure entitled titled booklet review treatise report paper film tract chapter
editorial organ"""
# of these: what is a volume of its own, and what is a serial (the levels m and j of a title; the rest is a)
VOLUMES = "book novel play pamphlet brochure booklet treatise tract film"
SERIALS = "newspaper journal magazine periodical review paper organ"
TERMS = """word words term terms phrase expression so-called called calls call calling termed named nicknamed
dubbed styled name slogan slogans label known_as concept notion"""
WORDS = "word words term terms phrase expression"
# of the verbs of saying those that ask, and those that answer
ASKING = "asked asks inquired inquires enquired enquires demanded demands questioned queried"
ANSWERING = "answered answers replied replies responded responds retorted retorts rejoined returned"
# what somebody hears is said by somebody else
HEARING = "heard hears hear"
ANSWERS = """yes no perhaps certainly yea nay never indeed oh_yes oh_no of_course not_at_all by_no_means quite
exactly maybe possibly surely naturally undoubtedly absolutely nothing nobody none"""
ELISIONS = "n tis twas twere twill em til till cause bout round neath gainst tween cept fore way mid ow ere"

PRONOUNS = {
    "m": "he",
    "f": "she",
    "pl": "they we",
    "self": "I",
    "possessive": {"m": "his", "f": "her", "pl": "their our", "self": "my"},
    "everyone": "everyone everybody nobody someone somebody one people others another",
}

PHRASE = {
    "determiners": """the a an this that these those one some another every each his her their our my its no two three
several many""",
    "articles": "the a an his her their our my",
    "indefinite": "a an one another some two three several many",
    "prepositions": """of to with from by in for at on about between against among into upon without after before under
over during near behind through towards toward beside like as than""",
    "relatives": "who whom whose which that",
    "adverbs": """then also again now only at last once more thus hereupon suddenly always never still even often just
literally soon presently finally immediately""",
    "auxiliaries": """had has have did does do would will could can might may must should shall was were is are been""",
    "that": "that because",
    "conjunctions": """and but or when as that because if while where then so for yet though although until till
whereupon""",
    "clause": "that what whether if how why when who which nothing something",
}

NAMES = {
    "male": """Mr Sir Lord Master Father Uncle Brother Monsieur Herr Don Signor King Prince Comte Abbé Esquire
Squire Messrs Grandfather""",
    "female": """Mrs Miss Ms Lady Madame Mme Mlle Mademoiselle Aunt Sister Mother Frau Fräulein Queen Princess Donna
Signora Dame Grandmother""",
    "neutral": """Dr Doctor Captain Colonel Major General Lieutenant Sergeant Admiral Commander Professor Reverend Rev
Hon Judge President Senator Governor Inspector Comrade Comrades Citizen Saint St Count Baron
Baroness Countess Duke Duchess Bishop Cousin Constable Corporal Nurse Chief Secretary Deputy
Minister""",
    # given names by which a he is told from a she where the text itself does not
    "men": """Abraham Adam Albert Alexander Alfred Allan Ambrose Andrew Anthony Archibald Arthur Augustus Barnabas
Basil Benjamin Bernard Bertram Cecil Charles Christopher Clement Cyril Daniel David Dennis Dick
Donald Duncan Edgar Edmund Edward Edwin Ernest Eugene Ferdinand Francis Frank Frederick Geoffrey
George Gerald Gilbert Godfrey Harold Harry Henry Herbert Horace Hugh Humphrey Isaac Jack Jacob James
Jasper Jeremy Jim Joe John Jonathan Joseph Joshua Julian Kenneth Lawrence Leonard Lewis Louis Luke
Mark Martin Matthew Maurice Michael Nathaniel Ned Nicholas Noah Oliver Oscar Patrick Paul Percy
Peter Philip Ralph Raymond Reginald Richard Robert Roger Roland Rupert Samuel Sam Sebastian Sidney
Silas Simon Stephen Theodore Thomas Timothy Toby Tom Vincent Walter Wilfred Will William Ivan
Vladimir Nikolai Sergei Boris""",
    "women": """Abigail Ada Adelaide Adele Agatha Agnes Alice Amelia Amy Anna Anne Annie Arabella Augusta Barbara
Beatrice Bella Bertha Betsy Blanche Bridget Caroline Catherine Cecilia Charlotte Clara Constance
Cynthia Daisy Deborah Diana Dolly Dora Dorothea Dorothy Edith Eleanor Eliza Elizabeth Ella Ellen
Elsie Emily Emma Esther Ethel Eugenia Eva Evelyn Fanny Flora Florence Georgiana Gertrude Grace
Hannah Harriet Helen Helena Henrietta Hester Hilda Ida Irene Isabel Isabella Jane Janet Jenny Jessie
Joan Judith Julia Juliet Kate Kitty Laura Lavinia Lily Lizzie Louisa Lucy Lydia Mabel Margaret Maria
Marian Marianne Martha Mary Matilda Maud Mildred Millicent Miriam Molly Nancy Nellie Nora Olive
Olivia Pamela Patience Penelope Phoebe Polly Rachel Rebecca Rhoda Rosa Rosamund Rose Ruth Sally
Sarah Sophia Sophy Stella Susan Sylvia Theresa Ursula Victoria Violet Virginia Winifred Olga Tatiana""",
    "feminine": """woman girl lady mother wife sister aunt daughter widow queen maid nurse niece housekeeper landlady
hostess grandmother""",
    "masculine": """man boy gentleman father husband brother uncle son king fellow nephew lad host landlord butler
coachman priest captain sergeant detective inspector doctor clergyman old_gentleman grandfather
footman""",
    "not_names": """I Oh Ah Yes No Well Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March
April May June July August September October November December God Heaven Heavens Lord Christ
English French German Russian Japanese American European Chapter Book Part Sir Madam Ma'am Why What
When Where Who How The And But It Is Was If So O Hello Good-bye Goodbye Christmas Easter Providence
Nature Fate""",
    # Words that refer back to someone named before: never a person of their own.
    "generic": """man woman girl boy lady gentleman other others former latter companion speaker stranger child friend
lad fellow person one ones youth latter's voice reader writer author old young pair two sister
brother mother father wife husband aunt uncle son daughter niece nephew guest host hostess visitor
lover""",
}

# Set phrases: `a|b` is one word or the other, `…` stands for up to five words.
WORDING = {
    # a parenthesis that opens so refers to another publication,
    "referring": ["see", "see also", "cf.", "compare", "vide", "cp."],
    # says the same again, or explains the word before it,
    "restating": ["that is", "i.e.", "i. e.", "namely", "viz."],
    "relating": ["where", "who", "whom", "which", "whose"],
    # or gives the writer's reason or doubt;
    "arguing": ["since", "although", "because", "though", "even though", "as if"],
    "opining": ["I think|believe|suppose|fancy|understand", "I am told", "we think|believe|suppose"],
    # words spoken of as words: what stands before them, and behind them
    "worded": [
        "address|addresses|addressed|addressing … as", "translated|rendered … as", "is|was|are|were meant",
        "spelled|spelt|pronounced … as",
    ],
    "meaning": [
        "refer|refers|referred to", "denotes|denoted", "stands|stand for", "is|was meant",
        "is|was … translation|translations", "is|are|was|were … translated", "is|was a|the … word|term for",
    ],
    # what is only so called
    "calling": [
        "known as", "so-called", "refer|refers|referred to … as",
        "call|calls|called it|this|that|them|him|her|itself|themselves",
        "call|calls|called it|this|that|them|him|her|itself|themselves a|an|the", "what … call|calls|called",
    ],
    "governing": ["to"],
    "months": """January February March April May June July August September October November December
Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec""",
}
