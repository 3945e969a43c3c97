"""What readers of English news marked as wrong or missing, case by case."""

import pytest

from events.reading import coded
from statuquo import Report

pytestmark = pytest.mark.model

# what is shown, page, events of it (type, countries of the actors, of the recipients; ? = none known)
TOLD = [
    ("how the accused did it is theirs",
     "Chad accused Niger of escalating tension by killing two herders.",
     ["ACCUSE TCD -> NER", "ASSAULT NER -> ?"]),
    ("whose visa it is", "Two Kenyans were denied visas to enter Sweden.", ["REJECT SWE -> KEN"]),
    ("why somebody leaves is not aimed at",
     "Malian rebels have pulled out because they believe there are no Chadian troops left.",
     ["RETREAT MLI -> "]),
    ("who says I am dismayed",
     "I am dismayed with the decision of the Malian government, the Kenyan president said.",
     ["ACCUSE KEN -> MLI"]),
    ("thanks that are wanted are given",
     "We want to thank the Malian government, the Kenyan president said.", ["SUPPORT KEN -> MLI"]),
    ("only federations have a federal government",
     "Kabul is calm. The wounded were flown home to Kabul. Afghanistan is at peace again, Australia says. The federal "
     "government condemned Norway.",
     ["ACCUSE AUS -> NOR"]),
    ("what jets blast", "Kenyan jets blasted several vehicles in Somalia.", ["ASSAULT KEN -> SOM"]),
    ("whose peacekeepers they are", "Ghanaian peacekeepers arrested a Malian rebel.", ["COERCE GHA -> MLI"]),
    ("whom troops are sent to arrest", "Chad sent its troops to arrest the Malian rebels.",
     ["MOBILIZE TCD -> MLI"]),
    ("whose planes they are", "American planes have carried out bombings in Yemen.",
     ["ASSAULT USA -> YEM"]),
    ("a set of sanctions is sanctions", "The Indian minister announced a set of sanctions against Nepal.",
     ["SANCTION IND -> NPL"]),
    ("the accused whom nobody named accuses", "The Malian president is accused of stealing public funds.",
     ["ACCUSE  -> MLI"]),
    ("whom a navy sends back", "A boat of Kenyan migrants was turned around by the Omani navy.",
     ["COERCE OMN -> KEN"]),
    ("who raises questions", "The Malian senator said the leak raises questions about the government of Malta.",
     ["ACCUSE MLI -> MLT"]),
    ("whom a state brings to safety",
     "Chad is at war, Chad says. Mali evacuated 80 people in the town of Oumbala.", ["AID MLI -> MLI"]),
    ("a title in capitals", "Paul Lumo, a Kenyan MP, criticised Chad.", ["ACCUSE KEN -> TCD"]),
    ("a surname like a plural", "Rathke asked the Malian government to resign.", ["REQUEST ? -> MLI"]),
    ("whose crisis is defused", "Kenya wants to defuse the crisis with Somalia.", ["AGREE KEN -> SOM"]),
    ("what is said that may be done", "Mali said it might attack Niger.", ["ASSAULT MLI -> NER"]),
    ("bombers that fly are an army's", "Turkish B-52 bombers hit a Syrian base.", ["ASSAULT TUR -> SYR"]),
    ("who issued the statement speaks on",
     'The Kenyan senator issued a statement on the vote. "I am disappointed with the Malian government.',
     ["ACCUSE KEN -> MLI"]),
    ("whoever is quoted speaks on after whom he cites",
     'The Kenyan senator said: "It is late, as the Omani envoy said. I am appalled by the Malian decision.',
     ["ACCUSE KEN -> MLI"]),
    ("an apostrophe that curls", "We’re disappointed that Mali did not sign, the Kenyan president said.",
     ["ACCUSE KEN -> MLI"]),
    ("where shells fall", "Six shells fell near a Syrian army post.", ["ASSAULT  -> SYR"]),
    ("praise that is drawn", "The Malian president drew praise.", ["SUPPORT  -> MLI"]),
    ("whose such deeds are, and what is only a pretext",
     "Kenyan rebels committed such acts as firing 36 shells at Chadian army posts under the pretext that the army had "
     "fired a shell.",
     ["ASSAULT KEN -> TCD"]),
    ("a sentence without its page tells of somebody", "They called for new elections.", ["REQUEST ? -> "]),
    ("nor does it tell who we are", "I am disappointed with the government's decision.", ["ACCUSE ? -> ?"]),
]  # fmt: skip
SILENT = [
    "The Malian police found no pretext to arrest the Kenyan journalist.",
    "The Malian law gives the police powers to arrest rebels.",
    "A gunman shot a man in a bar.",
    "The Malian government will have to cut its budget, the Malian finance minister said.",
    "The Malian government is helping to rebuild Mali.",
    "More than 200 people were killed in a fire in Peru.",
    "The Malian police reduced the speed limit.",
    "The ministers accused of fraud are Malians.",
    "The Malian company has not asked the Malian government to help it.",
    "Twenty buildings in Mali were destroyed by fire.",
    "If the Malian army attacks the rebels, the accord is void.",
    "The Malian president will go back to Bamako.",
    "Korea is far. Two men shot the settler in the north of the strip.",
    "She sold them the house. They moved in.",
]


@pytest.mark.parametrize(("what", "text", "expected"), TOLD, ids=[c[0] for c in TOLD])
def test_who_did_what_to_whom(coder, what, text, expected):
    assert coded(coder, text, "en") == expected


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_told(coder, text):
    assert coded(coder, text, "en") == []


def test_the_shadow_cabinet_is_the_opposition(coder):
    text = "The Australian shadow foreign minister condemned Norway."
    (event,) = coder.code(Report(text=text, lang="en"))
    assert event.actors[0].sector == "OPP"


def test_a_town_behind_a_given_name_is_a_surname(coder):
    text = "Valerie Lima claims that the Kenyan army jailed the Malian minister."
    (event,) = coder.code(Report(text=text, lang="en"))
    assert [a.speaker.country for a in event.attribution] == [None]


def test_nobody_condemns_himself(coder):
    text = "The president of Mali condemned the Malian attack."
    event = coder.code(Report(text=text, lang="en"))[0]
    assert [(p.country, p.sector) for p in event.recipients] == [("MLI", None)]
