"""What the examples of the Spanish lexicon cannot hold: modes, twins of one word, lemmas, headlines."""

import tomllib

import pytest

from statuquo import Report
from statuquo.data import DATA

pytestmark = pytest.mark.model

MODES = [
    # sentence, type, mode
    ("El presidente de Francia visitó Marruecos.", "CONSULT", "visit"),
    ("Noruega medió entre Colombia y Venezuela.", "CONSULT", "third-party"),
    ("El presidente de Chile habló por teléfono con el presidente de Perú.", "CONSULT", "phone"),
    ("Irán retiró sus soldados de Irak.", "RETREAT", "withdraw"),
    ("Libia liberó a dos soldados italianos.", "RETREAT", "release"),
    ("Los guerrilleros entregaron las armas a la ONU.", "RETREAT", "disarm"),
    ("El primer ministro de Armenia dimitió.", "RETREAT", "resign"),
    ("México instó a Irán a retirar sus tropas de Irak.", "REQUEST", "yield"),
    ("Irán condenó la decisión de Israel.", "ACCUSE", "disapprove"),
    ("Ucrania acusó a Rusia de mentir.", "ACCUSE", "allege"),
    ("Serbia canceló la visita a Croacia.", "REJECT", "meet"),
    ("Turquía amenazó con atacar Siria.", "THREATEN", "violence"),
    ("Los mineros chilenos fueron a la huelga.", "PROTEST", "strike"),
    ("Los camioneros bloquearon la autopista.", "PROTEST", "obstruct"),
    ("Los presos de la cárcel de Quito se amotinaron.", "PROTEST", "riot"),
    ("La oposición boicoteó las elecciones.", "PROTEST", "boycott"),
    ("Rusia expulsó a un diplomático búlgaro.", "SANCTION", "expel"),
    ("Colombia rompió relaciones con Israel.", "SANCTION", "discontinue"),
    ("Argentina llamó a consultas a su embajador en España.", "SANCTION", "withdraw"),
    ("Rusia concentró tropas en la frontera.", "MOBILIZE", "troops"),
    ("El gobierno de Chile decretó el toque de queda.", "COERCE", "curfew"),
    ("La policía turca detuvo a un periodista griego.", "COERCE", "arrest"),
    ("Estados Unidos deportó a cien migrantes.", "COERCE", "deport"),
    ("Los rebeldes secuestraron a un ingeniero francés.", "ASSAULT", "abduct"),
    ("La policía siria torturó a un sacerdote libanés.", "ASSAULT", "torture"),
    ("Los soldados abrieron fuego contra los manifestantes.", "ASSAULT", "firearms"),
    ("La aviación de Israel bombardeó Siria.", "ASSAULT", "aerial"),
    ("La policía dispersó a los manifestantes con gases lacrimógenos.", "ASSAULT", "crowd-control"),
]

TWINS = [
    # one word, two acts, or an act and none
    ("Kenia aceptó la propuesta de Uganda.", {"AGREE"}),
    ("El paciente aceptó la propuesta de su médico.", set()),
    ("El tribunal condenó al opositor a diez años de cárcel.", {"COERCE"}),
    ("El ministro ruso condenó la decisión de Polonia.", {"ACCUSE"}),
    ("España levantó las sanciones a Cuba.", {"CONCEDE"}),
    ("El portero levantó los brazos.", set()),
    ("Los mineros pararon las labores contra el gobierno.", {"PROTEST"}),
    ("El portero paró un penalti.", set()),
    ("Irán lanzó misiles contra Irak.", {"ASSAULT"}),
    ("La cantante lanzó un disco contra la tristeza.", set()),
    ("Japón envió médicos a Nepal.", {"AID"}),
    ("Japón envió tropas contra los rebeldes.", {"MOBILIZE"}),
    ("El gobierno de Omán recibió alimentos de Catar.", {"AID"}),
    ("El presidente de Chad recibió al embajador de Níger.", {"CONSULT"}),
    ("Malaui y Zambia firmaron un tratado.", {"SUPPORT"}),
    ("El presidente de Zambia firmó la ley de presupuesto.", set()),
    ("Los soldados tomaron la ciudad.", {"ASSAULT"}),
    ("Los estudiantes tomaron la universidad.", {"PROTEST"}),
    ("La policía detuvo a un líder opositor.", {"COERCE"}),
    ("El tren se detuvo en la estación.", set()),
    ("El país se enfrenta a una sequía.", set()),
    ("Los obreros manifestaron contra el gobierno.", {"PROTEST"}),
    ("El ministro manifestó que la economía crece.", set()),
]

PARTIES = [
    # text, type, words of an actor, words of a recipient: where Spanish hides them
    ("LOS MINEROS SE DECLARAN EN HUELGA CONTRA EL GOBIERNO", "PROTEST", "MINEROS", "GOBIERNO"),
    ("El opositor fue detenido por la policía.", "COERCE", "policía", "opositor"),
    ("La policía sufrió un ataque de los rebeldes.", "ASSAULT", "rebeldes", "policía"),
    ("Maduro recibió el apoyo de China.", "SUPPORT", "China", "Maduro"),
    ("El periodista fue golpeado por elementos de la policía.", "ASSAULT", "policía", "periodista"),
    ("Exige Erdogan a Grecia retirar sus barcos", "REQUEST", "Erdogan", "Grecia"),
    ("Acusa Ucrania a Rusia de mentir", "ACCUSE", "Ucrania", "Rusia"),
    ("El sindicato solicitó una reunión con el ministro.", "REQUEST", "sindicato", "ministro"),
    (
        "Los campesinos marcharon en protesta contra el gobierno.",
        "PROTEST",
        "campesinos",
        "gobierno",
    ),
]


