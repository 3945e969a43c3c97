"""A crisis of many reports in three languages, written by hand: Venezuela in 2019, shortened.

The facts are public; the words are ours and the outlets are invented.
"""

from crisis.pages import Page, who
from statuquo.events.record import CodedReport

MADURO_ID, GUAIDO_ID = "person:nicolas-maduro", "person:juan-guaido"

RUSSIA_FR, RUSSIA_EN, RUSSIA_ES = who("Russie", "RUS"), who("Russia", "RUS"), who("Rusia", "RUS")
MOSCOW_FR, MOSCOW_EN, MOSCOW_ES = who("Moscou", "RUS"), who("Moscow", "RUS"), who("Moscú", "RUS")
WASHINGTON, CARACAS = who("Washington", "USA"), who("Caracas", "VEN")
USA_FR, USA_ES = who("États-Unis", "USA"), who("Estados Unidos", "USA")
MADURO = who("Maduro", "VEN GOV", "Nicolás Maduro", MADURO_ID)
GUAIDO = who("Guaidó", "VEN OPP", "Juan Guaidó", GUAIDO_ID)
GUAIDO_FR = who("Guaido", "VEN OPP", "Juan Guaidó", GUAIDO_ID)
NATIONAL_GUARD = who("National Guard", "VEN MIL", "National Guard")
GUARDIA = who("Guardia Nacional", "VEN MIL", "Guardia Nacional")
BRAZIL, COLOMBIA, CUBA = who("Brazil", "BRA"), who("Colombia", "COL"), who("Cuba", "CUB")
CHINA, FRANCE = who("China", "CHN"), who("France", "FRA")
SPAIN = who("España", "ESP")
EUROPEANS = who("Union européenne", "EUR GOV", "European Union", "organisation:eu")
UN = who("United Nations", "UNO IGO", "United Nations", "organisation:un")
LIMA_GROUP = who("Grupo de Lima", "IGO IGO", "Lima Group", "organisation:lima-group")
NORWAY_FR, NORWAY_EN, NORWAY_ES = who("Norvège", "NOR"), who("Norway", "NOR"), who("Noruega", "NOR")
MEXICO = who("México", "MEX")
AMBASSADOR = who("Sergueï Melnikov", "RUS GOV", "Sergueï Melnikov")
AMBASSADOR_MISSPELT = who("Melnikvo", "RUS GOV", "Melnikvo")
BOLTON = who("John Bolton", "USA GOV", "John Bolton", "person:john-bolton")
ELN = who("ELN", "COL REB", "ELN", "group:eln")


