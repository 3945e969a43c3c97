"""What readers of French news marked as wrong, case by case: who is meant, what is told, what is not."""

import pytest

from statuquo import Report

pytestmark = pytest.mark.model

# what is shown, page, events of it (type, countries of the actors, of the recipients; ? = none known)
TOLD = [
    ("whose the possessive is",
     "Le Ghana a accusé le Togo. Les évêques ont exprimé leur colère contre le Bénin.",
     ["ACCUSE GHA -> TGO", "ACCUSE ? -> BEN"]),
    ("last week is nobody", "Le procureur turc a accusé la semaine dernière le ministre grec.",
     ["ACCUSE TUR -> GRC"]),
    ("a pronoun that only stresses", "Le président haïtien a lui aussi accusé le Pérou.",
     ["ACCUSE HTI -> PER"]),
    ("the name after a title is no object",
     "L'armée irakienne est repassée à l'offensive après une allocution du ministre Omar Saad.",
     ["ASSAULT IRQ -> "]),
    ("what has cost lives",
     "Le convoi craint les raids de Daech dans le désert, qui ont coûté la vie à deux soldats russes.",
     ["ASSAULT IMG -> RUS"]),
    ("what goes on elsewhere meanwhile",
     "L'armée irakienne a repris ses opérations militaires tandis qu'en Syrie, les rebelles attendent.",
     ["ASSAULT IRQ -> "]),
    ("whom the pope addresses is no Vatican citizen", "Le pape a exhorté les pèlerins à prier.",
     ["REQUEST VAT -> ?"]),
    ("those who have left are no party",
     "Des soldats canadiens sont partis prêter main forte aux sinistrés turcs.",
     ["AID CAN -> TUR"]),
    ("whose the budget is", "La Norvège a rejeté le budget proposé pour 2019 de la Grèce.",
     ["REJECT NOR -> GRC"]),
    ("a part of a state may face it",
     "Le gouvernement espagnol demande aux autorités catalanes de répondre.", ["REQUEST ESP -> ESP"]),
    ("who dies is not who kills", "Deux soldats turcs sont morts dans une attaque du PKK.",
     ["ASSAULT TUR -> TUR"]),
    ("a capital between commas is no subject",
     "Un attentat à Kaboul, la capitale de l'Afghanistan, a coûté la vie à deux juges et blessé le maire.",
     ["ASSAULT  -> AFG", "ASSAULT  -> AFG"]),
    ("between twenty and thirty", "Le préfet grec a été blessé par vingt à trente soldats turcs.",
     ["ASSAULT TUR -> GRC"]),
    ("one of the firms is the firm itself",
     "La firme russe Orka, l'une des entreprises du secteur, a été reconnue coupable de fraude.",
     ["SANCTION  -> RUS"]),
    ("where a meeting is to be", "Le syndicat belge appelle à un rassemblement à Lima.",
     ["REQUEST BEL -> "]),
    ("with whom a complaint is lodged",
     "La Norvège a accusé le maire, qui a porté plainte auprès du procureur turc.",
     ["ACCUSE NOR -> ?"]),
    ("people of the town", "Six personnes ont été arrêtées dans l'est de Londres.",
     ["COERCE  -> GBR"]),
    ("a house that is cleared is of the country of the police",
     "L'église Sainte-Anne a été évacuée par la police turque.", ["COERCE TUR -> TUR"]),
    ("an auxiliary cut off from its verb",
     "Le maire grec a, lors d'une émission, accusé le préfet turc de mentir.", ["ACCUSE GRC -> TUR"]),
    ("a headline without auxiliary", "un policier turc poignardé à Ankara", ["ASSAULT  -> TUR"]),
    ("who leads a race does not kill", "Primaire en France : Valls qualifié, Montebourg éliminé", []),
    ("people of the page", "En Italie, les Italiens votent. Deux hommes ont été arrêtés.",
     ["COERCE  -> ITA"]),
    ("a landmark is nobody", "Les mineurs belges ont saccagé l'Arche des Lions.", ["PROTEST BEL -> "]),
    ("whose the resignation is", "Le ministre malien a annoncé sa démission du gouvernement.",
     ["RETREAT MLI -> "]),
    ("the latter is the one named last",
     "Le Ghana négocie avec le Togo, après que ce dernier a dénoncé le Bénin.",
     ["CONSULT GHA+TGO -> ", "ACCUSE TGO -> BEN"]),
    ("who does what the gerund tells",
     "Le président du Mali a proposé au Togo de négocier en accusant le Niger.",
     ["AGREE MLI+TGO -> ", "ACCUSE MLI -> NER"]),
    ("an infinitive after two objects", "La Norvège a appelé le Pérou et le Chili à libérer les otages.",
     ["REQUEST NOR -> PER+CHL"]),
    ("verbs that move are not passive", "L'armée syrienne est intervenue au Liban.",
     ["MOBILIZE SYR -> "]),
    ("had to and did", "Le ministre italien a dû démissionner.", ["RETREAT ITA -> "]),
    ("measures against somebody are not asked of him",
     "La Norvège demande des sanctions contre la Russie.", ["REQUEST NOR -> "]),
    ("who is asked to help whom", "À la demande du Bénin, le Niger a aidé le Togo.",
     ["REQUEST BEN -> NER", "AID NER -> TGO"]),
    ("those who are hit", "Le convoi du président haïtien a essuyé des tirs à Jérémie.",
     ["ASSAULT  -> HTI"]),
    ("what forces own acts for them", "Les véhicules de l'armée malienne bloquent les accès au parlement.",
     ["COERCE MLI -> MLI"]),
    ("a town that is struck is no seat", "Des attentats ont frappé Bruxelles.", ["ASSAULT  -> BEL"]),
    ("a means is no doer", "Le manifestant bolivien a été tué par balles.", ["ASSAULT  -> BOL"]),
    ("strikes that are ordered", "Le président russe a ordonné une frappe contre une base turque.",
     ["ASSAULT RUS -> TUR"]),
    ("demands that somebody has filed", "Le tribunal étudie les demandes déposées par le parti brésilien.",
     ["REQUEST BRA -> "]),
    ("what a notice of strike is for",
     "Le syndicat belge dépose un préavis de grève pour protester contre les horaires.",
     ["THREATEN BEL -> "]),
    ("an ambassador is not of the country where he is", "L'ambassadeur en Russie est rappelé.",
     ["SANCTION ? -> "]),
    ("where they go is not whom they are asked of",
     "Le syndicat belge appelle à retourner à Paris.", ["REQUEST BEL -> "]),
    ("the people of the place that is struck",
     "Au moins cinq morts dans un attentat suicide à Mogadiscio", ["ASSAULT  -> SOM"]),
    ("a car that blows up", "Une voiture a explosé devant un autocar de l'armée turque.",
     ["ASSAULT  -> TUR"]),
    ("who seeks to talk has not talked", "Le président turc cherche à négocier avec la Grèce.",
     ["AGREE TUR+GRC -> "]),
    ("who tries to kill attacks", "L'armée turque a tenté de tuer un ministre grec.",
     ["ASSAULT TUR -> GRC"]),
    ("who would like to means to", "La ministre française aimerait supprimer l'aide à la Grèce.",
     ["THREATEN FRA -> GRC"]),
    ("how far they went", "Le gouvernement malien est allé jusqu'à expulser l'ambassadeur togolais.",
     ["SANCTION MLI -> TGO"]),
    ("who announces that he backs somebody", "Le ministre malien a annoncé soutenir le président togolais.",
     ["SUPPORT MLI -> TGO"]),
    ("what water cannons are used for", "La police malienne a utilisé des autopompes pour contenir la foule.",
     ["ASSAULT MLI -> "]),
    ("what one may not do is not done", "Les civils togolais ont été interdits de quitter la ville.",
     ["COERCE  -> TGO"]),
    ("a call that is withdrawn", "Le syndicat belge a annulé son appel à la grève des routiers.",
     ["CONCEDE BEL -> "]),
    ("a participle of the past that acts", "Le ministre iranien, ayant accusé le Koweït, a démissionné.",
     ["ACCUSE IRN -> KWT", "RETREAT IRN -> "]),
]  # fmt: skip
SILENT = [
    "Les barrages sont tenus par l'armée malienne.",
    "Le ministre malien évoque la possibilité de révoquer les députés.",
    "23 % des Français soutiennent le président.",
    "La ministre malienne sera remplacée par le maire de Mopti.",
    "Aucun soldat camerounais n'a été tué.",
    "La police n'intervient pas dans ces cas.",
    "Le ministre malien cherche des preuves pour soutenir ses propos.",
    "L'opposition malienne a été reprise par des sites d'extrême droite.",
    "Un coup de grisou a tué des ouvriers maliens.",
    "Un camion malien s'est arrêté à un barrage de grévistes.",
    "Une conductrice togolaise a accidentellement tué un passant.",
    "Les infirmières togolaises ont fait appel à la police.",
    "Le réseau Facebook lance une offensive contre Snapchat.",
    "L'homme a mis le feu dans le train.",
    "Pour 63 % des Maliens, la France accueille trop de migrants.",
    "La femme a été saluée par le président malien.",
    "L'Association malienne pour la défense des Personnes détenues se réunit.",
    "Les miliciens constituent une milice du parti malien.",
]


def coded(coder, text):
    def codes(parties):
        return "+".join(party.country or "?" for party in parties)

    events = coder.code(Report(text=text, lang="fr", date="2021-09-01"))
    return [f"{e.type} {codes(e.actors)} -> {codes(e.recipients)}" for e in events]


@pytest.mark.parametrize(("what", "text", "expected"), TOLD, ids=[c[0] for c in TOLD])
def test_who_did_what_to_whom(coder, what, text, expected):
    assert coded(coder, text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_told(coder, text):
    assert coded(coder, text) == []
