"""The phrases that the checks of tone listen for (RULES 7, C04 to C11)."""

import re


def _phrases(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


PRESSING = _phrases(
    (
        r"i (?:really |do |just )?need (?:to (?:hear|know)|an? (?:answer|reply|response"
        r"|decision))(?: \w+){0,3}"
    ),
    r"i (?:must|have to) (?:hear|know|have an answer)",
    r"(?:as soon as possible|a\.?s\.?a\.?p\.?)",
    r"(?:it is |it's |this is |rather |quite |very )?urgent(?:ly)?",
    r"by (?:tomorrow|tonight|today|eod|end of (?:the )?day|close of (?:business|play)|cob)",
    (
        r"(?:this is |as |just )(?:a |my |the )?(?:last|second|friendly|gentle) reminder"
        r"|my (?:last|second) reminder|final reminder"
    ),
    r"(?:i will|i'll|i shall) (?:call|phone|ring|telephone) (?:you|your office)",
    (
        r"(?:please )?(?:reply|respond|answer|get back to me|let me know|decide|confirm) "
        r"(?:immediately|at once"
        r"|by return|right away|straight away|without delay|no later than \w+|before (?:monday"
        r"|tuesday|wednesday|thursday|friday) at the latest)"
    ),
    (
        r"i (?:demand|insist (?:on|that)) (?:an?|your|you|the) (?:immediate |quick |clear )?"
        r"(?:answer|reply|response|decision)"
    ),
    (
        r"(?<!can )(?<!may )(?<!might )(?<!could )(?<!should )(?<!would )(?<!shall )"
        r"i expect (?:a|an|your|to) (?:reply|answer|response|hear)"
    ),
    (
        r"time is running out|(?:or|otherwise|decide|act|answer|reply)(?: \w+){0,4} before "
        r"it(?:'s| is) too late"
    ),
    (
        r"(?:or|otherwise) i (?:will|shall|'ll) (?:have to )?(?:accept|take|go|look|withdraw"
        r"|assume)(?: \w+){0,3}"
    ),
    r"i (?:cannot|can't|can not) wait (?:any longer|much longer|forever)",
)
ULTIMATUM = _phrases(
    r"ultimatum",
    r"take it or leave it",
    r"final offer",
    r"must (?:have|know|hear|decide)",
    r"or else",
)
_THEY_WOULD = (
    r"(?:you|they|someone|somebody|hr|the (?:team|panel|board|committee|company))(?: would|'d"
    r"| were going to| was going to) (?:reply|respond|answer(?! the| every| any)|get back"
    r"|be in touch|(?:call|phone|ring|contact|tell|inform|email|send|update) me|decide"
    r"|(?:write|come back) to me"
    r"|let me know|follow up|know (?:by|more)|(?:have|make|send|give me) (?:an?|the|your|any) "
    r"(?:answer|decision|reply|update))"
)
ACCUSING = _phrases(
    (
        r"you (?:said|told me|assured me|claimed)(?: that)? (?:"
        + _THEY_WOULD
        + r"|i(?: would|'d) (?:hear|have|know|get|receive)"
        r"|(?:there|it)(?: would|'d) be (?:news|word|decided|an? (?:decision|answer|update|reply))"
        r"|(?:an? )?(?:answer|news|word|decision|reply|update) (?:would|by))"
    ),
    (
        r"you (?:had |have )?promised (?:me|us|to (?:let|reply|write|call|answer|get|tell"
        r"|send|decide|be)|that (?:i|you) would|an? (?:answer|reply|decision|response|call))"
    ),
    r"as (?:you )?promised,? (?:but|and yet|yet)",
    (
        r"why (?:haven't|have you not|hasn't|has nobody|has no one|didn't|did you not|did "
        r"nobody)(?: \w+){0,3}"
    ),
    (
        r"(?:i )?(?:still )?(?:haven't|have not|had not|hadn't|never) (?:yet )?(?:heard"
        r"(?= (?:back|from|anything|yet|since|further|any news)|\s*(?:[.,;!?]|$))"
        r"|received (?:a|any|an) (?:reply|answer|response|news)|had (?:a|any|an) (?:reply|answer"
        r"|response))(?: (?:back|from you|anything|yet))*"
    ),
    (
        r"you (?:have not|haven't|never|did not|didn't|failed to|still have not|still haven't) "
        r"(?:yet )?(?:replied|reply|answered|answer|responded|respond|written|write|called|call"
        r"|got back|get back|gotten back|kept)(?: \w+){0,2}"
    ),
    r"(?:ignored|ignoring) (?:me|my (?:email|message|letter|note|application)s?)",
    r"still (?:haven't|have not|had not|hadn't) (?:yet )?heard(?! (?:of|an?|the|such)\b)",
    r"no one (?:has )?(?:bothered|replied|answered)|nobody (?:has )?(?:bothered|replied|answered)",
    r"(?:you|your (?:team|company)) (?:forgot|have forgotten) (?:about )?(?:me|my|to)",
)
NEEDY = _phrases(
    (
        r"(?:being|i(?: am|'m| was| have been|'ve been| feel| grow| am (?:getting|growing)))"
        r"(?: \w+)? desperate(?:ly)?(?: \w+){0,2}"
    ),
    r"(?:getting|so|rather|quite) desperate(?= (?:for|to) (?:this|a|the|any|work|hear|find|get)\b)",
    (
        r"desperately (?:need|want|hope|hoping|looking|in need)(?: \w+){0,2} "
        r"(?:job|work|role|position|post|chance|opportunity|hear|income)"
    ),
    (
        r"(?:i would|i'd|i will|i'll|i can|willing to|happy to|ready to) (?:take|accept|do) "
        r"(?:any|whatever)(?: \w+)? (?:job|work|role|position|post)"
    ),
    r"(?:take|accept|do) any job",
    r"any job (?:at all|you have|will do|would do|you can)",
    (
        r"i (?:do |really |badly |truly )*need (?:this|the|a) (?:job|work|income|salary|position"
        r"|role|money)"
    ),
    (
        r"i(?:'m| am|'ve| have)(?: nearly| almost)? (?:running|run) out of (?:money|savings|funds)"
        r"|(?:behind|late) (?:on|with) my rent|pay my (?:rent|mortgage|bills|debts?)"
        r"|my savings (?:are|have) (?:gone|run|running|nearly)"
    ),
    r"(?:feed|support|provide for) my (?:family|children|kids)(?!')|i can(?:'t|not) afford",
    r"i have been (?:unemployed|out of work|jobless)(?: \w+){0,3}",
    r"i(?:'m| am) begging|i beg (?:you|of you)|please,? please",
    r"my (?:last|only) (?:hope|chance|option)",
    (
        r"(?:my|facing|face|avoid|i (?:am|was|may be|will be)) (?:\w+ )?(?:bankrupt(?:cy)?"
        r"|evict(?:ed|ion)|overdraft)|i(?:'ve| have)? lost everything"
    ),
)
GUSHING = _phrases(r"dream (?:job|role|company)", r"really,? really", r"very,? very", r"so so")
APOLOGETIC = _phrases(
    (
        r"(?:so |very |terribly |really )?sorry (?:to (?:bother|trouble|disturb|bug|pester|chase"
        r"|keep (?:bothering|writing))|for (?:the delay|my delay|bothering|troubling|disturbing"
        r"|writing again|the late|my late|being late|taking so long|the bother|chasing))(?: "
        r"you)?"
    ),
    (
        r"(?:i )?apologi[sz]e (?:for (?:the delay|my delay|bothering|troubling|disturbing"
        r"|writing again|the late|the bother)|to (?:bother|trouble))"
    ),
    (
        r"(?:my )?apologies for (?:the delay|my delay|bothering|troubling|the late|writing again"
        r"|the bother)"
    ),
    (
        r"i (?:know|realise|realize|understand|appreciate) (?:that )?(?:you are|you're|you must "
        r"be) (?:very |extremely |so |probably |really )*busy"
    ),
    r"i (?:know|realise|realize|understand|appreciate) how busy (?:you|your|this|things)(?: \w+)?",
    (
        r"(?:don't|do not|didn't|not) (?:want|wish|mean) to (?:be|seem|sound|come across as"
        r"|appear) (?:a )?(?:pest|pushy|nuisance|bother|annoying|a bother|too eager|impatient)"
    ),
    (
        r"(?:hate|hesitate) to (?:bother|trouble|bug|disturb|pester)|forgive me for (?:bothering"
        r"|writing|troubling)"
    ),
    (
        r"(?:hope|trust) (?:i am|i'm|that i am|that i'm) not (?:bothering|disturbing|troubling"
        r"|being a)(?: \w+)?"
    ),
    r"i(?:'m| am) not (?:trying|wanting) to (?:bother|pester|rush|be a \w+)",
)
WORN = _phrases(
    (
        r"(?:i(?:'m| am)|i was|i wanted to|just|i thought i'd|simply)(?: just| simply| only)? "
        r"(?:checking in|following up|check in|follow up)"
    ),
    r"just (?:wanted to )?(?:check(?:ing)? in|follow(?:ing)? up)",
    r"touch(?:ing)? base",
    r"circl(?:e|ing) back",
    (
        r"i (?:do )?(?:hope|trust) (?:that )?(?:this (?:email|e-mail|message|note|letter|mail)? "
        r"?(?:finds|reaches)|you(?:'re| are) (?:doing )?well|all is well)(?: you)?(?: (?:well"
        r"|in good health|in good spirits))?"
    ),
    r"hope this finds you(?: well)?|hope you(?:'re| are) (?:doing )?well",
    r"reach(?:ing)? out to (?:you )?(?:see|check|ask|follow)",
    r"think(?:ing)? outside the box|hit the ground running|per my last (?:email|e-mail|message)"
    r"|at your earliest convenience|team player|go-getter|results-driven|move the needle"
    r"|low-hanging fruit|ping(?:ing)? you|pick(?:ing)? your brain",
)
NOBODY = re.compile(
    r"\b(?:to whom it may concern|dear (?:sirs?(?: ?(?:or|/) ?madam)?|madam)(?=\s*(?:[,:;!.-]|$)))",
    re.IGNORECASE | re.MULTILINE,
)
PAY = _phrases(
    r"salar(?:y|ies)",
    r"(?:pay|compensation) (?:scale|range|band|package|rise|grade|level|review|rate)s?",
    r"compensation(?! claim)",
    r"(?:base|hourly|starting|annual) (?:pay|rate|wage)s?",
    r"wages?",
    r"bonus(?:es)?",
    r"stock options?|equity (?:grant|package)|signing bonus",
    r"(?:paid|annual|parental|maternity|paternity|sick|unpaid) (?:leave|time off)",
    (
        r"vacations?(?: days?| time| policy)?|holiday (?:allowance|entitlement)|days? of "
        r"(?:holiday|leave|vacation)|pto|time off"
    ),
    (
        r"(?:health|dental|medical|life) (?:insurance|cover|plan)s?|pension(?: scheme| plan)?"
        r"|401\(?k\)?|benefits package|(?:employee|staff) benefits|perks|the benefits(?= (?:are"
        r"|include|package|offered|you))"
    ),
    (
        r"(?:work(?:ing)? (?:from home|remotely)|home[- ](?:office|working) days?|remote "
        r"(?:days?|work|working)|days? (?:from|at) home|wfh|hybrid (?:days?|policy|working)"
        r"|flexible hours|flexitime|home days?)"
    ),
    r"overtime (?:pay|rate)|relocation (?:package|allowance|money)|notice period|company car",
)
SLANG = _phrases(
    r"u|ur|thx|thnx|pls|plz|gonna|wanna|gotta|lol|lmao|omg|btw|imo|fyi|idk|tbh|cuz|coz|kinda|sorta"
    r"|dunno|ain't|y'all|yeah|yep|nope|cya|ttyl|asap pls|b4|gr8|l8r|2day|2moro|tmrw|rly|ppl"
    r"|tho|'cause"
    r"|lemme|gimme|hafta|outta|cos(?= (?:i|you|we|it))",
    (
        r"damn(?:ed)?|hell of a|shit(?:ty)?|fuck\w*|crap(?:py)?|bloody|arse|ass(?:hole)?"
        r"|bullshit|piss(?:ed)?|wtf|bastard|screwed up"
    ),
    (
        r"super (?:excited|cool|stoked|pumped|psyched)|awesome sauce|stoked|no worries|my bad"
        r"|dude|bro|mate(?=[,.!])"
    ),
)
_NOTE = r"(?:notes?|e-?mails?|thanks?|messages?|letters?|reply|response|line)"
LATE = _phrases(
    rf"{_NOTE} (?:is|are|was|comes?|came|reaches you|arrives?)(?: \w+){{0,3}} "
    r"(?:late|later than|delayed|belated|overdue|tardy)",
    rf"late {_NOTE}|belated(?:ly)?|for (?:the|my) delay|delay in (?:writing|thanking|sending)",
    r"(?:sorry|apologies)(?: \w+){0,4} late",
    r"(?:should|meant|wanted|ought|would)(?: \w+){0,4} (?:written|write|thanked|thank|sent|send"
    r"|replied|in touch)(?: \w+){0,4} (?:sooner|earlier|before now)",
    r"(?:written|writing|thanked|thanking|sent|sending)(?: \w+){0,4} (?:sooner|so late|too late)",
    r"(?:few|couple of|two|three|several) days late",
)


SAID = {
    "u": "you",
    "ur": "your",
    "thx": "thanks",
    "thnx": "thanks",
    "pls": "please",
    "plz": "please",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "have to",
    "kinda": "rather",
    "cuz": "because",
    "coz": "because",
    "yeah": "yes",
    "tmrw": "tomorrow",
    "b4": "before",
    "gr8": "great",
    "ppl": "people",
    "lemme": "let me",
    "gimme": "give me",
}
