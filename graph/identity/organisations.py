"""What of an organisation's name counts: not its legal form, its punctuation or its article."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from .normal import HAN, clean

_FORMS = """
inc incorporated ltd limited co corp corporation llc llp lp gmbh ag sa sas sarl sl bv nv plc pbc oy
oyj ab as asa aps spa srl kk kg se pty pte pvt
"""
_LEGAL = frozenset(_FORMS.split())
_SAME = {
    "&": "and",
    "lab": "laboratory",
    "labs": "laboratory",
    "laboratories": "laboratory",
    "univ": "university",
    "centre": "center",
}
_LEGAL_ZH = ("股份有限公司", "有限责任公司", "控股有限公司", "集团有限公司", "有限公司", "股份公司")
_TAIL_ZH = (
    "集团控股",
    "控股",
    "集团",
    "股份",
    "科技",
    "技术",
    "网络",
    "信息",
    "智能",
    "软件",
    "公司",
)
_PLACES = """
中国 北京 上海 天津 重庆 深圳 广州 杭州 南京 苏州 合肥 武汉 成都 西安 厦门 珠海 东莞 无锡 宁波 青岛
济南 长沙 郑州 大连 沈阳 福州 佛山 广东 浙江 江苏 安徽 山东 四川 湖北 湖南 福建
"""
_PLACE_ZH = _PLACES.split()
_FORMER = ("formerly", "originally", "previously", "now", "aka", "原", "现", "曾用名", "简称")


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(r"&|[^\W_]+"),
        re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]]"),
        re.compile(rf"[{HAN}]"),
        re.compile(rf"\((?:{'|'.join(_PLACE_ZH)})\)(?=.*公司$)"),
    )


def org_key(name: str) -> str:
    """Equal for two spellings of one organisation's name."""
    word, _, _, place = _patterns()
    plain = place.sub("", clean(name)).replace(".", "").replace("'", "").replace("’", "")
    if not plain.isascii():
        plain = "".join(
            c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c)
        )
    words = [_SAME.get(found, found) for found in word.findall(plain)]
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    joined = "".join(words)
    for legal in _LEGAL_ZH:
        if joined.endswith(legal) and len(joined) > len(legal) + 1:
            return joined.removesuffix(legal)
    return joined


def shorter_zh(key: str) -> Iterator[str]:
    """A Chinese name without its city in front and its trade behind, shortest last.

    Only a curated name may answer to these: 北京智谱华章科技 is 智谱华章, but 上海大学 is not 大学.
    """
    fronts = [key]
    for place in _PLACE_ZH:
        if key.startswith(place):
            rest = key.removeprefix(place)
            fronts += [rest.removeprefix("市"), rest] if rest.startswith("市") else [rest]
    for front in fronts:
        if front != key and len(front) > 1:
            yield front
        bare = front
        while tail := next(
            (t for t in _TAIL_ZH if bare.endswith(t) and len(bare) > len(t) + 1), None
        ):
            bare = bare.removesuffix(tail)
            yield bare


def brackets(name: str) -> tuple[str, tuple[str, ...]]:
    """A name without what stands in brackets, and that."""
    _, bracketed, *_ = _patterns()
    inside = tuple(found.strip() for found in bracketed.findall(name) if found.strip())
    return " ".join(bracketed.sub(" ", name).split()), inside


def is_gloss(outside: str, inside: str) -> bool:
    """Whether what stands in brackets only says the name again: short, former, or in Chinese."""
    words = clean(inside).split()
    if words and (words[0] in _FORMER or any(clean(inside).startswith(f) for f in _FORMER[5:])):
        return True
    _, _, han, _ = _patterns()
    if bool(han.search(inside)) != bool(han.search(outside)):
        return True
    return is_acronym(outside, inside)


def is_acronym(long: str, acronym: str) -> bool:
    """Whether ``acronym`` is the initials of ``long``, small words and all or without them."""
    letters = re.sub(r"\W", "", acronym)
    if not 2 <= len(letters) <= 12 or not any(c.isupper() for c in letters):
        return False
    words = re.findall(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![a-z])|\d+", long)
    wanted = letters.casefold().rstrip("s")
    for left_out in ((), ("of", "and", "the", "for", "in", "at", "de", "und")):
        initials = [w if w.isupper() or w.isdigit() else w[0] for w in words if w not in left_out]
        if "".join(initials).casefold() in (wanted, letters.casefold()):
            return True
    return False
