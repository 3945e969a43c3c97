"""Whom a French act of force is done to, where its own complements do not tell."""

from __future__ import annotations

import pytest

from events.reading import coded

pytestmark = pytest.mark.model

REACHED = [
    ("the object of the next verb",
     "Les gendarmes maliens chargent et interpellent des étudiants togolais.",
     ["ASSAULT MLI -> TGO", "COERCE MLI -> TGO"]),
    ("whom the next verb scatters",
     "La police malienne lance des grenades lacrymogènes, puis disperse les étudiants togolais.",
     ["ASSAULT MLI -> TGO"]),
    ("behind «sur»",
     "La police malienne a fait dix interpellations sur des étudiants togolais.",
     ["COERCE MLI -> TGO"]),
    ("behind «dont celle de»",
     "La police malienne a procédé à deux arrestations, dont celle d'un étudiant togolais.",
     ["COERCE MLI -> TGO"]),
    ("whom the main clause held back",
     "Des étudiants togolais ont été repoussés par les gendarmes maliens, qui ont fait dix interpellations.",
     ["COERCE MLI -> TGO"]),
    ("whom the purpose names",
     "La police malienne s'est déployée pour contenir les étudiants togolais.",
     ["MOBILIZE MLI -> TGO"]),
    ("what an operation aims at",
     "L'armée malienne a lancé une opération militaire visant à combattre les rebelles togolais.",
     ["ASSAULT MLI -> TGO"]),
    ("a clause behind «avant de»",
     "La police malienne a encerclé les étudiants togolais avant de les charger.",
     ["COERCE MLI -> TGO", "ASSAULT MLI -> TGO"]),
    ("whose roadblock is forced",
     "Des manifestants togolais ont tenté de forcer le barrage des gendarmes maliens.",
     ["PROTEST TGO -> MLI"]),
    ("a ministry that is held up",
     "Des manifestants togolais ont bloqué le ministère malien.",
     ["PROTEST TGO -> MLI"]),
    ("who held what the police clear",
     "Le dépôt, bloqué par des étudiants togolais, a été débloqué par la police malienne.",
     ["PROTEST TGO -> ", "COERCE MLI -> TGO"]),
    ("whose roadblock, wherever it stands",
     "Sur l'île de Lisbonne, des manifestants togolais ont forcé le barrage des gendarmes maliens.",
     ["PROTEST TGO -> MLI"]),
    ("whose plan an adjective tells", "Le syndicat malien rejette le plan gouvernemental.",
     ["REJECT MLI -> MLI"]),
    ("who fired, by an adjective", "Des tirs rebelles ont tué dix soldats maliens.",
     ["ASSAULT ? -> MLI"]),
    ("a brigade that is police",
     "La brigade anti-criminalité malienne a chargé les étudiants togolais.",
     ["ASSAULT MLI -> TGO"]),
    ("who goes where the way is barred",
     "Des centaines d'étudiants togolais remontent la rue bloquée par les gendarmes maliens.",
     ["COERCE MLI -> TGO"]),
    ("the next verb, joined to a clause before",
     "La circulation est coupée, les policiers maliens tirent des grenades, puis dispersent les "
     "étudiants togolais.", ["ASSAULT MLI -> TGO"]),
    ("who goes on in spite of an attack",
     "Malgré les frappes de l'armée malienne, les rebelles togolais avancent encore.",
     ["ASSAULT MLI -> TGO"]),
    ("whom an attack wears down",
     "Les frappes de l'armée malienne ont affaibli le moral des rebelles togolais.",
     ["ASSAULT MLI -> TGO"]),
    ("two that attack, in clauses joined by «mais»",
     "Les assauts de l'armée malienne ont causé des pertes, mais les rebelles togolais ont pris "
     "l'avantage en s'emparant de plusieurs hauteurs.", ["ASSAULT MLI -> TGO", "ASSAULT TGO -> MLI"]),
    ("whom a march is against",
     "Un étudiant a souri pendant une marche d'opposition au président malien.", ["PROTEST MLI -> MLI"]),
    ("between whom talks are called for",
     "L'évêque togolais appelle au dialogue entre le gouvernement malien et les rebelles.",
     ["REQUEST TGO -> MLI+?"]),
    ("who is to give an answer",
     "Le syndicat togolais exige d'obtenir des garanties du gouvernement malien.",
     ["REQUEST TGO -> MLI"]),
    ("who is honoured, whoever he is", "Le ministre malien lui a rendu hommage.", ["SUPPORT MLI -> ?"]),
    ("the latter, whoever he is", "Ce dernier a été déféré hier devant la justice malienne.",
     ["ACCUSE MLI -> ?"]),
    ("who has followed up a demand",
     "Le tribunal malien a donné suite aux demandes présentées par le gouvernement togolais.",
     ["REQUEST TGO -> MLI"]),
    ("he was killed, whoever he is", "Il a été tué par la police malienne.", ["ASSAULT MLI -> ?"]),
]  # fmt: skip
NOBODY = [
    ("a town is held up, not faced", "Des manifestants togolais bloquent Bamako.", ["PROTEST TGO -> "]),
    ("deadly attacks are by nobody known", "Le Mali est frappé par des attentats meurtriers.",
     ["ASSAULT  -> MLI"]),
    ("whom a force is to protect",
     "La police malienne s'est déployée pour surveiller la foule.", ["MOBILIZE MLI -> "]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "expected"), REACHED, ids=[c[0] for c in REACHED])
def test_whom_force_reaches(coder, what, text, expected):
    assert coded(coder, text, "fr") == expected


@pytest.mark.parametrize(("what", "text", "expected"), NOBODY, ids=[c[0] for c in NOBODY])
def test_nobody_is_reached(coder, what, text, expected):
    assert coded(coder, text, "fr") == expected
