"""Telling French, English and Spanish from each other and from the rest."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statuquo.errors import UnknownLanguage
from statuquo.reports import LANGUAGES, identify_language

OURS = {
    "fr": [
        "La Russie a confirmé l'envoi de soldats au Venezuela.",
        "Le ministre des Affaires étrangères s'est rendu à Téhéran mardi.",
        "LE GOUVERNEMENT REFUSE DE NÉGOCIER AVEC LES REBELLES",
        "L'ARMEE A PRIS LA VILLE, SELON L'OPPOSITION",
        "Macron reçoit Zelensky à l'Élysée",
        "Des milliers de manifestants ont défilé à Alger contre le pouvoir.",
    ],
    "en": [
        "Russia has confirmed that it sent troops to Venezuela.",
        "The foreign minister travelled to Tehran on Tuesday.",
        "GOVERNMENT REFUSES TO NEGOTIATE WITH REBELS",
        "Macron hosts Zelensky at the Elysee palace",
        "Thousands marched in Algiers against the government.",
        "Ankara recalls its ambassador from Paris over the remarks",
    ],
    "es": [
        "Rusia confirmó el envío de militares a Venezuela.",
        "El canciller viajó el martes a Teherán.",
        "EL GOBIERNO SE NIEGA A NEGOCIAR CON LOS REBELDES",
        "INDIGENAS PARALIZAN LA ZONA RURAL EN PROTESTA",
        "Macron recibe a Zelenski en el Elíseo",
        "Miles de personas marcharon en Argel contra el Gobierno.",
    ],
}
OTHERS = {
    "German": "Die Bundesregierung hat am Mittwoch neue Sanktionen gegen Russland beschlossen.",
    "Italian": "La Russia sostiene il governo e accusa gli Stati Uniti di ingerenza.",
    "Portuguese": "A Rússia apoia o governo e acusa os Estados Unidos de ingerência.",
    "Catalan": "Rússia dona suport al govern i acusa els Estats Units d'ingerència.",
    "Galician": "O exército atacou as posicións dos rebeldes no norte do país.",
    "Occitan": "Milièrs de personas an manifestat contra lo govèrn.",
    "Romanian": "Armata a atacat pozițiile rebelilor din nordul țării.",
    "Dutch": "Het leger viel stellingen van de rebellen aan in het noorden.",
    "Russian": "Россия поддержала правительство и обвинила США во вмешательстве.",
    "Arabic": "اتهمت الحكومة المعارضة بالتدخل في شؤون البلاد.",
    "Chinese": "俄罗斯外交部星期三谴责了这次袭击。",
    "Japanese": "外務省は水曜日、この攻撃を強く非難した。",
    "Turkish": "Dışişleri Bakanı çarşamba günü Rus mevkidaşıyla görüştü.",
    "Polish": "Wojsko zaatakowało pozycje rebeliantów na północy kraju.",
}


@pytest.mark.parametrize(
    ("lang", "text"), [(lang, text) for lang, texts in OURS.items() for text in texts]
)
def test_a_sentence_is_enough(lang: str, text: str) -> None:
    assert identify_language(text) == lang


@pytest.mark.parametrize(("name", "text"), OTHERS.items())
def test_another_language_is_refused_by_its_name(name: str, text: str) -> None:
    with pytest.raises(UnknownLanguage) as raised:
        identify_language(text)
    assert str(raised.value).startswith(f"the text seems to be {name} (")
    assert str(raised.value).endswith(
        "statuquo reads French (fr), English (en) and Spanish (es): if it is one of these, give its lang"
    )


@pytest.mark.parametrize(
    "text", ["asdkj qwoeiru zmxncb alskdjf qpwoeiruty", "kjsdhf kjsdhfk jshdfkj hsdkfjh"]
)
def test_gibberish_is_no_language(text: str) -> None:
    with pytest.raises(UnknownLanguage, match="the language of the text cannot be told"):
        identify_language(text)


@pytest.mark.parametrize("text", ["", " ", "507", "!!! …", "https://example.org/a", "🙂"])
def test_what_holds_no_words_says_so(text: str) -> None:
    with pytest.raises(UnknownLanguage, match="holds no words|cannot be told"):
        identify_language(text)


def test_a_long_report_is_judged_by_more_than_its_beginning() -> None:
    english = "Advertisement. Subscribe to our newsletter and follow us on social media. " * 10
    french = OURS["fr"][0] + " " + OURS["fr"][1] + " "
    assert identify_language(english + french * 200) == "fr"


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_gets_a_language_or_a_reason(text: str) -> None:
    try:
        assert identify_language(text) in LANGUAGES
    except UnknownLanguage as refusal:
        str(refusal).encode("utf-8")
