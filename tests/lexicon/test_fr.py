"""What the examples of the French lexicon cannot hold: modes, twins of one word, parties, lemmas."""

import tomllib

import pytest

from statuquo import Report
from statuquo.data import DATA

pytestmark = pytest.mark.model

MODES = [
    # sentence, type, mode
    ("Le président français s'est rendu au Maroc.", "CONSULT", "visit"),
    ("La médiation de la Norvège entre Bogota et Caracas continue.", "CONSULT", "third-party"),
    (
        "Le président chilien a eu un entretien téléphonique avec le roi d'Espagne.",
        "CONSULT",
        "phone",
    ),
    ("L'Iran a retiré ses soldats d'Irak.", "RETREAT", "withdraw"),
    ("La Libye a libéré deux soldats italiens.", "RETREAT", "release"),
    ("Les rebelles ont rendu leurs armes à l'ONU.", "RETREAT", "disarm"),
    ("Les rebelles maliens respectent la trêve.", "RETREAT", "ceasefire"),
    ("Le premier ministre arménien a démissionné.", "RETREAT", "resign"),
    ("L'Ukraine demande à l'Allemagne d'envoyer des chars.", "REQUEST", "assist"),
    ("Le Mexique exhorte l'Iran à retirer ses troupes d'Irak.", "REQUEST", "yield"),
    ("L'Iran a condamné la décision israélienne.", "ACCUSE", "disapprove"),
    ("L'Ukraine accuse la Russie de mensonge.", "ACCUSE", "allege"),
    ("Le parquet italien enquête sur un ministre libyen.", "ACCUSE", "investigate"),
    ("La Serbie a annulé sa visite en Croatie.", "REJECT", "meet"),
    ("La Turquie menace d'attaquer la Syrie.", "THREATEN", "violence"),
    ("Des milliers d'Irakiens ont manifesté contre l'Iran.", "PROTEST", "demo"),
    ("Les détenus brésiliens se sont mutinés.", "PROTEST", "riot"),
    ("L'opposition togolaise boycotte l'élection.", "PROTEST", "boycott"),
    ("Les agriculteurs français ont bloqué l'autoroute.", "PROTEST", "obstruct"),
    ("La Russie a expulsé un diplomate bulgare.", "SANCTION", "expel"),
    ("La Colombie a rompu ses relations avec Israël.", "SANCTION", "discontinue"),
    ("L'Argentine a rappelé son ambassadeur en Espagne.", "SANCTION", "withdraw"),
    ("La Russie a massé des troupes à la frontière.", "MOBILIZE", "troops"),
    ("La Russie a déployé des missiles en Biélorussie.", "MOBILIZE", "weapons"),
    ("Le gouvernement chilien a décrété un couvre-feu.", "COERCE", "curfew"),
    ("La police turque a arrêté un journaliste grec.", "COERCE", "arrest"),
    ("La Chine a censuré plusieurs journaux étrangers.", "COERCE", "censor"),
    ("Les rebelles ont kidnappé un ingénieur français.", "ASSAULT", "abduct"),
    ("La police syrienne a torturé un prêtre libanais.", "ASSAULT", "torture"),
    ("Des soldats ont ouvert le feu sur les manifestants.", "ASSAULT", "firearms"),
    ("L'aviation israélienne a bombardé la Syrie.", "ASSAULT", "aerial"),
    ("La police a dispersé les manifestants.", "ASSAULT", "crowd-control"),
]

