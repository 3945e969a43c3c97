"""Who French reporters mean: titles, pronouns and lists that name a party, and words that name none."""

import pytest

from events.reading import coded

pytestmark = pytest.mark.model

# what is shown, page, events of it (type, countries of the actors, of the recipients; ? = none known)
TOLD = [
    ("where it is told with a bracket between",
     "La France vote. Paris est en France. Hier, ils sont apparus à Bamako (place du marché), où dix "
     "personnes ont été interpellées.", ["COERCE  -> MLI"]),
    ("in the same place as what went on meanwhile",
     "La France vote. Paris est en France. Au Mali, des grévistes maliens ont défilé dans un quartier de "
     "Bamako, marche pendant laquelle une vingtaine de personnes ont été arrêtées.",
     ["PROTEST MLI -> ", "COERCE  -> MLI"]),
    ("an agent behind an infinitive is that of the passive above",
     "Les habitants de Bamako ont été interdits de sortir du quartier par la police malienne.",
     ["COERCE MLI -> MLI"]),
    ("driven out by an attack told behind",
     "L'armée malienne a été chassée de Gao suite à une offensive de l'armée togolaise.",
     ["ASSAULT TGO -> MLI"]),
    ("what a company makes does nothing",
     "Une Renault Clio a foncé sur des policiers maliens.", ["ASSAULT  -> MLI"]),
    ("a second subject is the first in other words",
     "L'un des habitants maliens, le père de famille, Luc Dubosc, un homme de 50 ans, a été abattu par "
     "un policier malien.", ["ASSAULT MLI -> MLI"]),
    ("what is promised is nobody",
     "Après l'avoir promis, la ministre togolaise de l'Eau a signé la charte.",
     ["AGREE TGO -> ", "SUPPORT TGO -> "]),
    ("who is named behind the clause that opens the sentence",
     "Alors que le Mali l'accuse de fraude, Recep Tayyip Erdogan a souri.",
     ["ACCUSE MLI -> TUR"]),
    ("whose namesake is a president",
     "Luc Macron, juge à Bamako, a critiqué le Togo.", ["ACCUSE MLI -> TGO"]),
    ("who is known better the second time",
     "Luc Dubosc en colère\n\nLe candidat malien Luc Dubosc a souri. Luc Dubosc a assigné le Togo.",
     ["ACCUSE MLI -> TGO"]),
    ("who is exempt is not asked",
     "Le président malien a ordonné le gel des embauches, sauf pour l'armée togolaise.",
     ["REQUEST MLI -> "]),
    ("whose house is to be closed is not asked to close it",
     "Le maire malien demande que le bureau de l'ONU soit fermé.", ["REQUEST MLI -> "]),
    ("what a colon opens is said, and blames nobody",
     "Le ministre malien a dénoncé cette aide : « L'escroc roule pour le roi du Togo et ses amis. »",
     ["ACCUSE MLI -> "]),
    ("those whom a colon tells are the voters",
     "Trois membres de l'ONU ont voté pour la résolution : le Mali, le Togo et Oman.",
     ["AGREE MLI -> ", "AGREE TGO -> ", "AGREE OMN -> "]),
    ("a name between commas is the title's",
     "Le président de la Turquie, Erdogan, dénonce le Mali.", ["ACCUSE TUR -> MLI"]),
    ("two offices of one man",
     "Dubosc, président du club malien et homme d'affaires, a porté plainte contre le Togo.",
     ["ACCUSE MLI -> TGO"]),
    ("what opens a sentence after a vote is no party to it",
     "À la suite du vote pour la sortie de l'Iran de l'Union africaine, le Togo et le Bénin "
     "se sont opposés sur la suite à donner.",
     ["ACCUSE TGO+BEN -> "]),
    ("whose support is blamed",
     "Le ministre malien a dénoncé le soutien de Luc Dubosc à ce projet.", ["ACCUSE MLI -> ?"]),
    ("of whose party they are",
     "Emmanuel Macron s'attire les foudres de certains membres de son parti.", ["ACCUSE FRA -> FRA"]),
    ("shopkeepers are at home",
     "La France vote. Paris est en France. Le préfet appelle les commerçants à fermer.",
     ["REQUEST FRA -> FRA"]),
    ("judges from everywhere are of no country",
     "La France vote. Paris est en France. Cinq juges, venus de tous les continents, accusent le Togo.",
     ["ACCUSE ? -> TGO"]),
    ("who is elected is no deed",
     "Luc Dubosc, élu écologiste à Toulouse, a critiqué le Togo.", ["ACCUSE FRA -> TGO"]),
    ("a gerund behind what is said",
     "Le maire malien déclare que c'est un coup politique en accusant le Togo.",
     ["ACCUSE MLI -> TGO"]),
    ("two offices of one man, of whom nothing else is known",
     "Dubosc, président du Rassemblement du contribuable malien et homme d'affaires controversé, "
     "avait alors porté plainte contre le Togo.", ["ACCUSE MLI -> TGO"]),
    ("one of a group", "Luc Dubosc, l'un des dix Gilets jaunes de Nice, a fustigé le Togo.",
     ["ACCUSE FRA -> TGO"]),
    ("what the Union has decided", "Moscou a dénoncé les sanctions européennes.",
     ["ACCUSE RUS -> EUR"]),
    ("a paper by its short name",
     "Le Canard enchaîné est un journal. Le maire malien a critiqué le « Canard ».",
     ["ACCUSE MLI -> FRA"]),
    ("an international court is of no state",
     "Le Tribunal international Monsanto a siégé. Le Tribunal critique le Togo.",
     ["ACCUSE ? -> TGO"]),
    ("what else somebody is charged with",
     "La justice malienne reproche au groupe de dix suspects de vol contre une gare à Bamako et d'avoir "
     "organisé plusieurs manifestations violentes.", ["ACCUSE MLI -> ?", "PROTEST ? -> "]),
    ("the two who are named, and whom they both are of",
     "Bruno Le Maire et Jean-François Copé ont souri lorsqu'ils ont critiqué le Togo.",
     ["ACCUSE FRA -> TGO"]),
]  # fmt: skip

SILENT = [
    "Luc Dubosc portait un gilet jaune, ce qui a suscité la colère du préfet.",
    "Cinq juges maliens ont auditionné des témoins et des experts.",
]


@pytest.mark.parametrize(("what", "text", "expected"), TOLD, ids=[c[0] for c in TOLD])
def test_who_is_meant(coder, what, text, expected):
    assert coded(coder, text, "fr") == expected


@pytest.mark.parametrize("text", SILENT)
def test_nobody_is_meant(coder, text):
    assert coded(coder, text, "fr") == []
