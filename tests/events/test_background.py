"""Background: what is dated years back, marks a time or is only supposed is no news."""

import pytest

from statuquo import Report
from statuquo.events.lexicon import Lexicon
from statuquo.events.silence import topics_among

pytestmark = pytest.mark.model

SILENT = [
    "En agosto de 1999 el ministro de Economía de Ecuador renunció.",
    "El presidente de Chile renunció en 2014.",
    "En los años ochenta, el ejército de Guatemala reprimió a los campesinos.",
    "Durante el franquismo, la policía española detuvo a los sindicalistas.",
    "El golpe de Estado de 1973 marcó a Chile.",
    "Poco después del tumulto, el escritor se sentó.",
    "Los fondos proceden del acuerdo entre Francia y Alemania.",
    "El banco central pronostica más protestas.",
    "El ministro habló de un posible acercamiento entre Rusia y Turquía.",
    "Hace quince años, el gobierno de Chile expulsó al embajador de Perú.",
    "Al año siguiente, el gobierno de Chile detuvo al periodista.",
    "Un año después de que el presidente de Chile abandonara la presidencia, llovió.",
    "El rey de Jordania reprimió la sublevación de los años noventa.",
    "El rey de Jordania expulsó en la década de los ochenta al embajador de Irán.",
    "En el siglo pasado, el ejército de Chile reprimió a los obreros.",
    "En febrero de 2006 se oyó un audio en que el gobernador de Puebla amenazaba a la periodista.",
    "¿Apoyará el gobierno de Chile a Bolivia?",
    "El gobierno quiere saber quién va a las manifestaciones contra el presidente.",
    "Si el gobierno de Chile expulsa al embajador de Perú, habrá crisis.",
    "R. El gobierno de Chile detuvo al opositor.",
    "El candidato de Chile prometió en campaña bajar los impuestos.",
    "La figura del ministro fue el objetivo de las protestas.",
    "Los atacantes entraron sin mediar palabra.",
    "Chile debería trabajar más duro para proteger a los migrantes.",
    "No se ha confirmado si el presidente de Chile será recibido por el rey de Jordania.",
    "La ONU no posee los medios que le hubieran permitido exigir a China un informe.",
    "La aerolínea Iberia retirará de su flota los aviones.",
]
TOLD = [
    "El ministro de Economía de Ecuador renunció en agosto de 2021.",
    "El tribunal de Chile condenó al coronel por matar a un estudiante en 1985.",
    "Hubo protestas en Lima.",
    "Se anunció el acuerdo entre Francia y Alemania.",
    "El gobierno de España condenó la dictadura de Maduro.",
    "El presidente de Chile renunció hace dos días.",
    "El gobierno de Chile no tardó en acusar al alcalde.",
    "El gobierno de Chile habría enviado armas a Perú.",
    "Una oleada de protestas sacudió Lima.",
    "Los campesinos reclaman mejores precios.",
    "Familiares de los presos exigen mejores condiciones.",
]
UNDATED = "El presidente de Chile renunció en 1999, y en 2019 murió."


def coded(coder, text):
    return coder.code(Report(text=text, lang="es", date="2021-09-01"))


@pytest.mark.parametrize("text", SILENT)
def test_acts_dated_years_back_are_background(coder, text):
    assert not coded(coder, text)


def test_a_report_without_a_day_is_of_the_last_year_that_it_names(coder):
    assert not coder.code(Report(text=UNDATED, lang="es"))


@pytest.mark.parametrize("text", TOLD)
def test_a_year_of_something_else_silences_nothing(coder, text):
    assert coded(coder, text)


