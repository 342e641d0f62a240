"""How each kind of thing and each relationship looks and what a reader calls it.

Pages, the SVG and the style of Neo4j Browser all take their colours from here, so that a company
has one colour everywhere. Hues were searched for so that they stay apart for readers with
protanopia and deuteranopia; a mark of its own shape says the kind a second time, and a phrase in
words says the relationship.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True)
class Kind:
    """One kind of thing: its colours (``#rrggbb``) on white and on dark, its mark, its names."""

    light: str
    dark: str
    mark: str
    en: str
    zh: str


@dataclass(frozen=True)
class Relationship:
    """One relationship: its colours and its phrase along the arrow and against it."""

    light: str
    dark: str
    en: str
    en_back: str
    zh: str
    zh_back: str


PAPER: Final = "#ffffff"
PAPER_DARK: Final = "#151920"
# On a filled box: white on the light colour, near black on the dark one.
INK_ON_LIGHT: Final = "#ffffff"
INK_ON_DARK: Final = "#0d1117"

KINDS: Final = MappingProxyType(
    {
        "Trend": Kind("#95391e", "#e87320", "hexagon", "trend", "趋势"),
        "Technique": Kind("#3d6ed8", "#85afff", "triangle", "technique", "技术"),
        "Model": Kind("#2f826f", "#74e6ca", "square", "model", "模型"),
        "Product": Kind("#6e1160", "#c583b6", "diamond", "product", "产品"),
        "Company": Kind("#9e6b0a", "#e0be79", "circle", "company", "机构"),
        "Person": Kind("#663642", "#e9888c", "ring", "person", "人物"),
        "Benchmark": Kind("#543a84", "#9f7cef", "bars", "benchmark", "评测基准"),
        "Dataset": Kind("#027ca1", "#97dffd", "frame", "dataset", "数据集"),
        "Hardware": Kind("#281518", "#e1566d", "chip", "hardware", "硬件"),
        "Industry": Kind("#333a05", "#d9ec9b", "cross", "industry", "行业"),
        "Part": Kind("#565b69", "#b8b8c8", "bar", "part", "篇"),
    }
)

RELATIONSHIPS: Final = MappingProxyType(
    {
        "ENABLES": Relationship("#b23007", "#e06a2b", "enables", "enabled by", "推动", "得益于"),
        "BRIDGE": Relationship(
            "#43167e", "#9776eb", "overlaps with", "overlaps with", "相通于", "相通于"
        ),
        "EXEMPLIFIES": Relationship(
            "#5580e0", "#8ac0ff", "exemplifies", "exemplified by", "体现", "见于"
        ),
        "APPLIES": Relationship("#27907f", "#56c3b2", "applies", "applied by", "采用", "用于"),
        "BUILDS": Relationship("#a5781a", "#f6d376", "builds", "built by", "打造", "出自"),
        "OFFERS": Relationship("#7d5a00", "#fbe24a", "offers", "offered by", "提供", "提供者"),
        "POWERED_BY": Relationship("#98348b", "#b8669f", "powered by", "powers", "依托", "支撑"),
        "BASED_ON": Relationship("#0b2a7a", "#7aa2ff", "based on", "base of", "基于", "衍生"),
        "VERSION_OF": Relationship(
            "#6a1bd1", "#b98cff", "later version of", "earlier name of", "后续版本", "早期名称"
        ),
        "TRAINED_ON": Relationship(
            "#0a6b2c", "#4fe07f", "trained on", "trains", "训练数据", "训练"
        ),
        "TRAINED_WITH": Relationship(
            "#3b2a20", "#cfc3b8", "trained with", "used to train", "训练硬件", "训练"
        ),
        "ADOPTS": Relationship("#488250", "#afebb4", "adopts", "adopted by", "引入", "引入者"),
        "PARTNERS_WITH": Relationship(
            "#582a04", "#faae74", "partners with", "partners with", "合作", "合作"
        ),
        "PART_OF": Relationship("#525460", "#8a8d97", "part of", "includes", "属于", "包含"),
        "FOUNDED": Relationship("#645f34", "#a29454", "founded", "founded by", "创立", "创立者"),
        "WORKS_AT": Relationship("#517e88", "#84e4fa", "works at", "employs", "任职于", "成员"),
        "AUTHORED": Relationship("#595cb8", "#7f7ed6", "wrote", "written by", "撰写", "作者"),
        "APPLIED_IN": Relationship("#01445f", "#56a8d6", "applied in", "uses", "应用于", "应用"),
        "CONTRASTS_WITH": Relationship(
            "#860a38", "#f79391", "contrasts with", "contrasts with", "对照", "对照"
        ),
        "EVALUATED_ON": Relationship(
            "#758958", "#7f9469", "evaluated on", "evaluates", "评测于", "评测"
        ),
    }
)

_PLAIN = ("#5b6472", "#9aa4b2")


def kind_look(kind: str) -> Kind:
    """The look of ``kind``; a grey dot under its own name for a kind nobody has described."""
    return KINDS.get(kind) or Kind(*_PLAIN, "dot", kind.lower(), kind)


def relationship_look(type_: str) -> Relationship:
    """The look of a relationship type; grey, under its own name, when it is not a known one."""
    phrase = type_.replace("_", " ").lower()
    return RELATIONSHIPS.get(type_) or Relationship(*_PLAIN, phrase, phrase, phrase, phrase)
