"""Answer codes with mistakes in them: refused, or read as what they were."""

import random
from collections import Counter
from collections.abc import Iterator

from hostile.row import Row, Size, told
from partnerschap.content import Content, load
from partnerschap.report import AnswerCode, AnswerCodeError, read_answer_code, write_answer_code
from partnerschap.report.answer_code.codec import NUMBERS
from partnerschap.scoring import Answer

CODES = 30_000
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_OTHERS = "OILU-  \n\u00ad\u2013aeb\u0130\uff11"
_ANSWERS: tuple[Answer, ...] = (None, 1, 2, 3, 4, 5, "dont_know", "not_applicable")


def answer_codes(size: Size) -> Iterator[Row]:
    """Mutate codes of all instruments as hands, cameras and mail programs do, and worse."""
    content, draw, outcomes = load(), size.draw(), Counter[str]()
    tried = 0
    for tried in size.rounds(CODES):  # noqa: B007 - counted below
        code = _some_code(content, draw)
        text = _mistaken(write_answer_code(code, content), draw)
        try:
            found = read_answer_code(text, content)
        except AnswerCodeError as error:
            outcomes[error.reason] += 1
        except Exception as error:  # noqa: BLE001 - what is looked for
            outcomes[f"UNCAUGHT {error!r}"] += 1
        else:
            outcomes["read as it was" if found == code else "READ AS SOMETHING ELSE"] += 1
    wrong = [name for name in outcomes if name[0:2].isupper()]
    yield Row("answer codes", f"{tried + 1:,} mutated", told(outcomes), not wrong)


def _some_code(content: Content, draw: random.Random) -> AnswerCode:
    instrument = draw.choice(content.instruments).id
    answers = {item.id: draw.choice(_ANSWERS) for item in content.items_of(instrument)}
    role = draw.choice(content.roles).id
    kept = {item: answer for item, answer in answers.items() if answer is not None}
    return AnswerCode(instrument, role, draw.randrange(NUMBERS), kept)


def _mistaken(text: str, draw: random.Random) -> str:
    signs = list(text)
    for _ in range(draw.choice((1, 1, 1, 2, 3, 8))):
        place, other = draw.randrange(len(signs)), draw.randrange(len(signs))
        match draw.randrange(7):
            case 0:
                signs[place] = draw.choice(_LETTERS)
            case 1:
                signs[place] = draw.choice(_OTHERS)
            case 2 if len(signs) > 1:
                del signs[place]
            case 3:
                signs.insert(place, draw.choice(_LETTERS + _OTHERS))
            case 4:
                signs[place], signs[other] = signs[other], signs[place]
            case 5:
                low, high = sorted((place, other))
                signs[low:high] = signs[low:high][::-1]
            case _:
                signs[place] = signs[place].lower()
    return "".join(signs)