UNTOLD = [
    # said not to be, only thought of, awaited, talked about, prayed for
    "El ministro de Chile afirmó que no ha habido protestas de los maestros.",
    "El Gobierno de Chile no será juzgado por Perú.",
    "Ningún ministro de Chile ha intentado denunciar a Perú.",
    "La única solución es acabar con las detenciones de migrantes.",
    "Antes de que Japón firmara el pacto con Francia, llovía.",
    "La falsa noticia de la detención del presidente de Chile dio la vuelta al mundo.",
    "El debate sobre la destitución del ministro de Chile fue breve.",
    "Asociaciones que apoyan al Gobierno de Chile llenaban la sala.",
    "El obispo de Puebla pidió a Dios que libre a los fieles de la peste.",
    "Los niños quisieron dar las gracias al papa.",
    "Vienen años de paro, protestas y crimen.",
    "Durante la I Guerra Mundial el Gobierno de Francia censuró a la prensa.",
    "El senador de Chile dijo que sería un error enfrentarse a los jueces.",
    "El presidente de Chile decidió decirles a los soldados que se retiraran de Perú.",
    "El presidente de Chile puede expulsar al embajador de Perú.",
    "El príncipe subió al trono tras una consulta tres años más tarde en la que prometió una ley.",
    "Con 175 activistas asesinados en 2021, Brasil lidera la lista.",
    "Circulan volantes en que supuestamente el Gobierno de Chile acusa a la Iglesia.",
    "El diputado de Chile recordó la represión soviética.",
    "El partido socialista carecía de otras fuerzas con las que pactar.",
    "El ministro de Chile dijo que ha visitado naciones en guerra.",
    "Chile condenó las elecciones bolivianas en 1981 y 1986.",
    "Son víctimas de amenazas por parte de bandas y policías corruptos.",
    "Altronix mantiene conversaciones con otros países.",
    "El hermano del empresario Juan Rey criticó a los medios.",
    "Algunos agentes trabajan con las autoridades locales.",
    "Los policías anuncian secuestros en las redes.",
    "Habló de controlar a los vecinos que acudan, por ejemplo, a marchas contra el"
    " presidente de Chile.",
    "El abogado dijo que hay muchas personas que matan y nunca son capturadas.",
    "La OMS advirtió a Chile de los riesgos de la medida.",
    "Los expertos advierten al Gobierno de Chile de que faltan camas.",
    "La ley prohíbe a los funcionarios de Chile participar en huelgas.",
    "El libro cuenta cómo la CIA derrocó al presidente de Chile.",
    "Rusia respondería a un ataque de la OTAN.",
    "Miles de personas salieron a la calle en Lima para celebrar la victoria del equipo.",
    "El presidente de Chile no descarta romper relaciones con Nicaragua.",
    "Un médico ayudó a la Cruz Roja a construir hospitales.",
    "El ministro evitó el apoyo de la oposición de Chile al Gobierno.",
    # weighed, usual, remembered, made something of; meant for nobody abroad
    "Por el mensaje que da, un viaje del papa a Perú no es prudente, según los médicos.",
    "Un ataque a Irán sería un error, según el ministro francés.",
    "Cada vez son más frecuentes las agresiones a los policías de Chile.",
    "Las negociaciones con Rusia y con Ucrania costaron caras.",
    "El gobernador de Puebla prometió hacer de la detención del alcalde una lección.",
    "El ministro recordó cuando era joven y vio cómo el Senado de Chile rechazó el pacto con Perú.",
    "El presidente de Chile prometió poner fin a las políticas de su rival.",
    "Los vecinos pidieron ayuda a las autoridades y llegó un coche.",
    "O al contrario: ella la crítica del presidente de Chile.",
    "El alcalde de Lima vivió la jornada de violencia policial en protestas.",
    "La izquierda ha actuado así: “Los escraches, las pintadas, las marchas, los gritos”.",
    "El presidente de Chile atribuyó al ministro de Perú la autoría de la serie.",
    "El diputado de Polonia ve con preocupación lo que pasa en Chile.",
    "Los niños platicaron con el papa.",
    "La visita del papa no provocó protestas.",
    "El alcalde aplazó el acto por temor a las protestas.",
    "Rigen medidas en Lima para frenar saqueos.",
    "Un diplomático de Chile se negó a relacionar el crimen con las violentas protestas.",
    "El ministro de Chile se negó a comentar el asunto.",
    "El llamado a la protesta se demoró.",
    "El líder repitió su llamado a derrocar a la junta de Chile.",
    "La petrolera quiso sabotear las negociaciones de Chile.",
    # of other senses, expected by others, a state since long ago, a matter for the police
    "El presidente de Perú clausuró el congreso de alcaldes.",
    "El ministro de Chile desplegó una campaña para atraer turistas.",
    "Los periodistas asediaron al ministro de Chile.",
    "La frase del ministro de Chile incendió las redes.",
    "El ministro de Chile se entregó en cuerpo y alma a la reforma.",
    "El diputado de Chile renunció a su sueldo.",
    "Los turistas invadieron la playa de Chile.",
    "El pacto allana la adhesión de Serbia a la UE.",
    "El juez de Chile ordenó investigar el accidente del tren.",
    "El analista cree que China atacará Taiwán.",
    "El opositor de Chile, detenido desde 2015, padece asma.",
    "La policía de Chile detuvo a tres jóvenes por robar un coche.",
    "El diputado de Chile, que dejó el partido tras denunciar abusos, será candidato.",
    "El caso se remonta a 2015, cuando la fiscalía de Chile investigó a tres exministros.",
    "El atentado de Kabul dejó un cráter.",
    "Merkel lamentó la retirada de Afganistán.",
    "Biden defendió la retirada de Afganistán.",
    "El texto de los acuerdos entre España y Francia es confuso.",
    "Cuba sufre el embargo de Estados Unidos desde hace seis décadas.",
    "El gobierno de Chile decretó la alerta roja por el volcán.",
    "La policía de Chile desalojó el edificio por una amenaza de bomba.",
]
HOAX = """Un documento falso corre por las redes. La cadena se ha viralizado en Perú y en Chile.
El bulo asegura que Rusia atacó a Japón con un virus. Los verificadores dicen que el texto es apócrifo."""
NO_HOAX = HOAX.replace("falso", "largo").replace("bulo", "texto").replace("apócrifo", "largo")
SENSES = [
    # a word of hoaxes, and one beside which it is none
    ("El documento es falso.", {"hoax": 1}),
    ("Los jueces hablan de los falsos positivos.", {}),
]
TOLD_SO = [
    ("La crisis obligó al presidente de Chile a renunciar.", ["RETREAT"]),
    (
        "El presidente de Chile presionó a su homólogo de Perú para investigar a la oposición.",
        ["REQUEST"],
    ),
    ("La cumbre entre Chile y Perú se celebrará en mayo.", ["AGREE"]),
    ("La Comisión Europea propuso sanciones contra Rusia.", ["THREATEN"]),
    ("El ministro de Chile propuso expulsar al embajador de Rusia.", ["THREATEN"]),
    ("La Unión Europea advirtió a Polonia de que habrá sanciones.", ["THREATEN"]),
    ("El Gobierno de Chile está abierto a negociar con la oposición.", ["AGREE"]),
    (
        "En una calle bloqueada por taxis, como medida de protesta de unos obreros al plan, el"
        " ministro propuso asegurar el empleo.",
        ["PROTEST", "PROTEST"],
    ),
    ("Los médicos esperan ver medidas durante la visita del papa a Chile.", ["AGREE"]),
    ("El candidato de Chile ofreció al partido cargos por su apoyo.", ["AGREE"]),
    ("Los vecinos marcharon contra la extradición desde Perú de tres rebeldes.", ["PROTEST"]),
    (
        "Los diputados de Chile exigieron la renuncia del ministro, acusando a Perú de espionaje.",
        ["REQUEST", "ACCUSE"],
    ),
    (
        "En el segundo día de protestas, el Gobierno de Chile ofreció ayuda a Perú.",
        ["PROTEST", "AGREE"],
    ),
    ("Los maestros en huelga se apostaron en la plaza con carteles.", ["PROTEST"]),
    ("El Ejército salió a las calles de Lima.", ["MOBILIZE"]),
    ("El presidente de Venezuela acusó a Chile de querer invadirlo.", ["ACCUSE", "THREATEN"]),
    ("El presidente de Chile atacó al senador en su visita.", ["ACCUSE"]),
    ("El ejército de Chile atacó al senador.", ["ASSAULT"]),
    ("Francia celebró la firma del acuerdo entre Irán y Rusia.", ["SUPPORT"]),
    ("Los camioneros de Chile anunciaron un paro para el lunes.", ["THREATEN"]),
    ("La Cancillería de Chile emitió una protesta contra Perú.", ["ACCUSE"]),
    ("Las protestas en Lima van desde el boicot por los alcaldes hasta marchas.", ["PROTEST"]),
]


