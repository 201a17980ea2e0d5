"""What the letter says: something they said, thanks, interest, something new (H01 to H05)."""

import re
from collections.abc import Iterator

from rules.proof.finding import Finding, Severity
from rules.proof.forms import forms
from rules.proof.likeness import ALIKE, jaccard, runs, sentences_of, uncopied
from rules.proof.reading import Reading
from rules.proof.record import CALENDAR_WORDS
from rules.proof.stems import stem
from rules.proof.text import WORD, fold, own_end, words_of

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
STOP = frozenset(
    "a an the and or but if of to in on at by for with from as is are was were be been being it"
    " its this that these those they them their there we us our you your i me my he she his her"
    " him not no nor so than then too very can could will would shall should may might must do"
    " does did done have has had how what when where which who whom whose why about into over"
    " under after before between during out up down off again more most some any each all both"
    " few other such only own same just also still get got make made go going one two new said"
    " say says told tell talk talked time day thing things lot way people person team work works"
    " working job role post position company year years use used using"
    " week month today yesterday".split()
)
_THANKS = re.compile(r"thank|grateful|gratitude|appreciat")
_INTEREST = re.compile(
    r"interest|keen|enthusias|excit|look(?:ing)? (?:very much )?forward|happy to|glad to|love to"
    r"|eager|delighted|drawn to|draws me|hope to|count me in|want to (?:work|join|be)|be hono"
    r"|first choice|in mind|how much i want|ready to|can see myself|at my best|appeals to me"
    # "I would be glad", "it would please me", "should welcome the chance"
    r"|(?:would|should|'d) (?:(?:be (?:so |very |really )?)?(?:welcome|love|like|enjoy|relish|glad"
    r"|proud|pleased|happy|thrilled|lucky|please me|suit me|mean a)|fit)"
    r"|chance to (?:be|join|work)|privilege|pleasure to (?:join|work|be part)"
)
# What every second message is made of: none of it is news.
_FRAME = frozenset(
    "interview interviews interviewed interested interest interests remain remains keen still also"
    " enthusiastic enthusiasm excited excitement eager opportunity opening vacancy process decision"
    " decide decided decisions update updates status news timeline timing next step steps stage"
    " hear heard hearing look looks looking forward write writing wrote written ask asking wonder"
    " wondering know please let thank thanks thanked grateful appreciate appreciated meet met"
    " meeting speak spoke speaking conversation discussion discuss discussed follow following"
    " followed regarding concerning email message letter note sent send glad happy provide further"
    " additional information detail details question questions answer answers need needed require"
    " available availability hope hoping wanted want continue continued strong strongly join"
    " joining candidate candidacy application applied apply hiring committee chance chosen select"
    " selected reiterate confirm contribute since like present current soon word yet anything"
    " really recruitment applicant consideration considered consider kind ever every bit"
    " pleasure".split()
)
NEW_WORDS = 12


def _rare(text: str, read: Reading) -> set[str]:
    """Numbers, names and acronyms of a highlight."""
    found: set[str] = set()
    for number, hit in enumerate(WORD.finditer(text)):
        word = hit[0]
        plain = fold(word)
        if plain in read.record.names or plain in STOP:
            continue
        acronym = sum(char.isupper() for char in word) > 1
        named = number > 0 and word[0].isupper()
        if any(map(str.isdigit, word)) or acronym or (named and not read.record.is_word(plain)):
            found.add(plain)
    return found


def spoken_of(highlight: str, read: Reading) -> bool:
    """Whether the own text speaks of it: two of its words, or one rare one."""
    said = [fold(found[0]).removesuffix("'s") for found in WORD.finditer(read.prose)]
    said += [part for one in said if "-" in one for part in one.split("-")]
    if _rare(highlight, read) & set(said):
        return True
    stems = {stem(one) for one in said}
    own = {
        stem(word)
        for found in WORD.finditer(highlight)
        for word in fold(found[0]).split("-")
        if word not in STOP and word not in read.record.names and len(word) > 2
    }
    needed = min(2, len(own))
    return needed > 0 and len(own & stems) >= needed


def highlight(read: Reading) -> Iterator[Finding]:
    """H01."""
    letter, person = read.letter, read.letter.recipient
    if letter.variant == "pass_on" or letter.kind.value == "pass_on" or person is None:
        return
    mine = {fold(one) for one in forms(person)}
    ours = [one for one in letter.heard if not one.by or fold(one.by) in mine]
    if not ours:
        yield read.body(
            "H01", FIX, None, "Nothing they said is recorded, so the letter cannot speak of it."
        )
    elif not any(spoken_of(one.text, read) for one in ours):
        yield read.body("H01", FIX, None, f"It does not speak of what {person.name} said.")


def thanks(read: Reading) -> Iterator[Finding]:
    """H02."""
    if not _THANKS.search(fold(read.prose)):
        yield read.body("H02", FIX, None, "A thank-you without a word of thanks.")


def interest(read: Reading) -> Iterator[Finding]:
    """H03: said anywhere behind the greeting, be it in the closing line."""
    if not _INTEREST.search(fold(read.own[read.text.prose[0] :])):
        yield read.body("H03", CONSIDER, None, "It does not say that the role interests you.")


def something_new(read: Reading) -> Iterator[Finding]:
    """H04: words that are neither in the original nor in the usual frame of a second message."""
    original = read.letter.original
    if original is None:
        return
    theirs = sentences_of(original.body[: own_end(original.body)])
    said = {run for one in theirs for run in runs(one)}
    known = {stem(word) for one in theirs for word in one} | {stem(word) for word in _FRAME}
    count = 0
    for start, end in read.text.sentences:
        sentence = read.own[start:end]
        words = words_of(sentence)
        if (
            sentence.endswith("?")
            or max((jaccard(words, one) for one in theirs), default=0) >= ALIKE
        ):
            continue
        told = uncopied(words, said)
        fresh = [word for word in told if stem(word) not in known and _is_news(read, word)]
        count += len(told) if len(fresh) > 2 else len(fresh)
    if count < NEW_WORDS:
        yield read.body("H04", FIX, None, "It only repeats the first letter.")


def _is_news(read: Reading, word: str) -> bool:
    dated = word in CALENDAR_WORDS or (word.isdigit() and len(word) < 3)
    return not dated and word not in STOP and word not in read.record.names and len(word) > 1


def questions(read: Reading) -> Iterator[Finding]:
    """H05: one question, for the status."""
    text = re.sub(r"[\"\u201c][^\"\u201d\n]{0,300}[\"\u201d]", " ", read.prose)
    text = re.sub(r"https?://\S+", " ", text)
    count = len(re.findall(r"\?+", text))
    if count == 0:
        yield read.body("H05", CONSIDER, None, "It asks nothing, so nothing need be answered.")
    elif count > 2:
        yield read.body("H05", CONSIDER, None, "One question is answered sooner than several.")