TWINS = [
    # one word, two acts, or an act and none
    ("Le ministre russe a condamné la décision polonaise.", {"ACCUSE"}),
    ("Le tribunal a condamné deux opposants à dix ans de prison.", {"COERCE"}),
    ("Le Kenya a accepté la proposition ougandaise.", {"AGREE"}),
    ("Le gouvernement a accepté les revendications de l'opposition.", {"CONCEDE"}),
    ("L'Espagne a levé les sanctions contre Cuba.", {"CONCEDE"}),
    ("Le gardien a levé les bras.", set()),
    ("L'armée turque a levé le siège.", {"RETREAT"}),
    ("Le Japon a envoyé des médecins au Népal.", {"AID"}),
    ("Le Japon a envoyé des troupes contre les rebelles.", {"MOBILIZE"}),
    ("Paris a envoyé des soldats au Mali pour former l'armée malienne.", {"AID"}),
    ("Deux cents rebelles se sont rendus à l'armée.", {"RETREAT"}),
    ("Le ministre belge s'est rendu au Rwanda.", {"CONSULT"}),
    ("La France a rendu des œuvres au Bénin.", {"RETREAT"}),
    ("Le Maroc a rappelé son ambassadeur à Stockholm.", {"SANCTION"}),
    ("Le ministre a rappelé que la France est une république.", set()),
    ("Les rebelles ont déposé les armes.", {"RETREAT"}),
    ("Les rebelles ont déposé une bombe devant l'ambassade italienne.", {"ASSAULT"}),
    ("Malte et la Tunisie ont signé un traité.", {"SUPPORT"}),
    ("Le président zambien a signé la loi de finances.", set()),
    ("Le groupe armé a revendiqué un droit.", {"REQUEST"}),
    ("Les manifestants défilent contre le gouvernement.", {"PROTEST"}),
    ("La fièvre se manifeste le soir.", set()),
    ("La France a battu l'Argentine en finale de la Coupe du monde.", set()),
    ("Le club a limogé son entraîneur.", set()),
    ("Quatre piliers soutiennent le pont.", set()),
    ("La neige bloque la route du col.", set()),
    ("Le président gambien a quitté le pouvoir.", {"RETREAT"}),
    ("Le ministre gambien a quitté le gouvernement.", {"RETREAT"}),
    ("Les rebelles tchadiens ont pris le contrôle de la ville.", {"ASSAULT"}),
    ("L'armée tchadienne a pris le contrôle du pays.", {"COERCE"}),
    ("Les CRS ont débloqué le dépôt de carburant.", {"COERCE"}),
    ("Le tribunal a condamné le parti hongrois à une amende.", {"SANCTION"}),
    ("Le Qatar a reçu une aide de la Turquie.", {"AID"}),
    ("La société a renforcé le contrôle de ses comptes.", set()),
    ("L'ancien maire occupe la fonction de trésorier.", set()),
    ("La coalition obtient douze sièges.", set()),
    ("Le pays veut arrêter le phénomène.", set()),
]

PARTIES = [
    # text, type, words of an actor, words of a recipient: where French hides them
    ("L'opposant a été arrêté par la police.", "COERCE", "police", "opposant"),
    ("La police a essuyé des tirs des rebelles.", "ASSAULT", "rebelles", "police"),
    ("Moscou a confirmé avoir envoyé des vaccins à Cuba.", "AID", "Moscou", "Cuba"),
    ("Le soutien de Moscou à Caracas grandit.", "SUPPORT", "Moscou", "Caracas"),
    ("Les rebelles qui ont attaqué l'ambassade turque ont fui.", "ASSAULT", "rebelles", "turque"),
    ("Washington a rompu ses relations avec Cuba.", "SANCTION", "Washington", "Cuba"),
    ("Le Conseil de sécurité a imposé des sanctions à Pyongyang.", "SANCTION", "Conseil", "Pyongyang"),
]  # fmt: skip


def coded(coder, text):
    return coder.code(Report(text=text, lang="fr"))


@pytest.mark.parametrize(("text", "type_", "mode"), MODES)
def test_the_words_decide_the_mode(coder, text, type_, mode):
    assert (type_, mode) in {(str(event.type), event.mode) for event in coded(coder, text)}


@pytest.mark.parametrize(("text", "types"), TWINS)
def test_one_word_makes_different_acts(coder, text, types):
    assert {str(event.type) for event in coded(coder, text)} == types


@pytest.mark.parametrize(("text", "type_", "actor", "recipient"), PARTIES)
def test_parties_are_found_where_french_puts_them(coder, text, type_, actor, recipient):
    told = [event for event in coded(coder, text) if event.type == type_]
    assert any(
        actor in " ".join(p.text for p in event.actors)
        and recipient in " ".join(p.text for p in event.recipients)
        for event in told
    )


def test_corrected_lemmas_are_words_that_the_frames_use(coder):
    forms = tomllib.loads((DATA / "lexicon/fr/forms.toml").read_text(encoding="utf-8"))["forms"]
    lexicon = coder.lexicon("fr")
    known = {words[0] for frame in lexicon.frames for p in frame.patterns for words in p.lemmas}
    clash = {form: lemma for form, lemma in forms.items() if form in known and form != lemma}
    assert not clash, "a form that is itself a lemma of the lexicon would be renamed"
    assert list(forms) == sorted(forms)
