"""Characters, gaps and quotation marks."""

from __future__ import annotations

import pytest

from statuquo.reports.layout import is_wrapped, paragraphs
from statuquo.reports.typography import tidy


@pytest.mark.parametrize(
    ("category", "raw", "tidied"),
    [
        ("spaces", "le\xa0Venezuela\u202f: 10\u2009000\tsoldats", "le Venezuela : 10 000 soldats"),
        ("spaces", "un   mot ", "un mot"),
        ("line ends", "a\r\nb\rc\u2028d\u2029e\x0bf", "a\nb\nc\nd\n\ne\nf"),
        ("line ends", "a \n b", "a\nb"),
        ("invisible", "gou\xadverne\u200bment\ufeff\u200f", "gouvernement"),
        ("invisible", "a\x00b\x07c", "abc"),
        ("invisible", "lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("composed", "cafe\u0301 ﬁn", "café fin"),
        ("hyphens", "porte\u2010parole, vice\u2011roi", "porte-parole, vice-roi"),
        (
            "entities",
            "l&#8217;&eacute;t&eacute; &amp; l&amp;rsquo;hiver &nbsp;fin",
            "l’été & l’hiver fin",
        ),
        ("entities", "AT&T, R&D; Q&A", "AT&T, R&D; Q&A"),
        (
            "mojibake",
            "dÃ©jÃ\xa0 dit â€œnonâ€\x9d, lâ€™Ã‰tat, cÅ“ur, Â«\xa0ouÂ\xa0»",
            "déjà dit “non”, l’État, cœur, « ou »",
        ),
        ("mojibake", "l\x92ambassadeur \x93dit\x94", "l’ambassadeur “dit”"),
        ("markup", "<p>Un <b>mot</b>.</p><p>Deux<br/>trois.</p>", "Un mot.\n\n\n\nDeux\ntrois."),
        ("markup", "si a < b et c > d", "si a < b et c > d"),
        (
            "markdown",
            "# Titre\nUn [lien](https://x.example/a) **fort** et *doux*",
            "Titre\nUn lien fort et doux",
        ),
        ("markdown", "![carte](https://x.example/a.png) 5 * 3 * 2", "5 * 3 * 2"),
        (
            "gaps",
            "à Valence . L' OMS , dit-il ( en Suisse ) .",
            "à Valence. L'OMS, dit-il (en Suisse).",
        ),
        ("gaps", "lorsqu' il, jusqu’ à, qu' elle", "lorsqu'il, jusqu’à, qu'elle"),
        ("gaps", "the states' rights, plan 'd' was", "the states' rights, plan 'd' was"),
        ("glued", "la force.Interrogé hier,Moscou nie", "la force. Interrogé hier, Moscou nie"),
        ("glued", "en 2001.Véritable allié!Le", "en 2001. Véritable allié! Le"),
        (
            "glued",
            "fini.»Le ministre «dit»Non (oui).Bien",
            "fini.» Le ministre «dit» Non (oui). Bien",
        ),
        ("glued", "¿Quién?¿Dónde? Nada.«Todo»", "¿Quién? ¿Dónde? Nada. «Todo»"),
        ("kept", "3.5, U.S.A., M.Macron, 1,000", "3.5, U.S.A., M.Macron, 1,000"),
        (
            "kept",
            "www.Exemple.Com, https://t.example/Ab.Cd",
            "www.Exemple.Com, https://t.example/Ab.Cd",
        ),
        ("apostrophes", "l´armée, l`État, l‘accord, ‘seul’", "l’armée, l’État, l’accord, ‘seul’"),
        ("quotes", "des “forces“. Oui", "des “forces”. Oui"),
        ("quotes", "des “forces“.Oui", "des “forces”. Oui"),
        ("quotes", "“Non“, “peut-être“ et “oui”", "“Non”, “peut-être” et “oui”"),
        ("quotes", "”Non”, dit-il", "“Non”, dit-il"),
        ("quotes", "„Nein“, dit-il", "“Nein”, dit-il"),
        ("quotes", "“Il a dit “non” hier”", "“Il a dit “non” hier”"),
        ("quotes", "d’“ordre” et l'“État“", "d’“ordre” et l'“État”"),
        ("quotes", "``new damage'' to it", "“new damage” to it"),
        ("quotes", "<<Non>>, dit-il", "«Non», dit-il"),
        ("quotes", "« Non », “no”, \"no\", 'no'", "« Non », “no”, \"no\", 'no'"),
    ],
)
def test_the_same_sentence_is_written_the_same_way(category: str, raw: str, tidied: str) -> None:
    assert tidy(raw).strip() == tidied, category


WRAPPED = (
    "Les représentants du gouvernement et de l'opposition se sont retrouvés\n"
    "mardi à Oslo pour une troisième série de pourparlers. Aucun des deux\n"
    "camps n'a voulu dire ce qui a été obtenu. Le ministère norvégien des\n"
    "Affaires étrangères parle d'un premier pas.\n"
)


class TestParagraphs:
    def test_wrapped_lines_become_one_paragraph(self) -> None:
        text = f"Un titre\n\n{WRAPPED}\n{WRAPPED}"
        assert is_wrapped(text)
        one = WRAPPED.replace("\n", " ").strip()
        assert paragraphs(text) == ["Un titre", one, one]

    def test_a_short_last_line_parts_wrapped_paragraphs_without_a_blank_one(self) -> None:
        one = WRAPPED.replace("\n", " ").strip()
        assert paragraphs(WRAPPED + WRAPPED) == [one, one]

    def test_lines_that_each_say_something_stay_apart(self) -> None:
        text = "Moscou répond\nLa Russie a nié.\nCaracas se tait.\nOslo attend la suite."
        assert not is_wrapped(text)
        assert paragraphs(text) == text.split("\n")

    @pytest.mark.parametrize(
        ("text", "joined"),
        [
            ("les principaux\nmotifs du refus", ["les principaux motifs du refus"]),
            ("Falta de aire,\nTos,\nFiebre.", ["Falta de aire, Tos, Fiebre."]),
            ("Il a dit non.\nle reste suit", ["Il a dit non.", "le reste suit"]),
            ("Un titre\n\nsuite en bas de casse", ["Un titre", "suite en bas de casse"]),
        ],
    )
    def test_a_line_that_stops_in_mid_sentence_goes_on(self, text: str, joined: list[str]) -> None:
        assert paragraphs(text) == joined

    @pytest.mark.parametrize(
        ("text", "joined"),
        [
            ("le gouverne-\nment nie", "le gouvernement nie"),
            ("las negocia-\nciones siguen", "las negociaciones siguen"),
            ("un porte-\nparole, le porte-parole", "un porte-parole, le porte-parole"),
            ("l'armis-\ntice, un armistice", "l'armistice, un armistice"),
            ("un arc-\nboutant", "un arc-boutant"),
        ],
    )
    def test_a_hyphen_goes_only_where_it_was_the_printers(self, text: str, joined: str) -> None:
        assert paragraphs(text) == [joined]

    @pytest.mark.parametrize(
        ("text", "items"),
        [
            ("• Une trêve\n• Un échange", ["Une trêve", "Un échange"]),
            (
                "- une trêve\n- un échange\n  de prisonniers",
                ["une trêve", "un échange de prisonniers"],
            ),
            ("* Une trêve", ["Une trêve"]),
            ("-une trêve;\n-un échange.", ["une trêve;", "un échange."]),
        ],
    )
    def test_lists_lose_their_bullets(self, text: str, items: list[str]) -> None:
        assert paragraphs(text) == items

    def test_a_dash_that_opens_a_remark_stays(self) -> None:
        assert paragraphs("– Nous ne céderons pas.") == ["– Nous ne céderons pas."]
