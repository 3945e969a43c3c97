"""Who acts and who is acted upon, in reports of our own: country and sector of each party."""

import pytest

from statuquo.events.record import Party
from statuquo.reports import Report

pytestmark = pytest.mark.model

# what is shown, language, report, an event of its last sentence
CASES = [
    ("a lawmaker with a name", "fr",
     "En France, les Français votent. Le député Paul Martel a condamné la réforme.",
     "ACCUSE: FRA LEG"),
    ("a capitalised office", "es",
     "En Bolivia votan los bolivianos. La Fiscalía detuvo al alcalde.",
     "COERCE: BOL JUD > BOL GOV"),
    ("the country's senate", "es",
     "En Bolivia votan los bolivianos. El Senado del país rechazó el acuerdo.", "REJECT: BOL LEG"),
    ("a court where it acts", "es",
     "El partido Futuro fue prohibido en Rusia por la Corte Suprema.", "COERCE: RUS JUD > ? PTY"),
    ("institutions of one country", "en",
     "The president of the Supreme Court criticised the Polish government.",
     "ACCUSE: POL JUD > POL GOV"),
    ("other states are not at home", "es", "En China los chinos esperan. China criticó a otros países.",
     "ACCUSE: CHN GOV > ? GOV"),
    ("title and name", "fr", "L'opposant russe Ivan Petrov a été arrêté à Moscou.",
     "COERCE: - > RUS OPP"),
    ("two titles and two names", "fr",
     "Le président russe, Ivan Petrov, et son homologue turc, Ali Can, ont accusé la Grèce.",
     "ACCUSE: RUS GOV, TUR GOV > GRC GOV"),
    ("name and title", "es", "Detienen a Mario Luna, exministro de Perú.", "COERCE: - > PER ELI"),
    ("counterpart", "fr", "Le président mexicain a critiqué son homologue américain.",
     "ACCUSE: MEX GOV > USA GOV"),
    ("head of a company", "es", "El presidente de Repsol criticó al gobierno español.",
     "ACCUSE: ESP BUS > ESP GOV"),
    ("head of a union", "fr", "Le secrétaire général de la CGT a critiqué le gouvernement français.",
     "ACCUSE: FRA LAB > FRA GOV"),
    ("spokesman of a movement", "en", "A spokesman for Hamas accused Israel of lying.",
     "ACCUSE: PSE REB > ISR GOV"),
    ("official of a movement", "en", "A Hamas official condemned Egypt.", "ACCUSE: PSE REB > EGY GOV"),
    ("adjective after two nouns", "fr",
     "Les forces de défense et de sécurité maliennes ont arrêté l'imam.", "COERCE: MLI MIL > ? REL"),
    ("national section", "en", "The Lebanese Red Cross helped Syrian refugees.",
     "AID: LBN NGO > SYR REF"),
    ("rounds are no party", "en", "North Korea fired artillery rounds at a South Korean island.",
     "ASSAULT: PRK GOV > KOR GOV"),
    ("whoever made it", "en", "Cuba condemned the sanctions imposed by the United States.",
     "ACCUSE: CUB GOV > USA GOV"),
    ("officials of two states", "en", "US and Russian officials accused Iran.",
     "ACCUSE: USA GOV, RUS GOV > IRN GOV"),
    ("a state of emergency is no state", "fr", "La France a critiqué l'état d'urgence.",
     "ACCUSE: FRA GOV"),
    ("not the subject of its own clause", "en", "Hackers attacked the ministry; police arrested them.",
     "COERCE: ? COP > ? CRM"),
    ("the other man", "en", "The president met his Turkish counterpart and accused him of lying.",
     "ACCUSE: ? GOV > TUR GOV"),
    ("whose troops", "fr", "La Turquie affirme que son armée a attaqué la Syrie.",
     "ASSAULT: TUR MIL > SYR GOV"),
    ("short name in brackets", "es",
     "El Sindicato de Maestros de Oaxaca (SMO) marchó en Oaxaca. El SMO rechazó el acuerdo.",
     "REJECT: MEX LAB"),
    ("first name alone", "es", "El papa Francisco viajó a Irak. Francisco criticó a Irán.",
     "ACCUSE: VAT REL > IRN GOV"),
    ("EU with an American", "es", "EU bombardea objetivos en Siria; Biden calla.", "ASSAULT: USA GOV > SYR GOV"),
    ("head of an unknown body", "en", "The president of the Smith Foundation accused Israel of lying.",
     "ACCUSE: ? ? > ISR GOV"),
    ("leader of a people", "fr", "Le dirigeant russe a critiqué la France.", "ACCUSE: RUS GOV > FRA GOV"),
    ("a plural clitic", "fr",
     "Des étudiants bloquent le pont, les gendarmes français tentent de les expulser.",
     "COERCE: FRA COP > FRA CVL"),
    ("the country without its name", "es",
     "Túnez arrestó al líder opositor. El país norteafricano atacó Libia.", "ASSAULT: TUN GOV > LBY GOV"),
    ("the group named last", "en",
     "Al-Shabaab attacked a hotel in Mogadishu. The group also threatened Kenya.",
     "THREATEN: SOM REB > KEN GOV"),
    ("the party named last", "en", "The ANC met on Friday. The party criticised Angola.",
     "ACCUSE: ZAF PTY > AGO GOV"),
    ("a movement by its words", "fr",
     "Le Front de libération du Nord a attaqué l'armée malienne.", "ASSAULT: ? REB > MLI MIL"),
    ("officials of nobody known", "en", "Acme officials accused the government of Kenya.",
     "ACCUSE: ? ? > KEN GOV"),
    ("across the border", "fr", "La Turquie a massé des chars à la frontière syrienne.",
     "MOBILIZE: TUR GOV > SYR GOV"),
    ("a border closed", "es", "Colombia cerró la frontera con Venezuela.",
     "COERCE: COL GOV > VEN GOV"),
    ("at somebody's request", "fr",
     "L'armée s'est déployée à Montréal à la demande du ministre québécois de la Sécurité.",
     "REQUEST: CAN GOV > CAN MIL"),
    ("whose opposition, told from elsewhere", "en",
     "In Norway, Norwegian mediators met Juan Guaidó in Oslo. Guaidó thanked Norway in Oslo. "
     "The opposition accused Cuba.", "ACCUSE: VEN OPP > CUB GOV"),
    ("the president named before", "es",
     "Nicolás Maduro habló en Caracas. El mandatario acusó a Colombia y a Perú.",
     "ACCUSE: VEN GOV > COL GOV, PER GOV"),
    ("a surname within a name", "es", "Detuvieron al capitán Rafael Acosta Arévalo en Venezuela.",
     "COERCE: - > VEN MIL"),
    ("a member of a movement", "fr", "Paul Roy, membre des gilets jaunes, a dénoncé la Suède.",
     "ACCUSE: FRA SOC > SWE GOV"),
    ("a surname that opens a name", "en", "Peru condemned the rejection of Johnson Space Center.",
     "ACCUSE: PER GOV"),
    ("within the name of an army", "en", "The Korean People's Army threatened Japan.",
     "THREATEN: PRK MIL > JPN GOV"),
]  # fmt: skip


def _codes(parties: tuple[Party, ...]) -> str:
    return ", ".join(f"{p.country or '?'} {p.sector or '?'}" for p in parties) or "-"


@pytest.mark.parametrize(("what", "lang", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_parties(coder, what, lang, text, expected):
    events = coder.code(Report(text=text, lang=lang, date="2019-05-30"))
    told = [f"{e.type}: {_codes(e.actors)} > {_codes(e.recipients)}" for e in events]
    assert expected in [line.removesuffix(" > -") for line in told]