def january() -> list[CodedReport]:
    page = Page(
        "v-0110", date="2019-01-10", lang="es", outlet="La Gaceta del Ávila", url="https://gaceta.example/110",
        title="Maduro jura el cargo y la región le da la espalda",
    )  # fmt: skip
    page.event(
        "El Grupo de Lima desconoció el nuevo mandato de Maduro.",
        "desconoció", "REJECT", [LIMA_GROUP], [MADURO],
    )  # fmt: skip
    sworn_in = page.done()

    page = Page(
        "v-0123", date="2019-01-23", outlet="The Harbour Courier",
        title="Guaidó declares himself interim president",
    )  # fmt: skip
    page.event(
        "Washington recognised Guaidó within the hour.",
        "recognised", "SUPPORT", [WASHINGTON], [GUAIDO],
    )  # fmt: skip
    page.event(
        "Brazil and Colombia followed and recognised Guaidó too.",
        "recognised", "SUPPORT", [BRAZIL, COLOMBIA], [GUAIDO],
    )  # fmt: skip
    page.event(
        "Maduro broke off relations with Washington and gave its diplomats three days to leave.",
        "broke off", "SANCTION", [MADURO], [WASHINGTON], mode="discontinue",
    )  # fmt: skip
    page.event(
        "In the poorer quarters the National Guard fired tear gas at residents.",
        "fired tear gas", "ASSAULT", [NATIONAL_GUARD], [who("residents", "VEN CVL")],
        mode="crowd-control",
    )  # fmt: skip
    declared = page.done()

    page = Page(
        "v-0124", date="2019-01-24", lang="fr", outlet="Le Fanal", title="Caracas: les capitales choisissent leur camp"
    )  # fmt: skip
    page.event(
        "La Russie a mis en garde Washington contre toute intervention armée.",
        "mis en garde", "THREATEN", [RUSSIA_FR], [WASHINGTON], mode="violence",
    )  # fmt: skip
    page.event(
        "Moscou soutient Maduro, a répété son porte-parole.",
        "soutient", "SUPPORT", [MOSCOW_FR], [MADURO], by=MOSCOW_FR,
    )  # fmt: skip
    camps = page.done()

    page = Page(
        "v-0128", date="2019-01-28", lang="es", outlet="El Mensajero del Sur", title="Sanciones al petróleo venezolano"
    )  # fmt: skip
    page.event(
        "Estados Unidos impuso sanciones a la petrolera del gobierno de Maduro.",
        "impuso sanciones", "SANCTION", [USA_ES], [MADURO],
    )  # fmt: skip
    page.said(
        "«Es un robo a mano armada», protestó Maduro.", "Es un robo a mano armada", MADURO,
        role="presidente de Venezuela", verb="protestar", about=[],
    )  # fmt: skip
    page.event(
        "«Es un robo a mano armada», protestó Maduro.",
        "protestó", "ACCUSE", [MADURO], [USA_ES], mode="disapprove", by=MADURO, quoted=True,
    )  # fmt: skip
    oil = page.done()

    page = Page(
        "v-0128b", date="2019-01-28", outlet="The Harbour Courier", title="Oil money cut off"
    )
    page.event(
        "Washington imposed sanctions on the oil company that feeds Maduro and his treasury.",
        "imposed sanctions", "SANCTION", [WASHINGTON], [MADURO],
    )  # fmt: skip
    page.said(
        "“All options are on the table,” John Bolton told reporters.",
        "All options are on the table", BOLTON, role="national security adviser", verb="tell",
    )  # fmt: skip
    page.event(
        "“All options are on the table,” John Bolton told reporters.",
        "All options are on the table", "THREATEN", [BOLTON], [MADURO], mode="violence",
        by=BOLTON, quoted=True,
    )  # fmt: skip
    return [sworn_in, declared, camps, oil, page.done()]


def winter() -> list[CodedReport]:
    page = Page("v-0204", date="2019-02-04", lang="fr", outlet="Le Fanal", title="L’Europe tranche")
    page.event(
        "France a reconnu Guaido, comme une vingtaine de capitales.",
        "reconnu", "SUPPORT", [FRANCE], [GUAIDO_FR],
    )  # fmt: skip
    page.event(
        "L’Union européenne promet cinq millions d’euros d’aide à l’équipe de Guaido.",
        "promet", "AGREE", [EUROPEANS], [GUAIDO_FR], act="AID", modality="intended",
    )  # fmt: skip
    europe = page.done()

    page = Page(
        "v-0223", date="2019-02-23", lang="es", outlet="La Gaceta del Ávila", title="Arde la ayuda en la frontera"
    )  # fmt: skip
    page.event(
        "La Guardia Nacional bloqueó los camiones y disparó contra los manifestantes.",
        "disparó", "ASSAULT", [GUARDIA], [who("manifestantes", "VEN CVL")], mode="firearms",
    )  # fmt: skip
    page.event(
        "Miles de manifestantes marcharon contra Maduro.",
        "marcharon", "PROTEST", [who("manifestantes", "VEN CVL")], [MADURO], mode="demo",
    )  # fmt: skip
    page.event(
        "Maduro rompió relaciones con Colombia.",
        "rompió relaciones", "SANCTION", [MADURO], [COLOMBIA], mode="discontinue",
    )  # fmt: skip
    page.verdict(
        "En la frontera se teme una escalada.", "se teme una escalada", "escalation",
        modality="hypothetical",
    )  # fmt: skip
    border = page.done()

    page = Page(
        "v-0225", date="2019-02-25", outlet="The Harbour Courier", title="No appetite for war"
    )
    page.event(
        "Brazil ruled out any use of force against Maduro.",
        "ruled out", "CONCEDE", [BRAZIL], [MADURO], act="ASSAULT", modality="refused",
    )  # fmt: skip
    page.event(
        "The United Nations urged Maduro and Guaidó to talk.",
        "urged", "REQUEST", [UN], [MADURO, GUAIDO], act="CONSULT", modality="requested",
    )  # fmt: skip
    page.event(
        "Colombia denied that the ELN had crossed the border to fight for Maduro.",
        "fight for", "AID", [ELN], [MADURO], modality="denied", by=COLOMBIA,
    )  # fmt: skip
    return [europe, border, page.done()]


