"""What the examples of the English lexicon cannot hold: modes, twins of one word, given parties."""

import pytest

from statuquo import Report

pytestmark = pytest.mark.model

MODES = [
    # sentence, type, mode
    ("The French president visited Morocco.", "CONSULT", "visit"),
    ("The king of Jordan hosted the president of Egypt.", "CONSULT", "visit"),
    ("Norway is mediating between Colombia and Venezuela.", "CONSULT", "third-party"),
    ("The American president telephoned the king of Jordan.", "CONSULT", "phone"),
    ("Iran withdrew its soldiers from Iraq.", "RETREAT", "withdraw"),
    ("Libya freed two Italian fishermen.", "RETREAT", "release"),
    ("The guerrillas handed over their weapons to the United Nations.", "RETREAT", "disarm"),
    ("The Sudanese army has halted its offensive against the rebels.", "RETREAT", "ceasefire"),
    ("Egypt reopened its border with Gaza.", "RETREAT", "access"),
    ("The prime minister of Armenia resigned.", "RETREAT", "resign"),
    ("Haiti asked Canada for help.", "REQUEST", None),
    ("Ukraine asked Germany to send tanks.", "REQUEST", "assist"),
    ("Mexico urged Iran to withdraw its troops from Iraq.", "REQUEST", "yield"),
    ("Qatar asked Chad to meet the envoy of Libya.", "REQUEST", "meet"),
    ("Iran condemned the Israeli decision.", "ACCUSE", "disapprove"),
    ("Kenya is investigating Somali officials.", "ACCUSE", "investigate"),
    ("Ukraine accused Russia of lying.", "ACCUSE", "allege"),
    ("Serbia cancelled a visit to Croatia.", "REJECT", "meet"),
    ("Pakistan refused to provide weapons to Saudi Arabia.", "REJECT", "assist"),
    ("Algeria refuses to lift the ban on Moroccan trawlers.", "REJECT", "yield"),
    ("Turkey threatened to attack Syria.", "THREATEN", "violence"),
    ("Algeria threatened to expel the ambassador of Spain.", "THREATEN", "relations"),
    ("Thousands of Iraqis demonstrated against Iran.", "PROTEST", "demo"),
    ("Brazilian prisoners rioted on Monday.", "PROTEST", "riot"),
    ("Chilean miners went on strike.", "PROTEST", "strike"),
    ("Palestinian prisoners began a hunger strike.", "PROTEST", "hunger"),
    ("The opposition boycotted the Togolese election.", "PROTEST", "boycott"),
    ("French farmers blocked the motorway.", "PROTEST", "obstruct"),
    ("A Nigerian court convicted the rebels.", "SANCTION", "convict"),
    ("Russia expelled a Bulgarian diplomat.", "SANCTION", "expel"),
    ("Colombia severed ties with Israel.", "SANCTION", "withdraw"),
    ("Japan suspended aid to Fiji.", "SANCTION", "discontinue"),
    ("Russia massed troops near Estonia.", "MOBILIZE", "troops"),
    ("Russia deployed missiles near Lithuania.", "MOBILIZE", "weapons"),
    ("Iran seized a British tanker.", "COERCE", "seize"),
    ("Afghanistan banned Pakistani films.", "COERCE", "censor"),
    ("Indian authorities imposed a curfew.", "COERCE", "curfew"),
    ("Bolivia declared a state of siege.", "COERCE", "martial-law"),
    ("Turkish police detained a Greek journalist.", "COERCE", "arrest"),
    ("Jordan has deported Yemeni asylum seekers.", "COERCE", "deport"),
    ("Israel withheld tax revenues from the Palestinian Authority.", "COERCE", "withhold"),
    ("Russia meddled in the American election.", "COERCE", "misinformation"),
    ("North Korea launched a cyberattack on South Korea.", "COERCE", "cyber"),
    ("The rebels kidnapped a French engineer.", "ASSAULT", "abduct"),
    ("Belarusian police beat up two journalists.", "ASSAULT", "beat"),
    ("Syrian police tortured a Lebanese priest.", "ASSAULT", "torture"),
    ("Sudanese soldiers raped civilians.", "ASSAULT", "sexual"),
    ("Israel assassinated a leader of Hamas.", "ASSAULT", "targeted"),
    ("Rebels torched the offices of the Malian government.", "ASSAULT", "destroy"),
    ("Soldiers opened fire on Kenyan demonstrators.", "ASSAULT", "firearms"),
    ("Rebels detonated a bomb near the French embassy.", "ASSAULT", "explosives"),
    ("Israel carried out airstrikes on Lebanon.", "ASSAULT", "aerial"),
    ("North Korea fired rockets into South Korea.", "ASSAULT", "heavy-weapons"),
    ("Greek police fired tear gas at the protesters.", "ASSAULT", "crowd-control"),
]

