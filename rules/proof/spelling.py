"""Spelling (W01): never-words, words the speller doubts, and a mixture of British and American."""

from collections.abc import Iterator

from rules.proof.finding import Finding, Severity
from rules.proof.reading import Reading
from rules.proof.text import distance, fold
from rules.proof.variants import spelling_of

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
NEVER = {
    "recieve": "receive",
    "recieved": "received",
    "recieving": "receiving",
    "definately": "definitely",
    "definatly": "definitely",
    "defiantely": "definitely",
    "oppurtunity": "opportunity",
    "oppertunity": "opportunity",
    "opportunty": "opportunity",
    "oportunity": "opportunity",
    "oppurtunities": "opportunities",
    "alot": "a lot",
    "seperate": "separate",
    "seperately": "separately",
    "untill": "until",
    "occured": "occurred",
    "occurence": "occurrence",
    "accomodate": "accommodate",
    "acommodate": "accommodate",
    "accomodation": "accommodation",
    "acheive": "achieve",
    "acheived": "achieved",
    "beleive": "believe",
    "belive": "believe",
    "begining": "beginning",
    "buisness": "business",
    "bussiness": "business",
    "calender": "calendar",
    "carreer": "career",
    "commited": "committed",
    "committment": "commitment",
    "comittee": "committee",
    "collegue": "colleague",
    "collegues": "colleagues",
    "collaegue": "colleague",
    "concious": "conscious",
    "conveniant": "convenient",
    "embarass": "embarrass",
    "enviroment": "environment",
    "existance": "existence",
    "experiance": "experience",
    "experince": "experience",
    "foward": "forward",
    "freind": "friend",
    "goverment": "government",
    "gaurantee": "guarantee",
    "greatful": "grateful",
    "gratefull": "grateful",
    "happend": "happened",
    "harrass": "harass",
    "immediatly": "immediately",
    "imediately": "immediately",
    "independant": "independent",
    "intrested": "interested",
    "intresting": "interesting",
    "interveiw": "interview",
    "intervew": "interview",
    "knowlege": "knowledge",
    "knowledgable": "knowledgeable",
    "liason": "liaison",
    "maintainance": "maintenance",
    "managment": "management",
    "manger's": "manager's",
    "neccessary": "necessary",
    "necesary": "necessary",
    "noticable": "noticeable",
    "occassion": "occasion",
    "ocasion": "occasion",
    "paralell": "parallel",
    "persue": "pursue",
    "posession": "possession",
    "postion": "position",
    "prefered": "preferred",
    "privelege": "privilege",
    "priviledge": "privilege",
    "proffesional": "professional",
    "profesional": "professional",
    "professionaly": "professionally",
    "publically": "publicly",
    "questionaire": "questionnaire",
    "recomend": "recommend",
    "reccomend": "recommend",
    "reccommend": "recommend",
    "refered": "referred",
    "relevent": "relevant",
    "responsability": "responsibility",
    "responsibile": "responsible",
    "succesful": "successful",
    "successfull": "successful",
    "sucessful": "successful",
    "sincerly": "sincerely",
    "sincerley": "sincerely",
    "sincererly": "sincerely",
    "thankyou": "thank you",
    "tommorow": "tomorrow",
    "tommorrow": "tomorrow",
    "tomorow": "tomorrow",
    "truely": "truly",
    "writting": "writing",
    "wich": "which",
    "teh": "the",
    "adn": "and",
    "taht": "that",
    "thier": "their",
    "reccieve": "receive",
    "wierd": "weird",
    "yeild": "yield",
    "excellant": "excellent",
    "enthusiam": "enthusiasm",
    "enthousiasm": "enthusiasm",
    "apreciate": "appreciate",
    "appriciate": "appreciate",
    "appretiate": "appreciate",
    "apreciated": "appreciated",
    "discusion": "discussion",
    "disscussion": "discussion",
    "disappoint ment": "disappointment",
    "dissapointed": "disappointed",
    "dissappointed": "disappointed",
    "arguement": "argument",
    "basicly": "basically",
    "becuase": "because",
    "becasue": "because",
    "comming": "coming",
    "completly": "completely",
    "correspondance": "correspondence",
    "curiculum": "curriculum",
    "equiptment": "equipment",
    "familar": "familiar",
    "finaly": "finally",
    "fullfil": "fulfil",
    "garantee": "guarantee",
    "guidence": "guidance",
    "hight": "height",
    "ilness": "illness",
    "intergrate": "integrate",
    "judgement's": "judgment's",
    "langauge": "language",
    "lenght": "length",
    "libary": "library",
    "medecine": "medicine",
    "mispell": "misspell",
    "mispelled": "misspelled",
    "ommit": "omit",
    "openess": "openness",
    "orginal": "original",
    "particulary": "particularly",
    "perseverence": "perseverance",
    "personel": "personnel",
    "posible": "possible",
    "potentialy": "potentially",
    "preceed": "precede",
    "presance": "presence",
    "probaly": "probably",
    "reasonible": "reasonable",
    "remeber": "remember",
    "repitition": "repetition",
    "resourse": "resource",
    "schedual": "schedule",
    "shedule": "schedule",
    "similiar": "similar",
    "speach": "speech",
    "strenght": "strength",
    "strenghts": "strengths",
    "suprise": "surprise",
    "suprised": "surprised",
    "temporarly": "temporarily",
    "thorougly": "thoroughly",
    "throughly": "thoroughly",
    "transfered": "transferred",
    "usefull": "useful",
    "helpfull": "helpful",
    "wellcome": "welcome",
    "welcomming": "welcoming",
    "wether": "whether",
    "wonderfull": "wonderful",
    "consistant": "consistent",
    "challange": "challenge",
    "challanges": "challenges",
    "canidate": "candidate",
    "candidiate": "candidate",
    "continous": "continuous",
    "developement": "development",
    "developped": "developed",
    "efficency": "efficiency",
    "explaination": "explanation",
    "intrest": "interest",
    "laguage": "language",
    "oversite": "oversight",
    "perfer": "prefer",
    "proccess": "process",
    "realy": "really",
    "reffer": "refer",
    "responsiblity": "responsibility",
    "skillfull": "skilful",
    "technicaly": "technically",
    "therefor": "therefore",
    "transparant": "transparent",
}


