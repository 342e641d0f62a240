"""How a relationship reads, in both languages: plain data, so that reading needs no models."""

READS: dict[str, tuple[str, str]] = {
    "BUILDS": ("{source} builds {target}", "{source}研发{target}"),
    "FOUNDED": ("{source} founded {target}", "{source}创立{target}"),
    "WORKS_AT": ("{source} works at {target}", "{source}任职于{target}"),
    "AUTHORED": ("{source} wrote the chapter on {target}", "{source}撰写{target}一章"),
    "POWERED_BY": ("{source} is powered by {target}", "{source}基于{target}"),
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


def says(type_: str, source: str, target: str, *, zh: bool = False) -> str:
    """A relationship as a sentence in our own words."""
    return READS[type_][zh].format(source=source, target=target)