TWINS = [
    # one word, two acts
    ("Kenya accepted the Ugandan proposal.", {"AGREE"}),
    ("Kenya accepted the demands of Uganda.", {"CONCEDE"}),
    ("Kenya accepted refugees from Uganda.", {"AID"}),
    ("A Russian court condemned the activist to ten years.", {"COERCE"}),
    ("A Russian minister condemned the Polish decision.", {"ACCUSE"}),
    ("Spanish prosecutors charged a Moroccan official with fraud.", {"ACCUSE"}),
    ("Spain charged Morocco a fee.", set()),
    ("Peru released two Chilean sailors.", {"RETREAT"}),
    ("Peru released a statement.", set()),
    ("Libya lifted its ban on Maltese ships.", {"CONCEDE"}),
    ("Libya lifted its blockade of Malta.", {"RETREAT"}),
    ("The Greek miners struck on Monday.", {"PROTEST"}),
    ("Greek bombers struck the rebels.", {"ASSAULT"}),
    ("Chad met the demands of the rebels.", {"CONCEDE"}),
    ("The president of Chad met the president of Niger.", {"CONSULT"}),
    ("Iran fired missiles at Iraq.", {"ASSAULT"}),
    ("The Iranian company fired its director.", set()),
    ("Italy held talks with Libya.", {"CONSULT"}),
    ("Italian police held three Libyans in custody.", {"COERCE"}),
    ("Italy held naval exercises.", {"MOBILIZE"}),
    ("Japan sent troops to help the government of Nepal.", {"AID"}),
    ("Japan sent troops against the rebels.", {"MOBILIZE"}),
    ("Ghana recalled its ambassador from Togo.", {"SANCTION"}),
    ("Ghana recalled its soldiers from Togo.", {"RETREAT"}),
    ("Oman received aid from Qatar.", {"AID"}),
    ("The sultan of Oman received the envoy of Qatar.", {"CONSULT"}),
    ("Malawi and Zambia signed a treaty.", {"SUPPORT"}),
    ("Malawi's president signed a law.", set()),
    ("Rebels came under fire from the Ethiopian army.", {"ASSAULT"}),
    ("The Ethiopian minister came under fire over his speech.", {"ACCUSE"}),
    ("Talks between Cyprus and Turkey collapsed.", {"REJECT"}),
    ("Talks between Cyprus and Turkey resumed.", {"CONSULT"}),
    ("Bolivia raised concerns about Chilean patrols.", {"ACCUSE"}),
    ("Bolivia raised its flag.", set()),
]

GIVEN = [
    # text, actor, recipient, type: parties that no registry knows
    ("Arvania condemned the raid ordered by Belmark.", "Arvania", "Belmark", "ACCUSE"),
    ("The Free Valley Front shelled Port Selim on Sunday.", "The Free Valley Front", "Port Selim", "ASSAULT"),
    ("Port Selim was shelled by the Free Valley Front.", "the Free Valley Front", "Port Selim", "ASSAULT"),
    ("Arvania has agreed to lend Belmark forty million euros.", "Arvania", "Belmark", "AGREE"),
    ("Arvania will not lift its embargo on Belmark.", "Arvania", "Belmark", "REJECT"),
    ("The hostages were set free by Arvania.", "Arvania", "The hostages", "RETREAT"),
    ("Arvania suspended its aid to Belmark.", "Arvania", "Belmark", "SANCTION"),
    ("Arvania gave Belmark until Friday to leave the islands, an ultimatum.", "Arvania", "Belmark", "THREATEN"),
]  # fmt: skip


