"""The measures by name: what each asks, what its figures mean and what they do not.

Plain data, so that a list of them needs no networkx.
"""

from __future__ import annotations

from typing import NamedTuple, TypedDict

from ..wording import Said


class Column(NamedTuple):
    """A column of a measure's table."""

    name: str
    zh: str
    meaning: str


class Measure(NamedTuple):
    """A measure: what it answers, and the things of which kinds it may or must be given."""

    name: str
    question: str
    question_zh: str
    means: str
    means_not: str
    columns: tuple[Column, ...]
    kinds: tuple[str, ...] = ()
    least: int = 0
    most: int | None = 0
    """How many things at most; None for any number."""

    @property
    def usage(self) -> str:
        """What may follow the name on the command line."""
        kind = "NAME" if len(self.kinds) > 1 else "".join(self.kinds).upper()
        if self.most is None:
            return f"[{kind} ...]"
        if not self.most:
            return ""
        return kind if self.least else f"[{kind}]"


class Asked(TypedDict):
    """How every answer begins; ``note`` is what to know of it as a whole, or empty."""

    measure: str
    question: str
    question_zh: str
    note: str
    note_zh: str


_THING = Column("thing", "事物", "the thing, by name")
_KIND = Column("kind", "类别", "its kind")
_PAIR = (
    Column("one", "其一", "one of the two"),
    Column("other", "其二", "the other"),
    Column("similarity", "相似度", "from 0, nothing in common, to 1, everything"),
    Column("shared", "共有数", "how many things they have in common"),
)
_WEIGHED = (
    "The weight of what both have, divided by the weight of what either has (the weighted Jaccard "
    "index). What few of those compared have weighs much, what all have weighs nothing."
)

