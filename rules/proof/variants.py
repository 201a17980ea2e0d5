"""British and American spellings of the words that differ."""

import re

_BRITISH_ENDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), right)
    for pattern, right in (
        (r"isation(s?)$", r"ization\1"),
        (r"isational(ly)?$", r"izational\1"),
        (r"is(e|ed|es|er|ers|ing|able)$", r"iz\1"),
        (r"ys(e|ed|es|er|ers|ing)$", r"yz\1"),
        (
            r"our(s|ed|ing|ful|fully|less|able|ably|ite|ites|er|ers|al|hood|hoods|ly|y|ist|ism)?$",
            r"or\1",
        ),
        (r"ll(ed|ing|er|ers|ings)$", r"l\1"),
        (r"(cent|theat|met|lit|fib|spect|calib|lust|somb|meag|sab)re(s?)$", r"\1er\2"),
        (r"(cent|fib)red$", r"\1ered"),
        (r"ogue(s|d)?$", r"og\1"),
        (r"(def|off|lic|pret)ence(s|less)?$", r"\1ense\2"),
        (r"^practis(e|ed|es|ing)$", r"practic\1"),
        (r"^licenc(e|es)$", r"licens\1"),
        (r"^enrol(s|ment|ments)?$", r"enroll\1"),
        (r"^fulfil(s|ment)?$", r"fulfill\1"),
        (r"^skilful(ly)?$", r"skillful\1"),
        (r"^instal(s|ment|ments)$", r"install\1"),
        (r"^(un)?wilful(ly)?$", r"\1willful\2"),
        (r"^enquir(y|ies|e|ed|es|ing)$", r"inquir\1"),
        (r"programme(s?)$", r"program\1"),
        (r"^judgement(s|al)?$", r"judgment\1"),
        (r"^acknowledgement(s?)$", r"acknowledgment\1"),
        (r"^age(ing)$", r"ag\1"),
        (r"^grey(s|er|est|ed|ing)?$", r"gray\1"),
        (r"ae(sthetic|mia|diatric|dic)", r"e\1"),
        (r"oe(dema|strogen|sophag)", r"e\1"),
        (r"paed", r"ped"),
        (r"anaesth", r"anesth"),
        (r"haem", r"hem"),
        (r"gynaec", r"gynec"),
        (r"orthopaed", r"orthoped"),
        (r"encyclopaed", r"encycloped"),
        (r"manoeuv(re|res|red|ring)", r"maneuver"),
    )
)
# Good English that a dictionary of 2020 does not have.
_ALSO_RIGHT = frozenset(
    "whilst amongst learnt spelt burnt dreamt leant leapt spoilt towards fortnight fortnightly"
    " cheque cheques tyre tyres kerb kerbs plough ploughed ploughing draught draughts mould moulds"
    " sceptical sceptic sceptics cosy pyjamas aluminium jewellery moustache aeroplane "
    "storey storeys"
    " artefact artefacts maths anticlockwise licence licences rota rotas bloke blokes lorry lorries"
    " ageing routeing speciality arse mum mums gran reckon postcode timetabling tonne tonnes"
    " analyse analysed analysing catalyse paralyse behaviour favour colour honour labour neighbour"
    " rumour harbour vapour humour armour endeavour flavour odour parlour savour splendour vigour"
    " programme programmes centre centres theatre theatres metre metres litre litres fibre fibres"
    " grey enrol fulfil skilful instalment jewel wilful defence offence pretence practise practised"
    " practising dialogue catalogue monologue manoeuvre oestrogen foetus diarrhoea onboarding"
    " webinar chatbot backend frontend blog blogs email emails smartphone screenshot screenshots"
    " rollout rollouts standup standups workflow workflows dataset datasets wiki wikis podcast"
    " podcasts timesheet timesheets sprint sprints kanban inbox inboxes login logins linting linted"
    " linter rerun reruns refactor refactored refactoring microservice microservices roadmap"
    " roadmaps stakeholder stakeholders crowdfunding coworking coworkers coworker signup signups"
    " walkthrough walkthroughs codebase codebases spreadsheet changelog mindset mindsets upskill"
    " upskilling handover handovers trialled trialling meetup meetups hackathon hackathons pre"
    " repo repos config configs app apps tweeted livestream".split()
)
# Words that end as the British ones do and are spelt so everywhere.
_EVERYWHERE = frozenset(
    "advise advised advises advising adviser advisers arise arises arising comprise "
    "comprised comprises"
    " comprising compromise compromised compromises compromising devise devised devises devising"
    " disguise disguised enterprise enterprises enterprising exercise exercised exercises "
    "exercising"
    " excise franchise franchises franchised improvise improvised improvising merchandise "
    "precise premise premises"
    " promise promised promises promising raise raised raises raising rise rises rising "
    "revise revised"
    " revises revising supervise supervised supervises supervising surprise surprised "
    "surprises surprising"
    " televise wise otherwise likewise expertise noise concise exercise paradise demise "
    "praise praised"
    " praises praising cruise bruise poise advertise advertised advertising advertises "
    "advertiser circumcise"
    " incise treatise chemise appraise appraised appraising appraiser appraisers appraises"
    " four hour hours pour poured pouring your yours our ours tour tours toured touring "
    "tourist tourism"
    " sour flour detour contour contours velour troubadour glamour"
    " called calling caller callers filled filling pulled pulling told tell telling teller "
    "selling seller"
    " sellers spelling spelled rolling rolled roller skilled drilled drilling billed "
    "billing pilled installed"
    " installing installer killed killing milling polled polling tolled willing willed "
    "smaller taller fuller"
    " duller falling fallen calling recalled recalling walled balled stalled stalling "
    "enrolled enrolling"
    " fulfilled fulfilling controlled controlling controller controllers patrolled "
    "patrolling compelled"
    " compelling propelled expelled excelled excelling rebelled repelled dispelled "
    "instilled instilling"
    " distilled thrilled thrilling grilled chilled swelling dwelling yelling smelling "
    "smelled shelling bell"
    " storytelling bestselling welling felled scrolled scrolling rolled holler bullied "
    "allied rallied"
    " dialed rogue vogue league colleague colleagues fatigue intrigue plague analyses "
    "bases crises theses"
    " hence fence fences evidence science".split()
)
_AMERICAN_ONLY = frozenset(
    "color colors colored favor favors favorite favorites honor honored labor neighbor neighbors"
    " neighborhood behavior behaviors humor rumor harbor flavor flavors endeavor vapor "
    "center centers"
    " centered theater theaters meter liter liters fiber fibers defense offense gray "
    "analyze analyzed"
    " analyzing analyzes catalyze paralyze organize organized organizing organization organizations"
    " organizational organizer organizers realize realized realizing recognize recognized "
    "recognizing"
    " apologize apologized specialize specialized specializing summarize summarized prioritize"
    " prioritized prioritizing prioritization optimize optimized optimizing optimization minimize"
    " minimized maximize maximized emphasize emphasized standardize standardized utilize utilized"
    " customize customized visualize visualized modernize modernized digitize digitized finalize"
    " finalized stabilize stabilized traveled traveling traveler canceled canceling "
    "modeled modeling"
    " labeled labeling counseled counseling counselor fueled skillful fulfill fulfillment "
    "enrollment"
    " installment program programs aluminum jewelry tire tires curb plow check mold "
    "skeptical skeptic"
    " maneuver pajamas airplane catalog dialog math mom practicing judgment".split()
) - frozenset(
    "meter program programs tire tires check curb dialog judgment airplane mom math catalog "
    "prioritize practicing".split()
)
_IZE = re.compile(r"iz(?:e|ed|es|er|ers|ing|ation|ations|able)$")
_ISE = re.compile(r"is(?:e|ed|es|er|ers|ing|ation|ations)$")


