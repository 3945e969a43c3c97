"""What French words say to be so, meant or wished; beside it, what the same words do tell."""

import pytest

from statuquo import Report

pytestmark = pytest.mark.model

SILENT = [
    "Le chantier, promis par le gouvernement malien, a pris du retard.",
    "L'objectif était que les partis chiliens s'accordent sur une réforme.",
    "La mission de l'ancien ministre consistait à aider le gouvernement togolais.",
    "Qui attaque le Pérou attaque tout le continent.",
    "Le groupe recrute, à mesure que des soldats maliens sont tués par l'armée togolaise.",
    "L'agence est la plus grande organisation du pays, travaillant avec le gouvernement malien.",
    "Il souhaitait se faire tuer par la police.",
    "Le ministre malien était hostile au capitalisme.",
    "La candidate socialiste a dû s'opposer à un sénateur péruvien.",
    "« Nous sommes prêts à verser notre sang », a dit le ministre malien.",
    "Ses parents ont été entendus par la police belge.",
    "Un tireur fou abat deux passants à Lima.",
    "« Plus les syndicats manifesteront, plus on nous aimera ».",
    "Un ancien gréviste a mis le feu à une baraque.",
    "Le maire de Lima a déclaré l'état d'urgence en raison des inondations.",
    "Minsk est un allié de Moscou.",
    "Il vit dans un pays qu'il dirigeait, où les partis sont interdits.",
    "Les mineurs ont organisé un simulacre de procès du ministre chilien.",
    "Les Américains sont habitués à mener des bombardements au Niger.",
    "La municipalité renouvelle l'état d'urgence, des soldats chiliens sont déployés.",
    "Les deux partis chiliens se sont toujours entendus sur ce point.",
    "« J'ai toujours soutenu une France plus ouverte », a dit le ministre.",
    "La mairie de Lima s'est refusée à tout commentaire.",
    "Le sénateur chilien a été agressé chez lui par un voleur.",
    "L'épidémie de départs d'opposants, qui frappe le Burundi, dure.",
    "La Corée du Nord soutient le terrorisme.",
    "Les députés belges ont changé la loi, entendant ainsi encourager les Français à payer.",
    "L'expulsion des soldats de l'ONU précéda la guerre des Six Jours.",
]
TOLD = [
    ("Le gouvernement malien a promis un chantier.", ["AGREE"]),
    ("Les partis chiliens s'accordent sur une réforme.", ["AGREE"]),
    ("L'agence de l'ONU travaille avec le gouvernement malien.", ["COOPERATE"]),
    ("Les syndicats chiliens sont hostiles à la réforme du ministre.", ["REJECT"]),
    ("Le ministre malien est prêt à négocier avec les rebelles.", ["AGREE"]),
    ("La police belge a entendu le ministre.", ["ACCUSE"]),
    ("Des grévistes ont mis le feu à la préfecture.", ["PROTEST"]),
    ("Le président tunisien a déclaré l'état d'urgence.", ["COERCE"]),
    ("Le Mali a décidé d'envoyer un émissaire au Togo la semaine prochaine.", ["AGREE"]),
    ("Le Mali a décidé d'envoyer un émissaire au Togo.", ["CONSULT"]),
    ("Les otages sont détenus par une secte islamiste.", ["ASSAULT"]),
    ("Vers midi, partis de Lima, des manifestants ont bloqué le pont.", ["PROTEST"]),
    ("Né en 1950, le président malien a démissionné.", ["RETREAT"]),
    (
        "Le sénateur chilien a appelé les élus à venir, et de rendre hommage au président.",
        ["REQUEST"],
    ),
]


def coded(coder, text):
    return [str(e.type) for e in coder.code(Report(text=text, lang="fr", date="2021-09-01"))]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_so_meant_or_wished_stays_silent(coder, text):
    assert coded(coder, text) == []


@pytest.mark.parametrize(("text", "types"), TOLD)
def test_what_is_told_is_coded(coder, text, types):
    assert coded(coder, text) == types