def spring() -> list[CodedReport]:
    page = Page(
        "v-0324",
        date="2019-03-24",
        outlet="The Harbour Courier",
        title="Two aeroplanes from Moscow",
    )
    page.event(
        "Russia sent two aeroplanes with soldiers and equipment to Caracas.",
        "sent", "AID", [RUSSIA_EN], [CARACAS],
    )  # fmt: skip
    page.agreement(
        "Both capitals point to their 2001 accord on military cooperation.",
        "military cooperation", [RUSSIA_EN, CARACAS], signed="2001",
    )  # fmt: skip
    page.event(
        "Washington accused Moscow of a reckless escalation.",
        "accused", "ACCUSE", [WASHINGTON], [MOSCOW_EN], mode="allege", by=WASHINGTON,
    )  # fmt: skip
    planes = page.done()

    page = Page(
        "v-0325", date="2019-03-25", lang="fr", outlet="Le Fanal", title="Moscou muscle son aide"
    )
    page.event(
        "La Russie a dépêché des spécialistes à Caracas afin d’y vérifier les armes.",
        "dépêché", "AID", [RUSSIA_FR], [CARACAS],
    )  # fmt: skip
    page.agreement(
        "La Russie et le Venezuela invoquent leur accord de coopération militaire de 2001.",
        "coopération militaire", [RUSSIA_FR, who("Venezuela", "VEN")], signed="2001",
        state="in-force",
    )  # fmt: skip
    page.said(
        "« Nos hommes resteront le temps qu’il faudra », prévient Sergueï Melnikov, ambassadeur russe.",
        "Nos hommes resteront le temps qu’il faudra", AMBASSADOR,
        role="ambassadeur russe", verb="prévenir",
    )  # fmt: skip
    page.said(
        "Selon Melnikvo, les États-Unis préparent « une aventure ».",
        "une aventure", AMBASSADOR_MISSPELT, verb="selon", about=[USA_FR],
    )  # fmt: skip
    page.event(
        "Selon Melnikvo, les États-Unis préparent « une aventure ».",
        "préparent", "THREATEN", [USA_FR], [who("Venezuela", "VEN")],
        act="ASSAULT", modality="intended", by=AMBASSADOR_MISSPELT, confidence=0.7,
    )  # fmt: skip
    page.verdict(
        "Entre Moscou et les États-Unis, le dialogue est au point mort.",
        "le dialogue est au point mort", "no-dialogue", [MOSCOW_FR, USA_FR],
    )  # fmt: skip
    specialists = page.done()

    page = Page(
        "v-0430",
        date="2019-04-30",
        lang="es",
        outlet="El Mensajero del Sur",
        title="Amanecer en La Carlota",
    )
    page.event(
        "Guaidó llamó a los militares a abandonar a Maduro.",
        "llamó", "REQUEST", [GUAIDO], [who("militares", "VEN MIL")], mode="yield",
    )  # fmt: skip
    page.event(
        "La Guardia Nacional arremetió con blindados contra los seguidores de Guaidó.",
        "arremetió", "ASSAULT", [GUARDIA], [who("seguidores de Guaidó", "VEN OPP")],
        mode="crowd-control",
    )  # fmt: skip
    page.event(
        "España acogió en su embajada al opositor Leopoldo López.",
        "acogió", "AID", [SPAIN], [who("Leopoldo López", "VEN OPP", "Leopoldo López", "person:leopoldo-lopez")],
    )  # fmt: skip
    page.event(
        "Cuba negó tener soldados al lado de Maduro, como afirma Washington.",
        "tener soldados", "AID", [CUBA], [MADURO], modality="denied", by=CUBA,
    )  # fmt: skip
    page.event(
        "Washington amenazó a Cuba con un embargo completo.",
        "amenazó", "THREATEN", [WASHINGTON], [CUBA], mode="restrict",
    )  # fmt: skip
    rising = page.done()
    return [planes, specialists, rising]