PARSES = [
    # what the model errs in and `language.english` mends, with the sides that must come out
    ("The chapel was banned from ringing bells at the site by the Danish Ministry of Culture.", "COERCE", "DNK", None),
    ("Two Malian soldiers killed in ambush", "ASSAULT", None, "MLI"),
    ("Norway and Iceland have maintained a policy of turning back boats of migrants.", "COERCE", "ISL", None),
    ("Kuwait repeated its demand on Monday that Jordan free the pilot.", "REQUEST", "KWT", "JOR"),
    ("Egyptian police opened fire to disperse demonstrators.", "ASSAULT", "EGY", "EGY"),
    ("Students in Quito marched to demand that Colombia free a poet.", "PROTEST", "ECU", "COL"),
    ("Togo rejected an offer by Benin to host talks.", "REJECT", "TGO", "BEN"),
    ("American drones fired missiles in Yemen.", "ASSAULT", "USA", "YEM"),
    ("Israel will not hesitate to attack Iran.", "THREATEN", "ISR", "IRN"),
    ("The missiles fired by the Israeli army struck a depot of the Syrian army.", "ASSAULT", "ISR", "SYR"),
    ("The African Union demanded the withdrawal of Rwandan troops from Burundi.", "REQUEST", "IGO", "RWA"),
    ("Police opened an inquiry into the killing of a mayor.", "ASSAULT", None, None),
    ("Malawi released another forty Zambian fishermen.", "RETREAT", "MWI", "ZMB"),
]  # fmt: skip

SILENT_PARSES = [
    "Troops were under orders to shoot looters.",
    "The striker shot wide.",
    "Police arrested a Chilean singer on suspicion of assaulting a Peruvian tourist.",
    "Brazil accused the law of attacking Paraguay.",
]


def coded(coder, text):
    return coder.code(Report(text=text, lang="en"))


@pytest.mark.parametrize(("text", "type_", "mode"), MODES)
def test_the_words_decide_the_mode(coder, text, type_, mode):
    assert (type_, mode) in {(str(event.type), event.mode) for event in coded(coder, text)}


@pytest.mark.parametrize(("text", "types"), TWINS)
def test_one_word_makes_different_acts(coder, text, types):
    assert {str(event.type) for event in coded(coder, text)} == types


@pytest.mark.parametrize(("text", "actor", "recipient", "type_"), GIVEN)
def test_given_parties_need_no_registry(coder, text, actor, recipient, type_):
    event = coder.relate(text, actor=actor, recipient=recipient, lang="en")
    assert event is not None
    assert str(event.type) == type_


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kenyan students staged a demonstration.", "PROTEST"),
        ("The court fined a Turkish newspaper.", "SANCTION"),
        ("Syria waged war on the rebels.", "ASSAULT"),
        ("The king of Jordan spared a Syrian officer.", "CONCEDE"),
    ],
)
def test_forms_that_the_model_lemmatises_wrongly_are_put_right(coder, text, type_):
    assert type_ in {str(event.type) for event in coded(coder, text)}


@pytest.mark.parametrize(("text", "type_", "actor", "recipient"), PARSES)
def test_sides_are_found_where_the_model_errs(coder, text, type_, actor, recipient):
    sides = {
        (str(event.type), side.country if side else None, other.country if other else None)
        for event in coded(coder, text)
        for side in event.actors or (None,)
        for other in event.recipients or (None,)
    }
    assert (type_, actor, recipient) in sides


@pytest.mark.parametrize("text", SILENT_PARSES)
def test_what_only_looks_like_a_deed_is_left_uncoded(coder, text):
    assert "ASSAULT" not in {str(event.type) for event in coded(coder, text)}
