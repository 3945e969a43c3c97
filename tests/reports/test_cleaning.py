"""What is kept of a report and what is dropped."""

from __future__ import annotations

import time
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statuquo.reports import Report, clean
from statuquo.reports.furniture import load_furniture

FRENCH_PAGE = """\
    Accueil > Monde > Amérique latine
    Moscou renforce Caracas
    Publié le 30 mai 2019 à 10h12 - Mis à jour à 11h00
    Par Claire Dubois, avec AFP
    Partager Tweeter Envoyer
    12 commentaires
    Temps de lecture : 3 min

    Photo : Jean Exemple / AFP
    CARACAS (AFP) - La Russie a confirmé l'envoi de soldats.L'ambassadeur a parlé.

    Lire aussi : Washington menace

    Un accord ancien

    • Les deux pays ont signé un accord en 2001.
    • Il reste en vigueur.

    La suite après cette publicité
    « Nous ne céderons pas », a dit le ministre. ■

    © 2019 Le Quotidien d'Essai. Tous droits réservés.
    Inscrivez-vous à notre newsletter
    Sur le même sujet
    Oslo accueille les deux camps
    Une grève est annoncée
"""
ENGLISH_PAGE = """\
    Russia backs Caracas

    By John Example in Caracas
    Thursday 30 May 2019 10.30 BST
    Share on Facebook
    Share on Twitter

    MOSCOW, May 30 (Reuters) - Russia has sent troops to Venezuela, the ambassador said.

    Read more: Talks open in Oslo

    "We have an agreement," he said.
    READ MORE

    Advertisement

    The two sides met in Oslo.

    Sign up for our morning briefing
    We use cookies to improve your experience.
    Topics: Venezuela, Russia
"""
SPANISH_PAGE = """\
    Rusia respalda a Caracas
    Redacción
    30/05/2019 - 10:30
    Compartir en WhatsApp
    Caracas, 30 may (EFE).- Rusia confirmó el envío de militares.
    Foto: EFE/Archivo
    Leer también: La oposición convoca a la huelga
    El embajador habló.Las partes se reunieron en Oslo.
    EFE
    abc/def
    Todos los derechos reservados
"""


def blocks(report: Report) -> list[tuple[str, str]]:
    cleaned = clean(report)
    return [(block.kind, cleaned.text[block.start : block.end]) for block in cleaned.blocks]


class TestPages:
    def test_french(self) -> None:
        title = "Monde | Moscou renforce Caracas - Le Quotidien d'Essai"
        report = Report(title=title, outlet="Le Quotidien d'Essai", text=dedent(FRENCH_PAGE))
        assert blocks(report) == [
            ("title", "Moscou renforce Caracas"),
            ("paragraph", "La Russie a confirmé l'envoi de soldats. L'ambassadeur a parlé."),
            ("subhead", "Un accord ancien"),
            ("paragraph", "Les deux pays ont signé un accord en 2001."),
            ("paragraph", "Il reste en vigueur."),
            ("paragraph", "« Nous ne céderons pas », a dit le ministre."),
        ]

    def test_english(self) -> None:
        assert blocks(Report(text=dedent(ENGLISH_PAGE))) == [
            ("title", "Russia backs Caracas"),
            ("paragraph", "Russia has sent troops to Venezuela, the ambassador said."),
            ("paragraph", '"We have an agreement," he said.'),
            ("paragraph", "The two sides met in Oslo."),
        ]

    def test_spanish(self) -> None:
        assert blocks(Report(text=dedent(SPANISH_PAGE))) == [
            ("title", "Rusia respalda a Caracas"),
            ("paragraph", "Rusia confirmó el envío de militares."),
            ("paragraph", "El embajador habló. Las partes se reunieron en Oslo."),
        ]

    def test_what_was_dropped_can_be_looked_at(self) -> None:
        dropped = clean(Report(text=dedent(SPANISH_PAGE))).dropped
        assert "Compartir en WhatsApp" in dropped
        assert "Caracas, 30 may (EFE).-" in dropped

    def test_counters_and_section_of_a_page_that_was_pasted(self) -> None:
        text = (
            "Monde | Oslo ouvre ses portes!\n\n0\n507\n\nLes “deux camps“.Ils se sont vus.\n\n"
            "Une trêve\n\nElle tient."
        )
        assert blocks(Report(text=text)) == [
            ("title", "Oslo ouvre ses portes!"),
            ("paragraph", "Les “deux camps”. Ils se sont vus."),
            ("subhead", "Une trêve"),
            ("paragraph", "Elle tient."),
        ]