def summer() -> list[CodedReport]:
    page = Page(
        "v-0516", date="2019-05-16", lang="fr", outlet="Le Fanal", title="À Oslo, on se parle"
    )
    government = who("gouvernement", "VEN GOV", "gouvernement vénézuélien")
    opposition = who("opposition", "VEN OPP", "opposition vénézuélienne")
    page.talk(
        "La Norvège a réuni à Oslo le gouvernement de Caracas et l’opposition.",
        "réuni", [government, opposition], mediators=[NORWAY_FR], place=("Oslo", "NOR"),
    )  # fmt: skip
    page.event(
        "La Norvège a réuni à Oslo le gouvernement de Caracas et l’opposition.",
        "réuni", "CONSULT", [government, opposition, NORWAY_FR], mode="third-party",
    )  # fmt: skip
    oslo = page.done()

    page = Page(
        "v-0529",
        date="2019-05-29",
        outlet="The Harbour Courier",
        title="Oslo round ends without a deal",
    )
    page.talk(
        "The envoys of Maduro and of Guaidó left Oslo without a deal, Norway said.",
        "without a deal", [MADURO, GUAIDO], mediators=[NORWAY_EN], place=("Oslo", "NOR"),
        state="held", outcome="none-yet", words="without a deal",
    )  # fmt: skip
    page.verdict(
        "On the ground, the status quo holds.", "the status quo holds", "statu-quo",
    )  # fmt: skip
    page.event(
        "China called for an end to the sanctions against Caracas.",
        "called for", "SUPPORT", [CHINA], [CARACAS],
    )  # fmt: skip
    round_one = page.done()

    page = Page(
        "v-0708",
        date="2019-07-08",
        lang="es",
        outlet="La Gaceta del Ávila",
        title="De Oslo a Barbados",
    )
    page.talk(
        "Las delegaciones de Maduro y Guaidó vuelven a verse en Barbados con Noruega de mediadora.",
        "vuelven a verse", [MADURO, GUAIDO], mediators=[NORWAY_ES], place=("Barbados", "BRB"),
    )  # fmt: skip
    page.event(
        "México ofreció también sus buenos oficios a Maduro y a Guaidó.",
        "ofreció", "AGREE", [MEXICO], [MADURO, GUAIDO], act="CONSULT", modality="intended",
    )  # fmt: skip
    barbados = page.done()

    page = Page(
        "v-0805", date="2019-08-05", lang="es", outlet="El Mensajero del Sur", title="Embargo total"
    )
    page.event(
        "Estados Unidos congeló todos los bienes del gobierno de Maduro.",
        "congeló", "SANCTION", [USA_ES], [MADURO],
    )  # fmt: skip
    page.event(
        "Rusia condenó el embargo de Estados Unidos.",
        "condenó", "ACCUSE", [RUSSIA_ES], [USA_ES], mode="disapprove",
    )  # fmt: skip
    page.event(
        "Moscú enviará más técnicos a Caracas.",
        "enviará", "AGREE", [MOSCOW_ES], [CARACAS], act="AID", modality="intended",
    )  # fmt: skip
    embargo = page.done()

    page = Page(
        "v-0807",
        date="2019-08-07",
        outlet="The Harbour Courier",
        title="Government stays away from Barbados",
    )
    page.talk(
        "Maduro called his delegation back and will not meet that of Guaidó in Barbados.",
        "called his delegation back", [MADURO, GUAIDO], place=("Barbados", "BRB"),
        state="broken-off", outcome="failure", words="will not meet that of Guaidó",
    )  # fmt: skip
    page.event(
        "Maduro called his delegation back and will not meet that of Guaidó in Barbados.",
        "will not meet", "REJECT", [MADURO], [GUAIDO], act="CONSULT", modality="refused", mode="meet",
    )  # fmt: skip
    page.verdict(
        "With the talks gone, tension is rising again.", "tension is rising again", "tension-rising",
    )  # fmt: skip
    return [oslo, round_one, barbados, embargo, page.done()]


def reports() -> list[CodedReport]:
    """The whole crisis, in no particular order."""
    return [*summer(), *january(), *spring(), *winter()]