def american(word: str) -> tuple[str, ...]:
    """The American spellings that a folded British word may have; none for other words."""
    if word in _EVERYWHERE:
        return ()
    found = [
        re.sub(pattern, right, word) for pattern, right in _BRITISH_ENDS if pattern.search(word)
    ]
    return tuple(one for one in dict.fromkeys(found) if one != word)


def also_right(word: str) -> bool:
    """Whether a word that the American dictionary lacks is good English all the same."""
    return word in _ALSO_RIGHT


_SURELY_BRITISH = frozenset(
    "whilst amongst learnt spelt behaviour behaviours favour favours favourite favourites "
    "colour colours"
    " coloured honour honoured labour neighbour neighbours neighbourhood humour rumour "
    "harbour flavour"
    " flavours endeavour centre centres centred theatre theatres metre metres litre litres "
    "fibre fibres"
    " defence offence grey analyse analysed analysing programme programmes travelled "
    "travelling traveller"
    " cancelled cancelling modelled modelling labelled labelling counselling counsellor "
    "fuelled skilful"
    " fulfil enrolment instalment aluminium jewellery tyre tyres kerb plough mould sceptical cheque"
    " organise organised organising organisation organisations organisational organiser "
    "organisers realise"
    " realised realising recognise recognised recognising apologise apologised specialise "
    "specialised"
    " specialising summarise summarised prioritise prioritised prioritising optimise "
    "optimised optimising"
    " optimisation minimise minimised maximise maximised emphasise emphasised standardise "
    "standardised"
    " utilise utilised customise customised visualise visualised modernise modernised "
    "digitise finalise"
    " finalised stabilise stabilised mum".split()
)


def spelling_of(word: str) -> str:
    """ "British" or "American" for a folded word that is surely one of them, else ""."""
    if word in _SURELY_BRITISH:
        return "British"
    return "American" if word in _AMERICAN_ONLY else ""
