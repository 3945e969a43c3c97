"""Both dialects of dependency grammar give one view; these few tests need the models."""

import pytest

from statuquo.language import Pipelines
from statuquo.language.pipelines import Raw

pytestmark = pytest.mark.model

# what is shown, language, sentence, verb or noun (text), roles expected
CASES = [
    ("prepositions collapse", "en", "Russia sent troops to Syria.", "sent",
     {"subj": ["Russia"], "obj": ["troops"], "to": ["Syria"]}),
    ("passive agent", "en", "The rebels were attacked by Turkey.", "attacked",
     {"subj": ["Turkey"], "obj": ["rebels"]}),
    ("copula", "en", "Iran is critical of Israel.", "critical", {"subj": ["Iran"], "of": ["Israel"]}),
    ("noun preposition", "en", "Qatar spoke in favor of Hamas.", "spoke",
     {"subj": ["Qatar"], "in_favor_of": ["Hamas"]}),
    ("predicate behind a preposition", "en", "Kenya described the vote as illegal.", "described",
     {"subj": ["Kenya"], "obj": ["vote"], "as": ["illegal"]}),
    ("adverb of a phrasal verb", "en", "Kenya walked away from the talks.", "walked",
     {"subj": ["Kenya"], "from": ["talks"]}),
    ("bare infinitive", "en", "Kenya helped Chad rebuild.", "helped",
     {"subj": ["Kenya"], "obj": ["Chad"]}),
    ("swallowed verb", "en", "A Russian court jailed politician Anna Berg.", "jailed",
     {"subj": ["court"], "obj": ["Berg"]}),
    ("subjunctive", "en", "The bishops demanded that the Iraqi government resign.", "resign",
     {"subj": ["government"]}),
    ("infinitive like a noun", "en", "Norway offered to host talks.", "host",
     {"subj": ["Norway"], "obj": ["talks"]}),
    ("disposed to do", "en", "The minister is due to visit Oman.", "visit",
     {"subj": ["minister"], "obj": ["Oman"]}),
    ("gerund below a preposition", "en", "France accused Iran of arming rebels.", "arming",
     {"subj": ["Iran"], "obj": ["rebels"]}),
    ("passif", "fr", "Les manifestants ont été réprimés par la police.", "réprimés",
     {"subj": ["police"], "obj": ["manifestants"]}),
    ("élévation", "fr", "La Russie a confirmé avoir envoyé des soldats à Cuba.", "envoyé",
     {"subj": ["Russie"], "obj": ["soldats"], "à": ["Cuba"]}),
    ("préposition nominale", "fr", "L'Égypte s'est prononcée en faveur de la Libye.", "prononcée",
     {"subj": ["Égypte"], "en_faveur_de": ["Libye"]}),
    ("pasiva", "es", "Los opositores fueron detenidos por la policía.", "detenidos",
     {"subj": ["policía"], "obj": ["opositores"]}),
    ("objeto personal", "es", "El ejército atacó a los rebeldes.", "atacó",
     {"subj": ["ejército"], "obj": ["rebeldes"]}),
    ("título y nombre", "es", "Chile acusó al expresidente Donald Trump de mentir.", "acusó",
     {"subj": ["Chile"], "obj": ["expresidente"]}),
    ("nombre y título", "es", "Detienen a Mario Luna, exministro de Perú.", "Detienen",
     {"obj": ["Mario"]}),
    ("titre et nom", "fr", "Le président russe, Paul Roy, et son homologue turc, Ali Can, ont "
     "condamné la Grèce.", "condamné", {"subj": ["président"], "obj": ["Grèce"]}),
    ("sujeto callado", "es", "El ministro dijo que respaldará a Bolivia.", "respaldará",
     {"subj": ["ministro"], "obj": ["Bolivia"]}),
    ("lo que se pide", "es", "La ONU pidió al gobierno que retire las tropas.", "retire",
     {"subj": ["gobierno"], "obj": ["tropas"]}),
    ("pronombre anunciador", "es", "El juez les retiró a los alcaldes sus visas.", "retiró",
     {"subj": ["juez"], "a": ["alcaldes"]}),
    ("nadie actúa un lunes", "es", "La mañana de este lunes, el alcalde ha pedido ayuda a Francia.",
     "pedido", {"subj": ["alcalde"]}),
    ("comillas", "es", "El senador tildó el discurso de “vacío” este lunes.", "tildó",
     {"subj": ["senador"], "obj": ["discurso"]}),
    ("otro número", "es", "Perú y Chile callaron, lo que llevó a la huelga y obligó a Lima a ceder.",
     "obligó", {"subj": None}),
    ("sujeto tras un lugar", "es",
     "El gobierno halló al banquero en Perú y la Fiscalía General pidió ayuda a Cuba.", "pidió",
     {"subj": ["Fiscalía"]}),
    ("otro «que»", "es", "El ministro dijo que irá y que pedirá ayuda a la ONU.", "pedirá",
     {"subj": ["ministro"]}),
    ("combien", "fr", "Le Tchad accueille plus de 400 000 réfugiés soudanais.", "accueille",
     {"subj": ["Tchad"], "obj": ["réfugiés"]}),
]  # fmt: skip


@pytest.fixture(scope="module")
def pipelines():
    return Pipelines()


@pytest.mark.parametrize(
    ("what", "lang", "text", "word", "expected"), CASES, ids=[f"{c[1]} {c[0]}" for c in CASES]
)
def test_one_view(pipelines, what, lang, text, word, expected):
    [sentence] = pipelines.parse([Raw(text, 0, "paragraph", 0)], lang)
    i = next(token.i for token in sentence.tokens if token.text == word)
    roles = {
        role: [sentence.tokens[j].text for j in found] for role, found in sentence.roles(i).items()
    }
    assert {role: roles.get(role) for role in expected} == expected


@pytest.mark.parametrize("lang", ["fr", "en", "es"])
@pytest.mark.parametrize("text", ["?", "…", "A", "100 %", "« »", "http://x.y/z", "\u202e abc"])
def test_odd_sentences_are_trees(pipelines, lang, text):
    [sentence] = pipelines.parse([Raw(text, 0, "paragraph", 0)], lang)
    for token in sentence.tokens:
        assert list(sentence.above(token.i)) is not None
        assert text[token.start : token.end] == token.text