MEASURES = {
    measure.name: measure
    for measure in (
        Measure(
            "central-things",
            "Through which things do the ways between trends lead?",
            "各趋势经由哪些事物相连？",
            "Take two trends and the shortest ways between them over techniques, models and "
            "products, following APPLIES, ENABLES, EXEMPLIFIES and PART_OF in either direction. "
            "The figure is the share of these ways that leads through the thing, averaged over all "
            "pairs of trends (betweenness centrality between trends).",
            "It does not say that the thing is important in itself, nor that it causes anything. A "
            "broad word that many chapters use scores high. Direct relationships between trends "
            "are left out, or what lies between would not be seen.",
            (
                _THING,
                _KIND,
                Column("between", "居间度", "from 0 to 1: 0.05 is one way in twenty"),
                Column("links", "相连数", "how many things and trends it is joined to"),
                Column("trends", "所属趋势", "the trends among them"),
            ),
        ),
        Measure(
            "central-trends",
            "Which trends have most in common with all the others?",
            "哪些趋势与其他趋势共同点最多？",
            "The mean similarity of a trend to each of the others (see similar-trends): its "
            "weighted degree in the network of trends, for each other trend.",
            "It does not say that a trend is the largest or the surest. A chapter that names many "
            "things of its own is less like the others for it.",
            (
                Column("trend", "趋势", "the trend"),
                Column("likeness", "平均相似度", "from 0 to 1; compare it with the others only"),
                Column("things", "相关事物数", "how many things are tied to it directly"),
                Column("shared", "共有数", "how many of these are tied to another trend too"),
                Column("nearest", "最相似趋势", "the trend most similar to it"),
                Column("drives", "推动的趋势", "the trends that it ENABLES, as the sources say"),
            ),
        ),
        Measure(
            "foundations",
            "What makes most else possible, in the fewest steps?",
            "什么是其他一切的基础？",
            "Follow what a thing makes possible: what it ENABLES, the models and products that "
            "APPLY it, are POWERED_BY it or BASED_ON it, and on from there. Every thing reached "
            "counts as one divided by the number of steps to it (harmonic centrality).",
            "It does not say that nothing else would do instead, nor how strongly each step holds. "
            "Things that enable one another in a circle all reach the same.",
            (
                _THING,
                _KIND,
                Column("leads_to", "影响力", "things led to, each counted as 1 ÷ steps"),
                Column("reach", "可达数", "how many things it leads to at all"),
                Column("direct", "直接数", "how many in one step"),
            ),
        ),
        Measure(
            "bridges",
            "Which one thing or link could not be missed without others coming apart?",
            "缺了哪一个事物或联系，其他事物就会失去联系？",
            "Take the thing, or the one relationship between two, out of the network of companies, "
            "techniques, models and products (ADOPTS, APPLIES, BASED_ON, BUILDS, ENABLES, "
            "PARTNERS_WITH, PART_OF, POWERED_BY): so many things have no way left to the rest "
            "(articulation points and bridges).",
            "It does not say that these things would cease in the world: another link may exist "
            "that no source tells of. A thing that one passage alone describes in detail scores "
            "high.",
            (
                Column("without", "缺失者", "the thing, or the two ends of the link"),
                Column("kind", "类别", "its kind, or the type of the relationship"),
                Column("cut_off", "失联数", "how many things come apart from the larger rest"),
                Column("things", "失联事物", "which"),
            ),
        ),
        Measure(
            "communities",
            "Which things go together, and what are they about?",
            "哪些事物成群，各群关于什么？",
            "Groups of companies, techniques, models and products with more relationships inside "
            "than chance would give (the Louvain method, the best of ten runs by modularity). "
            "Which chapter discusses them has no part in it, so that the groups can be compared "
            "with the trends. A group is told by what is in it more often than its size would "
            "make expect.",
            "A thing belongs to one group only, and at the edges that is a matter of the method: "
            "read stability before the list. The groups are not a taxonomy.",
            (
                Column("size", "规模", "how many things, five at least"),
                Column("techniques", "代表技术", "the most telling techniques"),
                Column("trends", "代表趋势", "the trends it is about"),
                Column("makers", "代表机构", "who builds what is in it"),
                Column("inside", "内部占比", "from 0 to 1: relationships that stay inside"),
                Column("stability", "稳定度", "from 0 to 1: pairs that stay together in ten runs"),
            ),
        ),
        Measure(
            "similar-companies",
            "Which companies have the same trends, techniques and industries?",
            "哪些机构有相同的趋势、技术和行业？",
            f"{_WEIGHED} Compared are the trends, techniques and industries of a company and of "
            "what it builds; pairs with fewer than three things in common are left out.",
            "It does not say that two companies compete, nor that they are of one size. Of a "
            "company that the sources barely mention, little is known that could differ: look at "
            "how many things are shared.",
            (
                *_PAIR,
                Column("trends", "共有趋势", "the trends among these, rare ones first"),
                Column("techniques", "共有技术", "the techniques"),
                Column("industries", "共有行业", "the industries"),
            ),
            ("Company",),
            0,
            1,
        ),
        Measure(
            "similar-trends",
            "Which trends are about the same things?",
            "哪些趋势涉及相同的事物？",
            f"{_WEIGHED} Compared are the techniques, models, products and companies tied to a "
            "trend by EXEMPLIFIES or ENABLES, and the industries that it is APPLIED_IN.",
            "Figures are small because every chapter names much that no other does: their order "
            "tells more than their size. It does not say that one trend drives the other.",
            (*_PAIR, Column("what", "共有事物", "which, those that few other trends have first")),
            ("Trend",),
            0,
            1,
        ),
        Measure(
            "connecting-techniques",
            "Which are the fewest techniques that connect all these trends?",
            "最少用哪些技术就能连接这些趋势？",
            "A set of techniques connects the trends if one can go from any trend to any other "
            "over ENABLES, EXEMPLIFIES and PART_OF in either direction without touching anything "
            "but these trends and techniques. The answer is a set than which no smaller one does "
            "it (a Steiner tree), found exactly; where that would take too long, it says so and "
            "how many techniques any set needs at least. Of several least sets it is the one with "
            "the most trends for which the tie is stated and more than a mention. The rows are the "
            "proof: where each trend is tied to the set.",
            "Other sets of the same size may exist. To connect trends is not to drive them: read "
            "the certainty and the role.",
            (
                Column("technique", "技术", "a technique of the set"),
                Column("trend", "趋势", "a trend that it is tied to"),
                Column("relationship", "关系", "by what"),
                Column("certainty", "确定程度", "stated or implied"),
                Column("role", "角色", "of EXEMPLIFIES: driver, case or mentioned"),
                Column("where", "出处", "who says so"),
            ),
            ("Trend",),
            0,
            None,
        ),
        Measure(
            "without",
            "What rests on the models of a company, or on one model or product?",
            "若某机构的模型消失，什么会随之失去依托？",
            "The things POWERED_BY or BASED_ON what is gone, directly (level 1) or through "
            "others. Of a company, gone are the models that it and its units build, and those of "
            "its products that something else rests on.",
            "Lost means that the sources name nothing else that the thing rests on: it may have "
            "another model that no source tells of, and open weights stay with those who have "
            "them. A model whose maker no source names is not gone with any company.",
            (
                Column("level", "层级", "the least number of steps to what is gone"),
                _THING,
                _KIND,
                Column("builders", "研发者", "who builds it"),
                Column("lost", "完全失去", "whether nothing that it rests on is left"),
                Column("left", "尚存", "what is left"),
                Column("where", "出处", "who says that it rests on what is gone"),
            ),
            ("Company", "Model", "Product"),
            1,
            1,
        ),
    )
}


def asked(name: str, note: Said = ("", "")) -> Asked:
    """The beginning of the answer of a measure."""
    measure = MEASURES[name]
    return {
        "measure": name,
        "question": measure.question,
        "question_zh": measure.question_zh,
        "note": note[0],
        "note_zh": note[1],
    }