class TestTitles:
    BODY = "La Norvège reçoit les deux camps depuis mardi soir à Oslo."

    @pytest.mark.parametrize(
        ("title", "kept"),
        [
            ("Oslo ouvre ses portes", "Oslo ouvre ses portes"),
            ("Monde | Oslo ouvre ses portes", "Oslo ouvre ses portes"),
            ("International › Diplomatie › Oslo ouvre ses portes", "Oslo ouvre ses portes"),
            ("Oslo ouvre ses portes | Le Jour", "Oslo ouvre ses portes"),
            ("Oslo ouvre ses portes - lejour", "Oslo ouvre ses portes"),
            ("Oslo ouvre ses portes - Norvège", "Oslo ouvre ses portes - Norvège"),
            ("Oslo ouvre ses portes - Lejour.example", "Oslo ouvre ses portes"),
            (
                "Norvège - Venezuela : Oslo ouvre ses portes",
                "Norvège - Venezuela : Oslo ouvre ses portes",
            ),
            ("  Oslo\n ouvre\xa0ses portes ", "Oslo ouvre ses portes"),
        ],
    )
    def test_a_title_loses_section_and_outlet(self, title: str, kept: str) -> None:
        report = Report(
            title=title, outlet="Le Jour", url="https://www.lejour.example/a", text=self.BODY
        )
        assert blocks(report) == [("title", kept), ("paragraph", self.BODY)]

    @pytest.mark.parametrize(
        "first", ["Oslo ouvre ses portes", "Monde | Oslo ouvre ses portes", "OSLO OUVRE SES PORTES"]
    )
    def test_a_title_that_the_text_repeats_stands_once(self, first: str) -> None:
        report = Report(title="Oslo ouvre ses portes", text=f"{first}\n\n{self.BODY}")
        assert blocks(report) == [("title", "Oslo ouvre ses portes"), ("paragraph", self.BODY)]

    def test_the_first_line_is_the_title_when_it_is_evidently_one(self) -> None:
        report = Report(text=f"Oslo ouvre ses portes\n{self.BODY}")
        assert blocks(report) == [("title", "Oslo ouvre ses portes"), ("paragraph", self.BODY)]

    @pytest.mark.parametrize(
        "text",
        [
            "Moscou soutient Caracas",
            "Moscou soutient Caracas.",
            "MOSCOU SOUTIENT CARACAS",
            "« Nous ne céderons pas », dit Moscou",
            "BOGOR, Indonesia:",
        ],
    )
    def test_a_report_of_one_sentence_is_a_paragraph_unchanged(self, text: str) -> None:
        assert blocks(Report(text=text)) == [("paragraph", text)]

    def test_two_headlines_are_no_title_and_text(self) -> None:
        report = Report(text="Moscou soutient Caracas\n\nWashington menace")
        assert [kind for kind, _ in blocks(report)] == ["paragraph", "paragraph"]


class TestBlocks:
    def test_a_remark_and_a_list_are_no_subheads(self) -> None:
        text = "Un début de phrase qui finit bien.\n\n« Non ! »\n\nla levée des sanctions\n\nFin de la page."
        assert [kind for kind, _ in blocks(Report(text=text))] == ["paragraph"] * 4

    def test_a_subhead_stands_before_a_paragraph(self) -> None:
        text = "La première phrase finit bien.\n\nEt maintenant ?\n\nRien ne change.\n\nUne fin sans point"
        assert [kind for kind, _ in blocks(Report(text=text))] == [
            "paragraph",
            "subhead",
            "paragraph",
            "paragraph",
        ]

    @pytest.mark.parametrize("text", ["", " \n ", "Partager", "0\n507", "***"])
    def test_where_nothing_is_said_nothing_is_left(self, text: str) -> None:
        cleaned = clean(Report(text=text))
        assert (cleaned.text, cleaned.blocks) == ("", ())