def never_words(read: Reading) -> Iterator[Finding]:
    """W01, the part that needs no dictionary."""
    for start, end in read.own_words:
        word = fold(read.own[start:end])
        right = NEVER.get(word)
        if right is None or read.text.in_code(start):
            continue
        if word in read.vocabulary:
            continue
        if read.own[start].isupper():
            right = right[:1].upper() + right[1:]
        yield read.body("W01", FIX, (start, end), "Misspelt.", right)


def spelling(read: Reading) -> Iterator[Finding]:
    """W01, by the speller: lower-case words of four letters or more with a known word near."""
    if read.speller is None:
        return
    greeting = read.text.greeting.line if read.text.greeting else (0, 0)
    for doubt in read.speller.look(read.own):
        word = read.own[doubt.start : doubt.end]
        plain = fold(word)
        if len(word) < 4 or not word[0].islower() or any(map(str.isdigit, word)):
            continue
        if plain in NEVER or plain.removesuffix("'s") in read.vocabulary or not word.islower():
            continue
        if greeting[0] <= doubt.start < greeting[1] or read.quoted(doubt.start):
            continue
        if read.text.in_code(doubt.start) or not word.isascii():
            continue
        near = [one for one in doubt.rights if distance(plain, fold(one), 2) <= 2]
        if near:
            reason = doubt.said or "Not in the dictionary."
            yield read.body("W01", CONSIDER, (doubt.start, doubt.end), reason, near[0])


def mixture(read: Reading) -> Iterator[Finding]:
    """W01, once for the letter: both spellings of English."""
    found: dict[str, tuple[int, int]] = {}
    for start, end in read.own_words:
        word = fold(read.own[start:end])
        if word in read.vocabulary or read.own[start].isupper():
            continue
        variety = spelling_of(word)
        if variety and variety not in found:
            found[variety] = (start, end)
    if len(found) == 2:
        (_, first), (_, second) = sorted(found.items(), key=lambda one: one[1])
        words = f"{read.own[slice(*first)]} and {read.own[slice(*second)]}"
        yield read.body(
            "W01", CONSIDER, second, f"British and American spelling side by side: {words}."
        )