@pytest.mark.parametrize("text", UNTOLD)
def test_what_a_sentence_only_names_is_not_coded(coder, text):
    assert not coded(coder, text)


def test_a_page_about_a_hoax_tells_no_news(coder):
    assert not coded(coder, HOAX)
    assert coded(coder, NO_HOAX)


@pytest.mark.parametrize(("text", "topics"), SENSES)
def test_a_word_may_mean_something_else_beside_another(text, topics):
    lemmas = {"falsos": "falso", "positivos": "positivo"}
    words = {lemmas.get(word.strip("."), word.strip(".")) for word in text.split()}
    assert topics_among(words, Lexicon.load("es")) == topics


@pytest.mark.parametrize(("text", "types"), TOLD_SO)
def test_what_is_to_come_or_was_forced_is_told_so(coder, text, types):
    assert [event.type for event in coded(coder, text)] == types


ENGLISH = [
    # silent or not, in a report of 2021
    (True, "The Chilean minister resigned in 1999."),
    (True, "In March 2010, the army of Guatemala arrested the leader of the opposition."),
    (True, "During World War II the Japanese army arrested Korean workers."),
    (False, "The Chilean minister resigned in August."),
    (False, "A Chilean court convicted the colonel of killing a student in 1985."),
]


@pytest.mark.parametrize(("silent", "text"), ENGLISH)
def test_english_tells_the_past_by_its_years(coder, silent, text):
    assert bool(coder.code(Report(text=text, lang="en", date="2021-09-01"))) is not silent