def coded(coder, text):
    return coder.code(Report(text=text, lang="es"))


@pytest.mark.parametrize(("text", "type_", "mode"), MODES)
def test_the_words_decide_the_mode(coder, text, type_, mode):
    assert (type_, mode) in {(str(event.type), event.mode) for event in coded(coder, text)}


@pytest.mark.parametrize(("text", "types"), TWINS)
def test_one_word_makes_different_acts(coder, text, types):
    assert {str(event.type) for event in coded(coder, text)} == types


@pytest.mark.parametrize(("text", "type_", "actor", "recipient"), PARTIES)
def test_parties_are_found_where_spanish_puts_them(coder, text, type_, actor, recipient):
    told = [event for event in coded(coder, text) if event.type == type_]
    assert any(
        actor in " ".join(p.text for p in event.actors)
        and recipient in " ".join(p.text for p in event.recipients)
        for event in told
    )


def test_corrected_lemmas_are_words_that_the_frames_use(coder):
    forms = tomllib.loads((DATA / "lexicon/es/forms.toml").read_text(encoding="utf-8"))["forms"]
    lexicon = coder.lexicon("es")
    known = {words[0] for frame in lexicon.frames for p in frame.patterns for words in p.lemmas}
    clash = {form: lemma for form, lemma in forms.items() if form in known and form != lemma}
    assert not clash, "a form that is itself a lemma of the lexicon would be renamed"
    assert list(forms) == sorted(forms)


UNREAL = [
    ("Rusia podría atacar a Ucrania.", "ASSAULT", "hypothetical"),
    ("Rusia puede atacar a Ucrania.", "ASSAULT", None),
    ("Los peritajes pueden llevar a la captura de los rebeldes.", "COERCE", None),
    ("España debe reconocer a Palestina.", "SUPPORT", None),
    ("No habrá arrestos de activistas.", "COERCE", None),
    ("La ley castiga a quien se manifieste contra el gobierno.", "PROTEST", None),
    ("Los que acudan a una manifestación contra el presidente serán multados.", "PROTEST", None),
]


@pytest.mark.parametrize(("text", "type_", "modality"), UNREAL)
def test_what_may_be_or_should_be_is_not_told_as_done(coder, text, type_, modality):
    told = [str(event.modality) for event in coded(coder, text) if event.type == type_]
    assert told == ([modality] if modality else [])


def test_a_verb_without_a_subject_goes_on_about_the_last_one(coder):
    text = "El presidente de Chile llegó a Lima. Además condenó el ataque de Rusia contra Ucrania."
    told = [event for event in coded(coder, text) if event.type == "ACCUSE"]
    assert told
    assert told[0].actors[0].country == "CHL"


PRIVATE = [
    "El panadero pidió paciencia a sus clientes.",
    "Los usuarios brasileños criticaron la serie.",
    "El neoliberalismo chileno repudió la empresa pública.",
    "Ningún país condenó el ataque.",
    "Los candidatos se enfrentarán en las elecciones de mayo.",
    "La presidenta telefoneó a la mujer de un amigo.",
    "Inauguraron un centro de detención de migrantes.",
    "Es un atajo peligroso: secuestrar a los hijos.",
    "Los síntomas pueden manifestarse en niños.",
]


@pytest.mark.parametrize("text", PRIVATE)
def test_private_matters_and_deeds_named_in_passing_are_not_coded(coder, text):
    assert not coded(coder, text)


def test_a_state_told_by_what_it_is_or_by_an_adjective_among_several(coder):
    [ties] = coded(
        coder, "Omán se convierte en el quinto país árabe que establece relaciones con Israel."
    )
    assert {party.country for party in ties.actors} == {"OMN", "ISR"}
    [raid] = coded(coder, "Las fuerzas aéreas sirias y rusas bombardearon Alepo.")
    assert {(party.country, party.sector) for party in raid.actors} == {
        ("SYR", "MIL"),
        ("RUS", "MIL"),
    }


AFTER = [
    ("Se concentraron cientos de vecinos frente al ayuntamiento.", "PROTEST", "vecinos"),
    ("Ayer se enfrentaron en Quito estudiantes con policías.", "ASSAULT", "estudiantes"),
    ("Dos personas fueron muertas a tiros por soldados.", "ASSAULT", "soldados"),
    ("Los obreros, si bien cortaron la ruta, dialogan con el ministro.", "PROTEST", "obreros"),
]


@pytest.mark.parametrize(("text", "type_", "actor"), AFTER)
def test_doers_are_found_after_their_verb(coder, text, type_, actor):
    told = [event for event in coded(coder, text) if event.type == type_]
    assert any(actor in party.text for event in told for party in event.actors)
    assert all(str(event.modality) == "happened" for event in told)


def test_who_travels_to_meet_somebody_meets_him(coder):
    [event] = coded(
        coder, "El canciller de Perú viajó a Lisboa para reunirse con el presidente de Portugal."
    )
    assert (event.type, str(event.modality)) == ("CONSULT", "happened")


SIDE = [
    ("Perú debería condenar el ataque de Rusia.", "ACCUSE"),
    ("La locutora trató de 'bombardear' al ministro.", "ASSAULT"),
    ("La policía se ha enfrentado a muchos problemas.", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "type_"), SIDE)
def test_figures_of_speech_and_duties_are_not_told_as_done(coder, text, type_):
    assert not [event for event in coded(coder, text) if event.type == type_]
