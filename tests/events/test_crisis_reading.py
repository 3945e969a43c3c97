"""What a reader of the example crisis marked as wrong, said anew of other states, case by case."""

import pytest

from events.reading import coded

pytestmark = pytest.mark.model

# what is shown, language, sentence, events of it (type, countries of the actors, of the recipients)
TOLD = [
    ("what is put down to a cause is no revolt", "en",
     "The Kenyan envoy put the blackout down to years of neglect.", []),
    ("a charge that no court dismisses is refused", "en", "The Malian minister dismissed the charge.",
     ["REJECT MLI -> "]),
    ("a charge that a court dismisses is dropped", "en",
     "The Kenyan court dismissed the charges against a Chadian senator.", ["CONCEDE KEN -> TCD"]),
    ("what is insisted on beside", "en",
     "Kenya insists that the Malian president step down and that the Chadian government call an election.",
     ["REQUEST KEN -> MLI"]),
    ("who speaks in a place that opens the sentence", "en",
     "In Lima, where Peru hosted ministers, Paul Kagame, the Rwandan president, told Chad to leave.",
     ["CONSULT ? -> PER", "REQUEST RWA -> TCD"]),
    ("talks that are blown up", "en", "Kenya accused Chad of trying to blow up the talks in Oslo.",
     ["ACCUSE KEN -> TCD"]),
    ("who called it so is not blamed", "en",
     "Kenya condemned what the Malian president called an accident.", ["ACCUSE KEN -> "]),
    ("what somebody called an attempt was not his", "en",
     "Kenya condemned what it called an attempt to overthrow the Malian government.", ["ACCUSE KEN -> "]),
    ("two names that open a headline", "en", "Kenya, Chad veto the Malian resolution.",
     ["REJECT KEN+TCD -> MLI"]),
    ("who was arrested and accused", "en",
     "A Kenyan senator was arrested and accused of insulting the Chadian president.",
     ["COERCE  -> KEN", "ACCUSE  -> KEN", "ACCUSE KEN -> TCD"]),
    ("a quake is it", "en",
     "A strong earthquake struck Kenya. It killed two men in Nairobi. The epicentre of the quake was far away. Geologists expect aftershocks.", []),
    ("a match is no offence", "en", "Kenya upset Chad to win the trophy.", []),
    ("whom sanctions hurt is not blamed for them", "en", "Kenya denounced a campaign against Chad.",
     ["ACCUSE KEN -> "]),
    ("the first of a list", "fr",
     "Le Kenya, le Mali, le Tchad et le Niger ont reconnu le président rwandais comme chef légitime.",
     ["SUPPORT KEN+MLI+TCD+NER -> RWA"]),
    ("whom shots are fired at", "fr",
     "La police kényane a tiré des balles en caoutchouc sur les manifestants maliens.",
     ["ASSAULT KEN -> MLI"]),
    ("a clause behind a semicolon", "fr",
     "Le Kenya a condamné la décision ; le Mali a appelé au calme.",
     ["ACCUSE KEN -> ", "REQUEST MLI -> "]),
    ("who did what he is reproached with", "fr", "Le Kenya reproche au Mali d'avoir bombardé le Niger.",
     ["ACCUSE KEN -> MLI", "ASSAULT MLI -> NER"]),
    ("thanks are no dismissal", "fr", "Le président kényan a remercié le Mali.", ["SUPPORT KEN -> MLI"]),
    ("who is charged with a task has not done it", "fr",
     "Le Kenya a reconnu un président malien chargé d'organiser une élection.", ["SUPPORT KEN -> MLI"]),
    ("whose envoys are sent away", "fr",
     "Le Kenya a rompu avec le Mali et donné deux jours à ses diplomates pour partir.",
     ["SANCTION KEN -> MLI", "THREATEN KEN -> MLI"]),
    ("what nobody has yielded to", "fr", "Le Kenya n'accepte l'exigence de personne.", ["REJECT KEN -> "]),
    ("whose men are told beside him", "fr", "Le Kenya protège le président malien et son armée.",
     ["AID KEN -> MLI+MLI"]),
    ("several states are not the one of the page", "fr",
     "Le Mali vote. Le Mali attend. Plus de vingt pays reconnaissent le président malien.",
     ["SUPPORT ? -> MLI"]),
    ("whom a use of force hurts", "es", "Kenia condenó el uso de la fuerza contra la población de Malí.",
     ["ACCUSE KEN -> "]),
    ("what is threatened with", "es", "El ministro keniano amenazó con castigar a las empresas malienses.",
     ["THREATEN KEN -> MLI"]),
    ("three deeds of one", "es",
     "El presidente keniano culpó a Malí de la crisis, ofreció una tregua y pidió ayuda a Chad.",
     ["ACCUSE KEN -> MLI", "AGREE KEN -> ", "REQUEST KEN -> TCD"]),
    ("a protest that is only where something was", "es", "En las protestas de Malí hubo tres heridos.", []),
    ("what is long known", "es",
     "El vacío de poder, que se abrió tras la renuncia del presidente maliense, preocupa.", []),
    ("what is only advised against", "es", "Un viaje del presidente keniano a Malí no es recomendable.", []),
    ("what somebody is like", "es", "Eran rebeldes malienses respaldados por Kenia.", []),
    ("a law that is taken to court", "es", "La fiscalía de Kenia impugnó la reforma del gobierno maliense.",
     ["ACCUSE KEN -> MLI"]),
    ("justice that is asked for is no court", "es", "El senador keniano exigió justicia.",
     ["REQUEST KEN -> "]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "lang", "text", "expected"), TOLD, ids=[c[0] for c in TOLD])
def test_who_did_what_to_whom(coder, what, lang, text, expected):
    assert coded(coder, text, lang) == expected
