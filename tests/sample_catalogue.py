"""A small catalogue beside the report: what only catalogues say, of things that the report knows.

Sizes, dates, descent and a second builder are made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trendweave.graph.gather import Gathered, Gatherer
from trendweave.graph.model import Claim, Edge, Line, Record, Ref, SourceInfo, Thing

AT = Line(file="sample", line=1)
SOURCE = SourceInfo(
    id="sample",
    title="A sample",
    publisher="Nobody",
    date="2026",
    licence="CC0-1.0",
    attribution="Nobody",
)
# name; builders; date; billions of parameters; FLOP; access; licence
MODELS = """
GPT-2; OpenAI; 2019-02; 1.5; 1.9e21; open; MIT
GPT-4; OpenAI; 2023-03-14; 1800; 2.1e25; limited;
GPT-4o; OpenAI; 2024-05-13; ; 3.8e25; limited;
o3; OpenAI; 2024-12; ; ; limited;
codex-1; OpenAI; 2025-05; ; ; closed;
Gemini; Google; 2023-12; 30.3; 5e25; limited;
Llama; Meta; 2023-02-24; 65; 5.5e23; open; Llama
DeepSeek-R1; DeepSeek; 2025-01-20; 671; 3.8e24; open; MIT
Kimi K2; Moonshot AI; 2025-07; 1000; 3.1e24; open; Modified MIT
Lumen 3; Tencent, Quasar Systems; 2026-02; 70.1; 2.3e24; open; mit
"""
EDGES = """
Model:codex-1 BASED_ON Model:o3
Model:o3 BASED_ON Model:GPT-4o
Model:GPT-4o BASED_ON Model:GPT-4
Model:GPT-4 BASED_ON Model:GPT-2
Model:Gemini BASED_ON Model:GPT-2
Model:Lumen 3 BASED_ON Model:Llama
Model:Lumen 3 BASED_ON Model:Gemini
Model:Lumen 3 BASED_ON Model:codex-1
Model:DeepSeek-R1 BASED_ON Model:Llama
Model:Kimi K2 BASED_ON Model:DeepSeek-R1
Model:Llama BASED_ON Model:GPT-2
Model:Lumen 3 (2026-03-01) VERSION_OF Model:Lumen 3
Dataset:Gull Corpus BASED_ON Model:Gemini
Company:Google BUILDS Dataset:Gull Corpus
Company:NVIDIA BUILDS Hardware:NVIDIA A100
Company:Tencent BUILDS Hardware:Quasar Q200
Company:Boston Dynamics BUILDS Product:Atlas
Company:Figure AI BUILDS Product:Figure 02
Company:Quasar Systems BUILDS Product:Deep Research
"""
TRAINED = "GPT-2 GPT-4 GPT-4o Llama Gemini DeepSeek-R1 o3"
OFFERED = """
OpenAI Google 腾讯 Meta NVIDIA Alibaba Anthropic; GPT-4o
OpenAI Google DeepSeek Alibaba NVIDIA; DeepSeek-R1
Google Anthropic; Gemini
Meta NVIDIA Adobe; Llama
OpenAI NVIDIA; o3
OpenAI NVIDIA; codex-1
NVIDIA; Deep Research
"""
ROBOTS = {"Atlas": "humanoid", "Figure 02": "humanoid", "Unitree robot dog": "quadruped"}


def gathered() -> Gathered:
    """The sample as the product would write it."""
    return Gatherer(SOURCE).take(records()).result()


def records() -> Iterator[Record]:
    """Its records."""
    for line in MODELS.strip().splitlines():
        name, builders, date, size, compute, access, licence = map(str.strip, line.split(";"))
        claim = Claim(
            where=f"row of {name}",
            date=date,
            access=access,  # type: ignore[arg-type]
            licence=licence or None,
            parameters=float(size) * 1e9 if size else None,
            compute=float(compute) if compute else None,
        )
        yield Thing(ref=Ref(kind="Model", name=name), claims=(claim,), at=AT)
        for builder in builders.split(", "):
            yield _edge(f"Company:{builder}", "BUILDS", f"Model:{name}")
    terms = Claim(where="row", date="2022", licence="CC BY 4.0", access="open")
    yield Thing(ref=Ref(kind="Dataset", name="Gull Corpus"), claims=(terms,), at=AT)
    for name, category in ROBOTS.items():
        said = Claim(where="row", date="2024", figures={"category": category, "weight": "90 kg"})
        yield Thing(ref=Ref(kind="Product", name=name), claims=(said,), at=AT)
    for line in EDGES.strip().splitlines():
        source, type_, target = re.split(r" ([A-Z_]{5,}) ", line)
        yield _edge(source, type_, target)
    for name in TRAINED.split():
        yield _edge(f"Model:{name}", "TRAINED_ON", "Dataset:Gull Corpus")
        yield _edge(f"Model:{name}", "TRAINED_WITH", "Hardware:NVIDIA A100")
    for line in OFFERED.strip().splitlines():
        providers, thing = line.split("; ")
        kind = "Product" if thing == "Deep Research" else "Model"
        for provider in providers.split():
            yield _edge(f"Company:{provider}", "OFFERS", f"{kind}:{thing}")


def _edge(source: str, type_: str, target: str) -> Edge:
    ends = [Ref(kind=end.partition(":")[0], name=end.partition(":")[2]) for end in (source, target)]
    claim = Claim(where="row", figures={"quantity": "16"} if type_ == "TRAINED_WITH" else {})
    return Edge(source=ends[0], type=type_, target=ends[1], claim=claim, at=AT)
