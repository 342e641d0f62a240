"""The style of Neo4j Browser (GraSS), in the colours of the pages."""

from __future__ import annotations

from trendweave.graph import model
from trendweave.graph.pictures.colours import INK_ON_LIGHT, kind_look, relationship_look

# Pixels, in the Browser's own steps (10, 20, 50, 65, 80): a name in two languages takes 65.
USUAL = 65
DIAMETERS = {"Trend": 80, "Company": 80, "Name": 20}
# Both languages, since a property that a thing lacks takes no room.
THING = "{name_zh} {name}"
CAPTIONS = {"Source": "{title}", "Document": "{title}", "Section": "{title}", "Name": "{id}"}
# The steps by which one trend leads to another read at once.
SHAFTS = {"ENABLES": 4, "BRIDGE": 3}


def grass() -> str:
    """The style sheet."""
    rules = [
        _rule("node", diameter=f"{USUAL}px", caption=f"'{THING}'"),
        _rule("relationship", **{"shaft-width": "2px", "font-size": "9px", "caption": "'<type>'"}),
    ]
    for label in (*model.KINDS, *model.PROVENANCE, "Name"):
        look = kind_look(label)
        rules.append(
            _rule(
                f"node.{label}",
                **{
                    "color": look.light,
                    "border-color": look.dark,
                    "text-color-internal": INK_ON_LIGHT,
                    "diameter": f"{DIAMETERS.get(label, USUAL)}px",
                    "caption": f"'{CAPTIONS.get(label, THING)}'",
                },
            )
        )
    for type_ in model.RELATIONSHIPS:
        colour = relationship_look(type_).light
        width = f"{SHAFTS.get(type_, 2)}px"
        rules.append(_rule(f"relationship.{type_}", **{"color": colour, "shaft-width": width}))
    return "\n".join(rules)


def _rule(selector: str, **properties: str) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in properties.items())
    return f"{selector} {{\n{lines}}}\n"
