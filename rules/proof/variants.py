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
# Good English that a dictionary of 2020 does not have: British words, and words of the trades.
_ALSO_RIGHT = frozenset(
    (
        "aeroplane ageing aluminium amongst analyse analysed analysing anonymise anonymised"
        " anonymize anonymized ansible anticlockwise app apps armour artefact artefacts async"
        " backend behaviour bioinformatics biotech biweekly blog blogs burndown burnt catalogue"
        " catalyse centre centres changelog chatbot checklist checklists cheque cheques codebase"
        " codebases colour comorbidities config configs copywriter copywriting cosy coworker"
        " coworkers coworking crowdfunding crowdsource crowdsourced dataset datasets defence"
        " deidentified dialogue diarrhoea dockerised dockerized draught draughts dreamt dropdown"
        " ecommerce edtech email emails endeavour enrol etcd favour fibre fibres fintech flavour"
        " foetus fortnight fortnightly freemium frontend fulfil fundraise fundraised fundraiser"
        " fundraisers fundraising gamified geospatial grafana gran grey hackathon hackathons"
        " handover handovers harbour hardcoded honour huddle huddles humour idempotent inbox"
        " inboxes inclusivity infographic infographics instalment jewel jewellery kafka kanban"
        " kerb kerbs kubectl kubelet kubernetes labour latencies leant leapt learnt licence"
        " licences linted linter linting litre litres livestream livestreamed livestreaming locum"
        " locums login logins lorries lorry manoeuvre maths meetup meetups mentee mentees"
        " mentoring metre metres microservice microservices middleware mindset mindsets monologue"
        " mould moulds moustache mum mums namespace namespaces neighbour neurodivergent"
        " neurodiverse nginx nonprofit nonprofit's nonprofits numpy observability odour oestrogen"
        " offboard offboarding offence onboarding pandas paralyse parlour paywall paywalls"
        " plaintext plough ploughed ploughing podcast podcasts postcode postgres postmortem"
        " postmortems practise practised practising pre preceptor preceptors prepping pretence"
        " programme programmes pushback pyjamas pytest rebrand rebranded rebranding reckon redis"
        " refactor refactored refactoring repo repos repurpose repurposed rerun reruns reskilling"
        " retro retros roadmap roadmaps rollout rollouts rota rotas routeing rumour runbook"
        " runbooks savour sceptic sceptical sceptics screenshot screenshots serverless sharded"
        " sharding signoff signoffs signup signups skilful skillset skillsets smartphone smoko"
        " sous speciality spelt splendour spoilt spreadsheet spreadsheets sprint sprints"
        " stakeholder stakeholders standalone standup standups storey storeys subnet subnets"
        " takeaway takeaways tarik telehealth terraform theatre theatres timeboxed timeboxing"
        " timesheet timesheets timetabling tokenizer tonne tonnes tooltip towards triaged triaging"
        " trialled trialling turnaround turnarounds tweeted tyre tyres undocumented unmonitored"
        " upsell upskill upskilled upskilling uptime usability ute utes vapour vigour walkthrough"
        " walkthroughs webinar webpack whilst whiteboard whiteboarded whiteboarding wiki wikis"
        " wilful wireframe wireframes wireframing workaround workarounds workflow workflows"
    ).split()
)
_SURELY_AMERICAN = frozenset(
    (
        "aluminum analyze analyzed analyzes analyzing anesthesia apologize apologized behavior"
        " behaviors canceled canceling catalyze center centered centering centers color colored"
        " colors counseled counseling counselor customize customized defense digitize digitized"
        " emphasize emphasized endeavor enrollment favor favorite favorites favors fiber fibers"
        " finalize finalized flavor flavored flavors fueled fulfill fulfillment gray harbor honor"
        " honored honoring humor installment jewelry labeled labeling labor liter liters maneuver"
        " maximize maximized minimize minimized modeled modeling modernize modernized mold"
        " neighbor neighborhood neighbors odor odors offense optimization optimize optimized"
        " optimizing organization organizational organizations organize organized organizer"
        " organizers organizing pajamas paralyze pediatric plow prioritization prioritized"
        " prioritizing realize realized realizing recognize recognized recognizing rumor rumors"
        " savor skeptic skeptical skillful specialize specialized specializing stabilize"
        " stabilized standardize standardized summarize summarized theater theaters traveled"
        " traveler traveling utilize utilized vapor visualize visualized"
    ).split()
)
_SURELY_BRITISH = frozenset(
    (
        "aluminium amongst anaesthesia analyse analysed analysing apologise apologised behaviour"
        " behaviours cancelled cancelling centre centred centres centring cheque colour coloured"
        " colours counselling counsellor customise customised defence digitise emphasise"
        " emphasised endeavour enrolment favour favourite favourites favours fibre fibres finalise"
        " finalised flavour flavoured flavours fuelled fulfil grey harbour honour honoured honours"
        " humour instalment jewellery kerb labelled labelling labour learnt litre litres maximise"
        " maximised metre metres minimise minimised modelled modelling modernise modernised mould"
        " mum neighbour neighbourhood neighbours odour odours offence optimisation optimise"
        " optimised optimising organisation organisational organisations organise organised"
        " organiser organisers organising paediatric plough prioritise prioritised prioritising"
        " programme programmes realise realised realising recognise recognised recognising rumour"
        " rumours savour sceptical skilful specialise specialised specialising spelt stabilise"
        " stabilised standardise standardised summarise summarised theatre theatres travelled"
        " traveller travelling tyre tyres utilise utilised vapour visualise visualised whilst"
    ).split()
)


def american(word: str) -> tuple[str, ...]:
    """The American spellings that a folded British word may have; none for other words."""
    found = [
        re.sub(pattern, right, word) for pattern, right in _BRITISH_ENDS if pattern.search(word)
    ]
    return tuple(one for one in dict.fromkeys(found) if one != word)


def also_right(word: str) -> bool:
    """Whether a word that the American dictionary lacks is good English all the same."""
    return word in _ALSO_RIGHT


def variety_of(word: str) -> str:
    """ "British" or "American" for a folded word that is surely one of them, else ""."""
    if word in _SURELY_BRITISH:
        return "British"
    return "American" if word in _SURELY_AMERICAN else ""
