"""Links, provisions, articles and region values."""

from datetime import date

from tests.content.planted.case import Planted
from tests.content.planted.lessons import lesson
from tests.content.planted.yaml import RIGHT, question

LAW = """
law.yaml:
    ¤blag-1:
      act: barnrättslagen (2018:1197)
      provision: 1 §
      source: https://lagar.example/2018:1197
      checked_on: 2026-08-22
      wordings:
        - valid_from: 2020-01-01
          says: Artiklarna 1-42 gäller.
"""


def law(old: str, new: str, at: str = "act") -> str:
    """The provision with other words, told where its entry begins."""
    assert old in LAW
    return LAW.replace("¤", "").replace(old, new).replace(f"  {at}:", f"  ¤{at}:", 1)


CASES = [
    Planted("link-nowhere", lesson("Läs ¤[nästa avsnitt](tva.md)."), ("tva.md", "ett.md#barn")),
    Planted(
        "link-form",
        lesson("Läs ¤[rapporten](https://exempel)."),
        ("https://exempel", "https://exempel.example"),
    ),
    Planted(
        "link-form",
        lesson("Skriv ¤[till oss](mailto:barnratt)."),
        ("mailto:barnratt", "mailto:barnratt@norrsjo.example"),
    ),
    Planted(
        "link-scheme",
        lesson("Läs ¤[rapporten](javascript:alert%281%29)."),
        ("javascript:alert%281%29", "https://exempel.example/rapport_(1)"),
    ),
    Planted("link-http", lesson("Läs ¤[rapporten](http://exempel.example)."), ("http:", "https:")),
    Planted(
        "link-unreadable",
        lesson("Läs ¤[rapporten](https://exempel.example/en rapport)."),
        ("en rapport", "en-rapport"),
    ),
    Planted(
        "link-unreadable", lesson("Läs [rap[port]¤](https://exempel.example)."), ("rap[port]¤", "rapport")
    ),
    Planted(
        "link-apart",
        lesson("Läs [rapporten][1].\n\n¤[1]: https://exempel.example"),
        ("[rapporten][1].\n\n    ¤[1]:", "rapporten[^1].\n\n    [^1]:"),
    ),
    Planted(
        "link-vague",
        lesson("För mer, ¤[klicka här](https://exempel.example)."),
        ("klicka här", "läs rapporten"),
    ),
    Planted("link-empty", lesson("För mer: ¤[](https://exempel.example)."), ("[]", "[rapporten]")),
    Planted(
        "link-bare",
        lesson("Läs på ¤https://exempel.example."),
        ("¤https://exempel.example", "[sidan](https://exempel.example)"),
    ),
    Planted(
        "link-bare",
        lesson("Läs på <¤https://exempel.example>."),
        ("<¤https://exempel.example>", "`https://exempel.example`"),
    ),
    Planted(
        "link-bare",
        lesson("Läs ¤[https://exempel.example](https://exempel.example)."),
        ("[https://exempel.example]", "[sidan]"),
    ),
    Planted("unknown-law", lesson("Enligt ¤[lagen](law:blag-2)."), ("blag-2", "blag-1")),
    Planted(
        "unknown-law",
        lesson("```reflect\nid: tank\nask: Hur följer du ¤[lagen](law:blagg)?\n```"),
        ("blagg", "blag-1"),
    ),
    Planted(
        "unknown-law",
        law("gäller.", "gäller, se [nästa](law:blag-2).").replace("¤", "").replace("says: ", "says: ¤"),
        (", se [nästa](law:blag-2)", ""),
    ),
    Planted("unknown-article", lesson("Barn har rätt att ¤[leka](crc:43)."), ("crc:43", "crc:12")),
    Planted("unknown-article", lesson("Barn har rätt att ¤[leka](crc:tolv)."), ("crc:tolv", "crc:3")),
    Planted(
        "empty-region-value",
        lesson("Fråga ditt ¤{region.ombud.singular}."),
        ("{region.ombud.singular}", "ombud"),
    ),
    Planted(
        "empty-region-value",
        lesson("Se ¤{region.routines.oro.title}."),
        ("{region.routines.oro.title}", "rutinen"),
    ),
    Planted("unknown-region-value", lesson("Här i ¤{region.namn}."), ("region.namn", "region.name")),
    Planted(
        "unknown-region-value",
        lesson("Se ¤{region.routines.oro.titel}."),
        ("{region.routines.oro.titel}", "rutinen"),
    ),
    Planted("law-lapsed", law("- valid_from: 2020-01-01", "- valid_to: 2026-11-20"), ("11-20", "12-31")),
    Planted("law-ending", law("- valid_from: 2020-01-01", "- valid_to: 2027-02-19"), ("02-19", "02-20")),
    Planted(
        "law-changing",
        law(
            "- valid_from: 2020-01-01",
            "- valid_from: 2027-01-01\n          says: Nytt.\n        - valid_to: 2026-12-31",
        ),
        ("2027-01-01", "2027-03-01"),
    ),
    Planted("law-unchecked", law("2026-08-22", "2025-11-20"), ("11-20", "11-21")),
    Planted("law-stale-words", lesson("Anmäl enligt ¤14 kap. 1 § i lagen."), ("14 kap.", "19 kap.")),
    Planted("law-stale-words", lesson("Anmäl enligt lagen (¤2001:453)."), ("2001:453", "2025:400")),
    Planted("law-stale-words", lesson("Barnets bästa i ¤främsta rummet."), ("främsta rummet", "första hand")),
    Planted("law-stale-words", lesson("Alla ¤54 artiklar är svensk lag."), ("54 artiklar", "42 artiklar")),
    Planted("law-stale-words", lesson("Vårt ¤landsting har ombud."), ("landsting", "lands ting")),
    Planted(
        "law-stale-words",
        lesson("Vid ¤missbruk gäller 5 kap. 7 § i lagen."),
        ("missbruk", "beroende"),
        today=date(2028, 1, 2),
    ),
    Planted(
        "facilitator-address",
        lesson("¤Till dig som leder: börja med filmen."),
        ("Till dig som leder", "Du som leder"),
    ),
    Planted(
        "facilitator-leaks",
        lesson("Barnet är den som först och främst ska informeras.")
        + "quizzes/filmen.yaml:\n    kind: film-discussion\n    id: filmen\n    title: Filmen\n    film:\n      file: media/film.webm\n      length: 1:00\n    facilitator:\n      facts:\n        - Barnet är den som *först och främst* ska informeras.\n",
        ("Barnet är den som först och främst ska informeras.", "Barnet informeras."),
        at=("ett.md:1:1",),
    ),
    Planted(
        "facilitator-leaks",
        "quizzes/filmen.yaml:\n    ¤kind: film-discussion\n    id: filmen\n    title: Filmen\n    watch_for: Se efter vem som talar till barnet.\n    film:\n      file: media/film.webm\n      length: 1:00\n    facilitator:\n      listen_for: Se efter vem som talar till barnet.\n",
        ("listen_for: Se efter", "listen_for: Hör efter"),
    ),
    Planted(
        "region-example",
        lesson("Här i ¤{region.name}."),
        shelf="courses/region.yaml:\n    name: Region Norrsjö\n    example: true\n",
        without=("region.yaml",),
    ),
    Planted("brackets", lesson("Kryssa: ¤" + "[ " * 301), ("[ " * 301, "[ " * 300)),
    Planted("brackets", question("ask: ¤Se " + "[ " * 301 + RIGHT), ("[ " * 301, "[ " * 300)),
]
