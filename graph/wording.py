"""How things and relationships read, in both languages: plain data, without the models."""

from typing import TypedDict

KINDS_ZH: dict[str, str] = {
    "Company": "机构",
    "Model": "模型",
    "Product": "产品",
    "Technique": "技术",
    "Benchmark": "基准",
    "Dataset": "数据集",
    "Hardware": "硬件",
    "Person": "人物",
    "Industry": "行业",
    "Trend": "趋势",
    "Part": "篇",
}
"""The kinds of things, which are the labels of their nodes, with their Chinese names."""

CERTAINTY_ZH: dict[str, str] = {"stated": "明确陈述", "implied": "可以推知"}

READS: dict[str, tuple[str, str]] = {
    "BUILDS": ("{source} builds {target}", "{source}研发{target}"),
    "FOUNDED": ("{source} founded {target}", "{source}创立{target}"),
    "WORKS_AT": ("{source} works at {target}", "{source}任职于{target}"),
    "AUTHORED": ("{source} wrote the chapter on {target}", "{source}撰写{target}一章"),
    "OFFERS": ("{source} offers {target}", "{source}提供{target}"),
    "POWERED_BY": ("{source} is powered by {target}", "{source}依托{target}"),
    "BASED_ON": ("{source} is based on {target}", "{source}基于{target}"),
    "VERSION_OF": ("{source} is a later version of {target}", "{source}是{target}的后续版本"),
    "TRAINED_ON": ("{source} is trained on {target}", "{source}用{target}训练"),
    "TRAINED_WITH": ("{source} is trained with {target}", "{source}在{target}上训练"),
    "APPLIES": ("{source} applies {target}", "{source}采用{target}"),
    "ADOPTS": ("{source} adopts {target}", "{source}引入{target}"),
    "PARTNERS_WITH": ("{source} partners with {target}", "{source}与{target}合作"),
    "PART_OF": ("{source} is part of {target}", "{source}属于{target}"),
    "ENABLES": ("{source} enables {target}", "{source}推动{target}"),
    "EXEMPLIFIES": ("{source} exemplifies {target}", "{source}体现{target}"),
    "APPLIED_IN": ("{source} is applied in {target}", "{source}应用于{target}"),
    "CONTRASTS_WITH": ("{source} contrasts with {target}", "{source}区别于{target}"),
    "EVALUATED_ON": ("{source} is evaluated on {target}", "{source}在{target}上评测"),
}


Said = tuple[str, str]
"""The same in English and in Chinese."""


def both(name: str, name_zh: str | None) -> Said:
    """A name for each language; the one there is stands in for the one there is not."""
    return name, name_zh or name


class Entity(TypedDict):
    """A thing: its id, its kind (the label), its names."""

    id: str
    kind: str
    name: str
    name_zh: str | None


def names(thing: Entity) -> Said:
    """What it is called in either language."""
    return both(thing["name"], thing["name_zh"])


def discussed(thing: Said) -> Said:
    """That a source speaks of a thing, as a sentence."""
    return f"{thing[0]} is discussed", f"谈到{thing[1]}"


def of_kin(thing: Said, count: int) -> Said:
    """That an answer on a thing is told from that many others of its family."""
    return (
        f"No source says who builds {thing[0]} itself: told from {count} of its family, by name",
        f"没有来源说明{thing[1]}本身由谁研发：依据同一系列的 {count} 项（按名称）得出",
    )


def through_units(builder: Said, own: int, theirs: int) -> Said:
    """How many things a group is itself said to build, and how many only its units."""
    return (
        f"{builder[0]} itself is said to build {own}, and its units {theirs} more",
        f"来源称{builder[1]}自身研发 {own} 项，其下属机构另研发 {theirs} 项",
    )


def says(type_: str, source: Said, target: Said) -> Said:
    """A relationship as a sentence in our own words, in English and in Chinese."""
    en, zh = (
        pattern.format(source=source[i], target=target[i]) for i, pattern in enumerate(READS[type_])
    )
    return en, zh
