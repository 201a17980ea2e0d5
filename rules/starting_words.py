"""Common words that a typed phrase may open with, and which are small inside a sentence."""

_SMALL = frozenset(
    "a about after all an and another any at before being better both building by carers change "
    "changes children clients code colleagues culture customer customers data deciding design "
    "designing developing documentation each early every everybody everyone everything fewer "
    "finding first five for four from getting giving going growth hearing helping her his hiring "
    "how if in its keeping late learning letting life lots making managing many maps members "
    "mentoring moving my new next no old on onboarding open our patients paper people pilot "
    "planning plans pricing product production quality questions remote reporting "
    "research running safety sales sharing shipping short showing six skipping small some "
    "staff students such support teaching team teams technical ten testing tests that the their "
    "them these this those three tools training trust two user users using various what when "
    "where whether which who why with work working workshops writing your".split()
)
_NAMES_IN_ING = frozenset(
    "beijing bing boeing browning darling deming ding fleming harding ing irving jing keating "
    "king kipling ling manning ming nanjing ping reading ring sterling stirling ting turing "
    "worthing xing ying".split()
)
_GERUND = 6


def is_common_start(word: str) -> bool:
    """Whether a capital there is only the start of what was typed, and not a name's."""
    if not (word[:1].isupper() and word[1:] == word[1:].lower()):
        return False
    small = word.lower()
    if small in _SMALL:
        return True
    return small.endswith("ing") and len(small) >= _GERUND and small not in _NAMES_IN_ING