class TestNothingIsLost:
    """Sentences that look like furniture, in the middle of a report."""

    @pytest.mark.parametrize(
        "sentence",
        [
            "Partager le pouvoir avec l'opposition est exclu, dit le ministre.",
            "Par ailleurs, Moscou a envoyé deux avions.",
            "Selon l'AFP, les pourparlers ont échoué.",
            "La publicité faite à l'accord a irrité Washington.",
            "Le 30 mai 2019, les deux pays ont signé.",
            "Reuters a été expulsée de la capitale.",
            "Il y a trois jours, l'armée a reculé.",
            "OTAN - Russie : le dialogue est rompu.",
            "U.S. - China talks have collapsed in Geneva.",
            "Sources close to the president say that he will resign.",
            "Copyright law was the first thing that parliament changed.",
            "See the army retreat and be glad, the rebel said.",
            "Leer la carta en público fue un error, dijo el canciller.",
            "Más de 200 soldados cruzaron la frontera.",
            "12 morts.",
            "Non.",
        ],
    )
    def test_in_the_middle_of_a_text(self, sentence: str) -> None:
        around = "La situation reste très tendue dans tout le pays ce matin."
        report = Report(text=f"{around}\n\n{sentence}\n\n{around}")
        assert blocks(report)[1] == ("paragraph", sentence)

    def test_the_headline_below_a_bare_link_heading_may_be_a_subhead(self) -> None:
        text = "Tout est dit dans cette première phrase.\n\nLire aussi\n\nUne trêve fragile\n\nElle tient."
        assert ("subhead", "Une trêve fragile") in blocks(Report(text=text))

    def test_links_below_a_heading_go(self) -> None:
        text = "Tout est dit dans cette première phrase.\n\nLire aussi :\n\nUne trêve fragile\n\nElle tient."
        assert [text for _, text in blocks(Report(text=text))] == [
            "Tout est dit dans cette première phrase.",
            "Elle tient.",
        ]


PIECES = st.sampled_from(
    [
        *(example for rule in load_furniture().rules for example in rule.drops + rule.keeps),
        *(
            "\n",
            "\n\n",
            "\r\n",
            " ",
            "- ",
            "• ",
            "“",
            "”",
            "„",
            "«",
            "»",
            "``",
            "''",
            "&amp;",
            "&lt;p&gt;",
        ),
        *(
            "<p>",
            "<b>",
            "[",
            "]",
            "(",
            ")",
            ".",
            ",",
            "!",
            "…",
            "\xa0",
            "\u200b",
            "\xad",
            "\ud800",
            "\x00",
        ),
        *(
            "e\u0301",
            "Ã©",
            "â€™",
            "PARIS",
            "AFP",
            "(AFP)",
            " - ",
            "—",
            "Monde | ",
            "l' ",
            "0",
            "507",
        ),
        *(
            "AB.Cd",
            "fin.Le",
            "a,b",
            "gouverne-\nment",
            "**",
            "# ",
            "1",
            "mot",
            "Mot",
            "x" * 90,
            "■",
            "[1]",
        ),
    ]
)
PAGES = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=300)


@settings(max_examples=300, deadline=None)
@given(text=PAGES, title=st.none() | PAGES, outlet=st.none() | PIECES, url=st.none() | PAGES)
def test_any_text_gives_blocks_that_cover_it(
    text: str, title: str | None, outlet: str | None, url: str | None
) -> None:
    cleaned = clean(Report(text=text, title=title, outlet=outlet, url=url))
    cleaned.text.encode("utf-8")
    covered = [cleaned.text[block.start : block.end] for block in cleaned.blocks]
    assert "\n\n".join(covered) == cleaned.text
    assert all(piece == piece.strip() and piece and "\n" not in piece for piece in covered)
    ends = [0, *(block.end for block in cleaned.blocks)]
    assert all(
        end <= block.start < block.end for end, block in zip(ends, cleaned.blocks, strict=False)
    )
    assert [block.kind for block in cleaned.blocks[1:]].count("title") == 0


@settings(max_examples=300, deadline=None)
@given(text=PAGES, title=st.none() | PAGES)
def test_cleaning_what_was_cleaned_changes_nothing(text: str, title: str | None) -> None:
    once = clean(Report(text=text, title=title)).text
    assert clean(Report(text=once)).text == once


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "A ",
        "[",
        "(",
        "&",
        "&amp;",
        "**a",
        "<p ",
        "“",
        "ab.Cd",
        ".",
        " ,",
        "l' a",
        "• ",
        "1 ",
        "e\u0301",
        "\ud800",
        "Ã©",
        "(AFP) - ",
        "Monde | ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        clean(Report(text=text, title=text[:1000]))
        return time.process_time() - start

    seconds(1_000)
    small, large = seconds(20_000), seconds(200_000)
    assert large < 40 * small + 0.1
