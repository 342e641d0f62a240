"""The dates in the names of models, in the notations of the field, as ISO dates.

A date without its year is written ``--06-13``, as ISO 8601 used to have it.
"""

from __future__ import annotations

import functools
import re

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH, _DAY = r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_FORMS = (
    # Aug 2024, August 6, 2024
    rf"(?<![a-z])(?P<a_m>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?\s+(?:(?P<a_d>\d\d?),?\s+)?(?P<a_y>20\d\d)",
    # 2024-08-06, 20240806
    rf"(?<!\d)(?P<b_y>20\d\d)(?P<sep>[-/._]?)(?P<b_m>{_MONTH})(?P=sep)(?P<b_d>{_DAY})(?![\d.])",
    # 08-2024, 08/2024
    rf"(?<!\d)(?P<c_m>{_MONTH})[-/](?P<c_y>20\d\d)(?!\d)",
    # 2024-08
    rf"(?<!\d)(?P<d_y>20\d\d)[-/.](?P<d_m>{_MONTH})(?!\d)",
    # 250615
    rf"(?<![\d.a-z])(?P<e_y>2[2-9])(?P<e_m>{_MONTH})(?P<e_d>{_DAY})(?![\d.a-z])",
    # 2507
    rf"(?<![\d.a-z])v?(?P<f_y>2[3-9])(?P<f_m>{_MONTH})(?![\d.a-z])",
    # 0613
    rf"(?<![\d.a-z])v?(?P<g_m>{_MONTH})(?P<g_d>{_DAY})(?![\d.a-z])",
    # 25.01
    rf"(?<![\d.a-z])(?P<h_y>2[3-9])\.(?P<h_m>{_MONTH})(?![\d.a-z])",
    # 05-20, (07/11)
    rf"(?<![\d.a-z])(?P<i_m>0[1-9])[-/](?P<i_d>{_DAY})(?![\d.a-z])",
    rf"(?:(?<=exp-)|(?<=preview-)|(?<=\())(?P<j_m>1[0-2])[-/](?P<j_d>{_DAY})(?![\d.a-z])",
)


@functools.cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in _FORMS))


def taken_out(text: str) -> tuple[str, str | None]:
    """``text`` without the dates in it, and the first of them."""
    if not any(map(str.isdigit, text)):
        return text, None
    found: list[str] = []

    def note(match: re.Match[str]) -> str:
        parts = {
            name[2:]: part for name, part in match.groupdict().items() if part and name[1:2] == "_"
        }
        month = parts["m"]
        month = month if month.isdigit() else f"{_MONTHS.index(month) + 1:02}"
        year = parts.get("y", "-")
        year = f"20{year}" if len(year) == 2 else year
        day = f"-{parts['d']:0>2}" if "d" in parts else ""
        found.append(f"{year}-{month}{day}")
        return " "

    rest = _pattern().sub(note, text)
    return rest, found[0] if found else None


def is_month(date: str) -> bool:
    """Whether a date says at least year and month, as ISO writes them."""
    return re.match(r"\d{4}-\d\d", date) is not None


def agree(one: str, other: str) -> bool:
    """Whether two dates can be the same day, each as precise as it is."""
    if one.startswith("--") or other.startswith("--"):
        one, other = one.lstrip("-")[-5:], other.lstrip("-")[-5:]
        return one == other
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter)
