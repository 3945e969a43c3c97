"""What French words hold without telling it; beside each, what the same words do tell."""

import pytest

from statuquo import Report

pytestmark = pytest.mark.model

SILENT = [
    "Un soldat blessé est à déplorer du côté de la police turque.",
    "Une étude américaine tire la sonnette d'alarme sur les abeilles.",
    "Une épidémie de départs d'opposants frappe le Niger.",
    "Aucun communiqué du gouvernement malien n'a été publié en protestation.",
    "Le ministre n'a pas apporté la preuve qu'un Syrien a commis un attentat en Italie.",
    "Le Sénat décidera mardi s'il continue d'accorder des fonds au gouvernement chilien.",
    "L'alliance du Sud, qui réunit le Parti socialiste et les écologistes, perd des voix.",
    "Le chef des Forces de libération du Rwanda vit à l'étranger.",
    "Une marche pour la libération des otages maliens partira de la gare.",
    "La constitution exige que le gouvernement tchadien démissionne.",
    "Le maire était sollicité par la chaîne de télévision.",
    "Ces bâtiments séparent les détenus incarcérés pour des délits mineurs.",
    "Les deux hommes sont connus de la police, ayant déjà été incarcérés.",
    "L'entrée au parc est interdite.",
    "Des explosions dans des mines ont tué des dizaines de soldats.",
    "Les sympathisants du Parti socialiste soutiennent le gouvernement.",
    "Le ministre a milité pour la paix au début de sa carrière.",
    "L'ancien ministre avait promis un million au musée.",
    "Les grévistes ont détruit leur cabane.",
    "Un colis a été trouvé au siège parisien du Fonds monétaire international.",
    "Il faut continuer en allant à la rencontre des maires et des ministres.",
    "Un médecin a été arrêté pour le meurtre de ses enfants.",
    "Un ancien soldat a tué une passante.",
    "Le gouvernement chilien a été réinstallé après la destitution du président.",
    "Le maire de Lima se félicite de ne pas avoir gaspillé d'argent.",
    "L'ancienne présidente péruvienne a été aidée par une amie.",
    "La police a évacué le quartier à cause d'une fuite de gaz.",
    "Certains journalistes du quotidien déplorent le niveau du débat.",
    "Le candidat donnera dimanche un rassemblement à Quito.",
    "On n'a pas vu cela depuis la grève des cheminots de 1995.",
    "Le peintre, qui avait rencontré le président du Chili, était un homme discret.",
    "La manifestation a été arrêtée après un accident.",
    "« Scandaleuse », « honteuse », « prise d'otage » et « censure ».",
    "Il vit dans un pays où les partis politiques sont interdits.",
    "La panne a coûté trois fois plus que la grève des dockers.",
    "Le projet rencontre beaucoup d'opposition.",
    "Les attaques contre les convois du Togo sont devenues fréquentes.",
    "De telles attaques contre la mission de l'ONU ont été fréquentes.",
    "Depuis dix ans, de telles attaques sur les convois du Togo ont été fréquentes.",
    "Le juge a parlé devant la presse. Il a ensuite tué les quatre membres de la famille.",
    "La police est arrivée à trois heures et a évacué le bâtiment.",
    "Nous allons veiller à ce que le Maroc respecte ses engagements.",
    "Ils servent dans la Mission de l'ONU pour le soutien des tribunaux en Haïti.",
    "Le président chilien a déclaré l'état de catastrophe naturelle.",
    "S'il parvenait à reprendre la ville, le régime syrien gagnerait la guerre.",
    "Il a changé les positions que le premier ministre défendait.",
    "Les promoteurs du parti revendiquent leur parti pris.",
]
TOLD = [
    ("Le ministre turc a déploré la décision de l'Iran.", ["ACCUSE"]),
    ("L'armée américaine a frappé le Niger.", ["ASSAULT"]),
    ("Le Sénat chilien accorde des fonds au gouvernement.", ["AID"]),
    ("Le premier ministre a réuni les syndicats.", ["CONSULT"]),
    ("La France a exigé la libération des otages.", ["REQUEST"]),
    ("Le préfet a interdit l'entrée du stade aux manifestants.", ["COERCE"]),
    ("Des rebelles ont détruit la préfecture.", ["ASSAULT"]),
    ("Deux soldats maliens tués à Gao", ["ASSAULT"]),
    ("Des manifestants ont brûlé une voiture à Quito.", ["PROTEST"]),
    ("La police a arrêté le cortège des manifestants.", ["COERCE"]),
    ("Le groupe armé a dû se détourner de son offensive.", ["RETREAT"]),
    (
        "Le mouvement a présenté son accord, il prévoyait un dialogue, une amnistie pour les combattants, "
        "la fin du blocus et le désarmement des groupes armés illégaux.",
        ["AGREE"],
    ),
    ("Le maire avait dès le lendemain appelé les manifestants à négocier.", ["REQUEST"]),
    ("Un attentat a été déjoué à Lyon.", []),
]


def coded(coder, text):
    return coder.code(Report(text=text, lang="fr", date="2021-09-01"))


@pytest.mark.parametrize("text", SILENT)
def test_what_is_only_mentioned_stays_silent(coder, text):
    assert [str(event.type) for event in coded(coder, text)] == []


@pytest.mark.parametrize(("text", "types"), TOLD)
def test_what_is_told_is_coded(coder, text, types):
    assert [str(event.type) for event in coded(coder, text)] == types
