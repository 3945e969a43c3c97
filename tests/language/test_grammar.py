"""Who stands in which role: the grammar view on sentences built by hand, without any model."""

import pytest

from statuquo.language import make_sentence

SUPPORT = frozenset({"launch", "apporter", "lanzar"})

# what is shown, language, sentence, word asked for, roles expected
CASES = [
    (
        "active", "en",
        "Cuba/PROPN/subj/2 backs/VERB:back/root/2 Iran/PROPN/obj/2",
        "backs", {"subj": ["Cuba"], "obj": ["Iran"]},
    ),
    (
        "passive with its agent", "fr",
        "Daech/PROPN/subj:pass/3 est/AUX:être/aux:pass/3 condamné/VERB:condamner/root/3"
        " Oslo/PROPN/agent/3/case=par",
        "condamné", {"subj": ["Oslo"], "obj": ["Daech"]},
    ),
    (
        "control: the subject of the verb above", "es",
        "Perú/PROPN/subj/2 promete/VERB:prometer/root/2 ayudar/VERB/xcomp/2/VerbForm=Inf"
        " Haití/PROPN/obl/3/case=a",
        "ayudar", {"subj": ["Perú"], "obj": ["Haití"], "a": ["Haití"]},
    ),
    (
        "object control", "en",
        "Oslo/PROPN/subj/2 urged/VERB:urge/root/2 Rome/PROPN/obj/2 act/VERB/xcomp/2/VerbForm=Inf",
        "act", {"subj": ["Rome"]},
    ),
    (
        "whom one sends to a place, not the place", "es",
        "juez/NOUN/subj/2 mandó/VERB:mandar/root/2 cárcel/NOUN/obl/2/case=a"
        " ministro/NOUN/obl/2/case=a",
        "mandó", {"subj": ["juez"], "obj": ["ministro"]},
    ),
    (
        "relative clause", "fr",
        "rebelles/NOUN/root/1 qui/PRON/subj/3 attaquent/VERB:attaquer/relcl/1/VerbForm=Fin"
        " Kidal/PROPN/obj/3",
        "attaquent", {"subj": ["rebelles"], "obj": ["Kidal"]},
    ),
    (
        "past participle: its noun undergoes", "fr",
        "otages/NOUN/root/1 libérés/VERB:libérer/acl/1/VerbForm=Part|Tense=Past"
        " Doha/PROPN/agent/2/case=par",
        "libérés", {"subj": ["Doha"], "obj": ["otages"]},
    ),
    (
        "present participle: its noun acts", "en",
        "troops/NOUN/root/1 guarding/VERB:guard/acl/1/VerbForm=Part|Tense=Pres Kabul/PROPN/obj/2",
        "guarding", {"subj": ["troops"], "obj": ["Kabul"]},
    ),
    (
        "coordinated verbs share the subject", "es",
        "Quito/PROPN/subj/2 condenó/VERB:condenar/root/2 pidió/VERB:pedir/conj/2",
        "pidió", {"subj": ["Quito"]},
    ),
    (
        "coordinated verbs share the object", "fr",
        "police/NOUN/subj/2 arrêté/VERB:arrêter/root/2 et/CCONJ/cc/4 battu/VERB:battre/conj/2"
        " étudiants/NOUN/obj/4",
        "arrêté", {"subj": ["police"], "obj": ["étudiants"]},
    ),
    (
        "a noun under a support verb takes its subject", "en",
        "Chad/PROPN/subj/2 launched/VERB:launch/root/2 attack/NOUN/obj/2 Mali/PROPN/nmod/3/case=on",
        "attack", {"on": ["Mali"], "subj": ["Chad"]},
    ),
    (
        "an act noun with owner and aim", "fr",
        "soutien/NOUN/root/1 Moscou/PROPN/nmod/1/case=de Caracas/PROPN/nmod/1/case=à",
        "soutien", {"gen": ["Moscou"], "de": ["Moscou"], "à": ["Caracas"]},
    ),
    (
        "Spanish personal a", "es",
        "Lima/PROPN/subj/2 reconoce/VERB:reconocer/root/2 líder/NOUN/obl/2/case=a",
        "reconoce", {"subj": ["Lima"], "obj": ["líder"], "a": ["líder"]},
    ),
    (
        "infinitive below a noun belongs to the noun's owner", "fr",
        "décision/NOUN/root/1 Berlin/PROPN/nmod/1/case=de partir/VERB/acl/1/VerbForm=Inf",
        "partir", {"subj": ["Berlin"]},
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("what", "lang", "spec", "word", "expected"), CASES, ids=[c[0] for c in CASES]
)
def test_roles(what, lang, spec, word, expected):
    sentence = make_sentence(spec, lang, support=SUPPORT)
    i = next(token.i for token in sentence.tokens if token.text == word)
    roles = {
        role: [sentence.tokens[j].text for j in found] for role, found in sentence.roles(i).items()
    }
    assert {role: roles.get(role) for role in expected} == expected


def test_coordination_reaches_every_conjunct():
    sentence = make_sentence("A/PROPN/root/1 B/PROPN/conj/1 C/PROPN/conj/2", "en")
    assert sentence.coordinated(0) == (0, 1, 2)


def test_roles_end_on_a_tree_that_refers_to_itself():
    sentence = make_sentence("a/VERB/xcomp/2/VerbForm=Inf b/VERB/xcomp/1/VerbForm=Inf", "fr")
    assert sentence.roles(0) == {"comp": (1,)}