FRENCH = [
    # silent or not, in a report of 2021
    (True, "Le ministre chilien avait démissionné en 2004."),
    (True, "La ville de Lima avait été visée par un attentat en décembre 2010."),
    (True, "Il y a quinze ans, le gouvernement chilien a expulsé l'ambassadeur du Pérou."),
    (True, "Le ministre chilien avait démissionné deux ans plus tôt."),
    (True, "Le Chili pourrait rompre ses relations avec le Pérou."),
    (True, "Le Chili va-t-il soutenir le Pérou ?"),
    (True, "L'auteur de l'attentat à Lima est toujours en fuite."),
    (True, "Un homme est mort, deux mois après l'attentat de Lima."),
    (True, "La policière blessée sera plus tard conduite dans une clinique."),
    (False, "Le ministre chilien a démissionné en août."),
    (False, "Le Chili aurait livré des armes au Pérou."),
    (False, "Un attentat a visé la ville de Lima."),
    (False, "Deux policières, blessées par des manifestants, ont quitté l'hôpital."),
    (False, "Depuis la guerre, il y a six ans, le Chili soutient le Pérou."),
]


@pytest.mark.parametrize(("silent", "text"), FRENCH)
def test_french_tells_nothing_that_it_dates_back_supposes_or_names_in_passing(coder, silent, text):
    events = coder.code(Report(text=text, lang="fr", date="2021-09-01"))
    assert (not events) is silent
