"""What the English model commonly gets wrong in news, mended by rules of grammar.

Each function mends one kind of error on the nodes of a sentence, in place, after `from_clearnlp`;
each says with an example which.
"""

from __future__ import annotations

from statuquo.language.english_clauses import mend_clauses
from statuquo.language.english_openings import mend_openings
from statuquo.language.grammar import VERBAL
from statuquo.language.nodes import Below, Node, children_of

_NOT_DOERS = frozenset(
    {"accident", "air", "chance", "date", "day", "deadline", "decree", "default", "election", "end", "fax",
     "force", "foot", "hand", "half", "law", "letter", "mail", "majority", "means", "midnight", "mistake",
     "month", "name", "nature", "noon", "number", "phone", "rail", "referendum", "right", "road", "sea",
     "side", "telephone", "third", "time", "train", "video", "virtue", "vote", "way", "week", "year"}
)  # fmt: skip
_NO_DOER_LABELS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
_DEED_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "ure", "ery", "al", "ism", "age")
_DEEDS = frozenset(
    {"abuse", "appeal", "article", "arrest", "assault", "attack", "attempt", "ban", "bid", "blockade", "book",
     "call", "campaign", "claim", "comment", "control", "crime", "decision", "demand", "effort", "film",
     "killer", "launch", "law", "letter", "march", "move", "murder", "offer", "order", "plan", "plot", "protest",
     "raid", "rally", "rape", "release", "remark", "report", "request", "rule", "siege", "speech", "strike",
     "support", "test", "theft", "threat", "use", "vote", "visit", "warning", "work"}
)  # fmt: skip
_CLAIMS = frozenset(
    {"accusation", "agreement", "allegation", "announcement", "assertion", "assurance", "belief", "charge",
     "claim", "complaint", "concern", "conclusion", "condition", "confirmation", "demand", "denial",
     "evidence", "fact", "fear", "finding", "hint", "hope", "idea", "indication", "message", "news", "notion",
     "pledge", "possibility", "promise", "proof", "proposal", "reminder", "report", "revelation", "rumor",
     "rumour", "sign", "speculation", "statement", "suggestion", "suspicion", "threat", "view", "warning",
     "word"}
)  # fmt: skip
_UNDERGONE = frozenset(
    {"abduct", "arrest", "behead", "besiege", "capture", "charge", "convict", "deport", "detain", "evacuate",
     "execute", "expel", "extradite", "free", "hang", "hospitalize", "indict", "injure", "jail", "kidnap",
     "kill", "murder", "oust", "rape", "release", "rescue", "sack", "sentence", "shoot", "stab", "torture",
     "wound"}
)  # fmt: skip
_AFTER_UNDERGONE = frozenset({"in", "by", "after", "at", "near", "on", "for", "over", "during", "as", "amid", "to", "from"})  # fmt: skip
_CHARGING = frozenset(
    {"accuse", "acquit", "blame", "condemn", "convict", "criticise", "criticize", "denounce", "fault", "praise",
     "slam", "suspect", "thank"}
)  # fmt: skip
_GROWING = frozenset(
    {"continuing", "escalating", "existing", "growing", "increasing", "leading", "living", "missing", "mounting",
     "ongoing", "remaining", "rising", "running", "underlying", "working"}
)  # fmt: skip
"""Participles that tell what a noun is like, unless somebody is told to do it "by" a further deed."""
_FEELINGS = frozenset(
    {"alarm", "anger", "annoy", "appal", "appall", "disappoint", "dismay", "frustrate", "infuriate", "outrage", "sadden",
     "shock", "trouble", "upset", "worry"}
)  # fmt: skip
_PRETEXTS = frozenset({"excuse", "pretence", "pretense", "pretext"})
_PAST = frozenset({"VBD", "VBN", "JJ"})
_SAYING = frozenset(
    {"accuse", "add", "admit", "announce", "appeal", "argue", "ask", "blame", "call", "claim", "condemn",
     "confirm", "criticise", "criticize", "declare", "demand", "denounce", "deny", "explain", "insist", "note",
     "order", "pledge", "praise", "promise", "reiterate", "reject", "reply", "say", "state", "stress", "suggest",
     "tell", "thank", "threaten", "urge", "vow", "warn"}
)  # fmt: skip


def mend(nodes: list[Node]) -> None:
    """All repairs of English, in the order in which they build on each other."""
    proper_speakers(nodes)
    infinitive_nouns(nodes)
    visa_clauses(nodes)
    swallowed_verbs(nodes)
    subjunctive_nouns(nodes)
    added_speakers(nodes)
    mend_openings(nodes)
    gerund_nouns(nodes)
    headline_passives(nodes)
    distant_agents(nodes)
    mend_clauses(nodes)
    demanded_clauses(nodes)
    charged_gerunds(nodes)
    charged_clauses(nodes)
    charged_passives(nodes)
    claimed_clauses(nodes)
    held_places(nodes)
    dashed_lists(nodes)
    ousted_subjects(nodes)
    told_in_passing(nodes)
    said_and_done(nodes)
    driving_subjects(nodes)
    felt_passives(nodes)
    such_deeds(nodes)


def added_speakers(nodes: list[Node]) -> None:
    """ "The talks failed", **added KCNA**: a verb that has a clause before it is no adjective of the
    name behind it, which speaks."""
    for i, node in enumerate(nodes):
        name = node.head
        if node.pos != "VERB" or node.dep not in ("amod", "acl", "compound") or name <= i:
            continue
        if nodes[name].pos not in ("PROPN", "NOUN"):
            continue
        said = any(kid.head == i and kid.dep in ("comp", "xcomp") for kid in nodes[:i])
        if not said:
            continue
        above = nodes[name].head
        node.dep, node.head = (nodes[name].dep, above) if above != name else ("root", i)
        nodes[name].dep, nodes[name].head = "subj", i
        for kid in nodes:
            if kid.head == name and kid.dep == "punct":
                kid.head = i


def proper_speakers(nodes: list[Node]) -> None:
    """ "Fulton also asked …": a surname that opens a sentence is taken for a common noun."""
    if not nodes or nodes[0].pos != "NOUN" or nodes[0].dep != "subj":
        return
    if nodes[0].tag != "NN" and (nodes[0].tag != "NNS" or nodes[0].text.endswith("s")):
        return
    if nodes[nodes[0].head].lemma in _SAYING and not any(n.head == 0 for n in nodes[1:]):
        nodes[0].pos = "PROPN"


def infinitive_nouns(nodes: list[Node]) -> None:
    """ "offered to **host** talks": an infinitive that was taken for a noun."""
    for node in nodes:
        if node.text.lower() == "to" and node.pos == "PART" and nodes[node.head].pos == "NOUN":
            verb = nodes[node.head]
            if verb.tag == "NN" and verb.dep in ("xcomp", "comp", "advcl", "acl", "root", "conj"):
                verb.pos, verb.feats = "VERB", {"VerbForm": "Inf"}


def visa_clauses(nodes: list[Node]) -> None:
    """ "denied visas **to enter** Chad" tells what those who are denied them wanted: visas enter nothing."""
    for i, node in enumerate(nodes):
        noun = nodes[node.head]
        if node.dep not in ("acl", "relcl") or node.pos != "VERB" or noun.lemma != "visa":
            continue
        to = any(kid.head == i and kid.dep == "aux" and kid.text.lower() == "to" for kid in nodes)
        if to and nodes[noun.head].pos == "VERB":
            node.dep, node.head, node.mark = "advcl", noun.head, "to"


def swallowed_verbs(nodes: list[Node]) -> None:
    """ "A court **jailed** politician Anna Berg", "The minister **grilled** Oman": a verb with its own
    subject or object that was taken for a participle of the noun beside it."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.pos != "VERB" or node.tag not in ("VBD", "VBN", "VBZ") or node.mark is not None:
            continue
        kids = {nodes[j].dep for j in below[i]}
        noun = node.head
        if node.dep in ("amod", "compound") and "subj" in kids and noun > i:
            while nodes[noun].dep == "compound" and nodes[noun].head > noun:
                noun = nodes[noun].head
            role = "obj"
        elif node.dep == "acl" and "obj" in kids and nodes[noun].head == noun < i:
            if {nodes[j].dep for j in below[noun]} & {"cop", "subj", "punct:colon"}:
                continue
            if kids & {"agent", "subj", "subj:pass", "aux", "aux:pass"} or "iobj" in kids:
                continue
            role = "subj"
        else:
            continue
        over = nodes[noun]
        if over.pos not in ("NOUN", "PROPN"):
            continue
        node.dep, node.head = over.dep, i if over.head == noun else over.head
        over.dep, over.head = role, i
        node.feats = {**node.feats, "VerbForm": "Fin", "Tense": "Past"}
        for j in below[noun]:
            if (j > max(i, noun) and nodes[j].case is not None) or nodes[j].dep == "punct":
                nodes[j].head = i
                nodes[j].dep = "obl" if nodes[j].dep == "nmod" else nodes[j].dep
        return


def subjunctive_nouns(nodes: list[Node]) -> None:
    """ "demanded that the government **resign**": a subjunctive that was taken for a noun."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.dep != "comp" or node.mark != "that" or node.pos != "NOUN" or node.tag != "NN":
            continue
        before = [j for j in below[i] if nodes[j].dep == "compound" and j == i - 1]
        if not before or any(nodes[j].dep in ("cop", "subj", "subj:pass") for j in below[i]):
            continue
        subject = before[0]
        node.pos, node.feats = "VERB", {**node.feats, "VerbForm": "Fin"}
        for j in below[i]:
            if j < subject and nodes[j].dep in ("det", "amod", "poss", "nummod", "compound"):
                nodes[j].head = subject
            elif nodes[j].dep == "nmod":
                nodes[j].dep = "obl"
        nodes[subject].dep = "subj"


def gerund_nouns(nodes: list[Node]) -> None:
    """ "an inquiry into **the killing** of a mayor": with an article it is a noun, and nobody above does it."""
    for i, node in enumerate(nodes):
        if node.tag != "VBG" or node.pos != "VERB" or node.case is None:
            continue
        kids = [n for n in nodes if n.head == i]
        if not any(kid.dep == "det" for kid in kids) or any(kid.dep == "obj" for kid in kids):
            continue
        node.pos, node.lemma, node.feats, node.mark = "NOUN", node.text.lower(), {}, None
        node.dep = "obl" if nodes[node.head].pos in VERBAL else "nmod"
        for kid in kids:
            if kid.dep == "obl":
                kid.dep = "nmod"


def headline_passives(nodes: list[Node]) -> None:
    """ "Two soldiers killed in ambush": headlines leave out the auxiliary of the passive."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.pos != "VERB" or node.tag not in ("VBD", "VBN") or node.dep not in ("root", "conj"):
            continue
        kids = [nodes[j] for j in below[i]]
        if node.lemma not in _UNDERGONE or any(
            kid.dep in ("obj", "aux", "aux:pass", "comp", "xcomp", "iobj", "prt")
            or (kid.dep == "conj" and kid.pos in VERBAL)
            for kid in kids
        ):
            continue
        after = nodes[i + 1].text.lower() if i + 1 < len(nodes) else ""
        if after and after not in _AFTER_UNDERGONE and nodes[i + 1].pos != "PUNCT":
            continue
        for kid in kids:
            if kid.dep == "subj":
                kid.dep = "subj:pass"
                node.feats = {**node.feats, "Voice": "Pass"}


def distant_agents(nodes: list[Node]) -> None:
    """ "was banned from praying at the site **by the ministry**": the doer of a passive was hung on the
    nearest noun, which is no deed, or on what the other is kept from."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.case != "by" or node.pos not in ("NOUN", "PROPN", "PRON"):
            continue
        head = nodes[node.head]
        kept_from = node.dep == "obl" and head.dep == "comp" and head.mark == "from"
        if node.dep != "nmod" and not kept_from:
            continue
        if node.lemma in _NOT_DOERS or node.ent in _NO_DOER_LABELS or _is_deed(nodes[node.head]):
            continue
        verb = _passive_above(nodes, below, i)
        if verb is not None:
            node.head, node.dep = verb, "agent"


def _is_deed(node: Node) -> bool:
    if node.ent in ("DATE", "TIME", "GPE", "LOC", "FAC"):
        return False
    return node.pos != "PROPN" and (
        node.lemma in _DEEDS or node.lemma.endswith(_DEED_ENDINGS) or node.tag == "NNP"
    )


def _passive_above(nodes: list[Node], below: Below, i: int) -> int | None:
    """The nearest passive verb above a word within its clause, when nobody is told as its doer."""
    at, steps = nodes[i].head, 0
    while steps < 6:
        node = nodes[at]
        if node.pos == "VERB" and node.dep in (
            "relcl",
            "root",
            "conj",
            "advcl",
            "comp",
            "acl",
            "xcomp",
        ):
            kids = [nodes[j] for j in below[at]]
            passive = any(kid.dep in ("subj:pass", "aux:pass") for kid in kids)
            if passive:
                return at if not any(kid.dep == "agent" for kid in kids) and at < i else None
            if node.dep not in ("comp", "xcomp"):
                return None
        if node.head == at:
            return None
        at, steps = node.head, steps + 1
    return None


def demanded_clauses(nodes: list[Node]) -> None:
    """ "repeated its demand on Monday that Cuba free him": the clause is the demand, though a day stands
    between; "struck under the pretext that Cuba had fired": it is the pretext."""
    for i, node in enumerate(nodes):
        if node.dep != "comp" or node.mark != "that" or node.pos not in VERBAL:
            continue
        that = next((j for j in range(node.head + 1, i) if nodes[j].text.lower() == "that"), 0)
        if nodes[that - 1].lemma in _PRETEXTS and nodes[that - 1].pos == "NOUN":
            node.dep, node.head = "acl", that - 1
            continue
        for j in range(node.head + 1, i):
            between = nodes[j]
            if between.dep == "obj" and between.head == node.head and between.lemma in _CLAIMS:
                node.dep, node.head = "acl", j
                break


def charged_clauses(nodes: list[Node]) -> None:
    """ "accused the mayor of stealing": what somebody is accused of hangs on the accusing."""
    for node in nodes:
        if node.dep != "acl" or node.mark not in ("of", "for") or node.pos not in VERBAL:
            continue
        charged = nodes[node.head]
        if charged.dep in ("obj", "subj:pass") and nodes[charged.head].lemma in _CHARGING:
            node.dep, node.head = "comp", charged.head
    for i, node in enumerate(nodes):  # … "by": how the charged did it, not how they were charged
        if node.dep != "advcl" or node.mark != "by" or nodes[node.head].lemma not in _CHARGING:
            continue
        for j in range(node.head + 1, i):
            charge = nodes[j]
            if charge.head == node.head and charge.dep == "comp" and charge.mark in ("of", "for"):
                node.head = j
                break


def charged_passives(nodes: list[Node]) -> None:
    """ "was arrested **and accused** of plotting": who is charged without being named is the one who was
    arrested."""
    for i, node in enumerate(nodes):
        first = nodes[node.head]
        if node.dep != "conj" or node.lemma not in _CHARGING or first.pos not in VERBAL:
            continue
        passive = any(kid.head == node.head and kid.dep == "aux:pass" for kid in nodes)
        if not passive and first.feats.get("Voice") != "Pass":
            continue
        own = {kid.dep for kid in nodes if kid.head == i}
        charge = any(kid.head == i and kid.case in ("of", "for") for kid in nodes)
        if charge and not own & {"subj", "subj:pass", "obj", "aux"}:
            node.feats = {**node.feats, "VerbForm": "Part", "Voice": "Pass"}


def charged_gerunds(nodes: list[Node]) -> None:
    """ "accused the army of **shelling** towns by keeping it there": right behind the "of" of a charge stands
    what the charged did, not a word of the noun; how they did it is theirs as well."""
    for i, node in enumerate(nodes):
        noun = node.head
        if node.tag != "VBG" or node.dep != "amod" or noun != i + 1 or i == 0:
            continue
        if nodes[i - 1].text.lower() != "of" or nodes[noun].case != "of":
            continue
        charge = nodes[noun].head
        if nodes[charge].lemma not in _CHARGING or nodes[charge].pos not in VERBAL:
            continue
        means = [n for n in nodes[noun:] if n.head in (charge, noun) and n.mark == "by"]
        if node.text.lower() in _GROWING and not means:
            continue
        node.pos, node.dep, node.head, node.case, node.mark = "VERB", "comp", charge, "of", "of"
        node.feats = {**node.feats, "VerbForm": "Ger"}
        nodes[noun].dep, nodes[noun].head, nodes[noun].case = "obj", i, None
        nodes[i - 1].head = i
        for clause in means:
            clause.head, clause.dep = i, "advcl"


def held_places(nodes: list[Node]) -> None:
    """ "the rebel-held town": who holds it is a part of the word, not a circumstance."""
    for i, node in enumerate(nodes[:-2]):
        if (
            node.dep == "obl"
            and node.case is None
            and nodes[i + 1].text == "-"
            and node.head == i + 2
        ):
            node.dep = "compound"


def claimed_clauses(nodes: list[Node]) -> None:
    """ "the allegation that the army shelled the town" is no relative clause: what is alleged is the
    clause, with all its own parties."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.dep != "relcl" or node.pos not in VERBAL or nodes[node.head].lemma not in _CLAIMS:
            continue
        kids = [nodes[j] for j in below[i]]
        that = next((kid for kid in kids if kid.text.lower() == "that"), None)
        if that is None or not any(k.dep in ("subj", "subj:pass") and k is not that for k in kids):
            continue
        whole = any(
            k.dep in ("obj", "attr", "comp", "xcomp", "subj:pass") and k is not that for k in kids
        )
        if that.dep == "mark" or whole:
            that.dep = "mark"
            node.dep, node.mark = "acl", "that"


def dashed_lists(nodes: list[Node]) -> None:
    """ "Iran and the six powers — France, China and others — reached a deal": who acts stands before
    the dashes, which only explain it."""
    dashes = [i for i, node in enumerate(nodes) if node.text in ("–", "—", "--")]
    if len(dashes) != 2:
        return
    first, last = dashes
    for i, node in enumerate(nodes):
        if node.dep not in ("subj", "subj:pass") or not first < i < last < node.head:
            continue
        before = [
            j for j in range(first)
            if nodes[j].pos in ("NOUN", "PROPN") and nodes[j].case is None
            and not 0 <= nodes[j].head < first and nodes[j].head != j
        ] or [j for j in range(first) if nodes[j].head == j and nodes[j].pos in ("NOUN", "PROPN")]  # fmt: skip
        if not before:
            return
        heir = nodes[before[0]]
        heir.dep, heir.head = node.dep, node.head
        node.dep, node.head = "appos", before[0]
        return


def ousted_subjects(nodes: list[Node]) -> None:
    """ "**Chad's** top court barred a candidate": the owner was taken for the subject, and the subject for
    a bare complement."""
    for i, node in enumerate(nodes):
        if node.dep != "subj" or node.pos not in ("PROPN", "NOUN") or node.head <= i + 1:
            continue
        if not any(
            kid.head == i and kid.text in ("'s", "’s", "'", "’") for kid in nodes[i + 1 : i + 3]
        ):
            continue
        for j in range(i + 2, node.head):
            noun = nodes[j]
            if noun.head == node.head and noun.dep in ("obl", "dep") and noun.case is None:
                if noun.pos in ("NOUN", "PROPN"):
                    noun.dep, node.dep, node.head = "subj", "poss", j
                    return


def told_in_passing(nodes: list[Node]) -> None:
    """ "The army shelled a village, **officials said**, killing two": what follows such words goes on with
    the clause before them."""
    for i, node in enumerate(nodes):
        if node.dep != "advcl" or node.tag != "VBG" or node.mark is not None or node.head >= i:
            continue
        verb = node.head
        told = [j for j in range(verb) if nodes[j].head == verb and nodes[j].dep == "comp"]
        speaker = [j for j in range(verb) if nodes[j].head == verb and nodes[j].dep == "subj"]
        if told and speaker and told[0] < speaker[0] and nodes[verb].lemma in _SAYING:
            node.head = told[0]


def said_and_done(nodes: list[Node]) -> None:
    """ "Oman said the ruling was void **and threatened** to leave": what only people do is not done by the
    thing that the clause before is about."""
    for i, node in enumerate(nodes):
        clause = node.head
        if node.dep != "conj" or node.tag != "VBD" or clause >= i or nodes[clause].dep != "comp":
            continue
        verb = nodes[clause].head
        if verb >= clause or nodes[verb].lemma not in _SAYING or node.lemma not in _SAYING:
            continue
        own = [
            n for n in nodes if n.head == i and n.dep in ("subj", "subj:pass", "aux", "aux:pass")
        ]
        things = [n for n in nodes if n.head == clause and n.dep in ("subj", "subj:pass")]
        if own or not things or any(n.pos != "NOUN" or n.ent is not None for n in things):
            continue
        if nodes[verb].tag == "VBD":
            node.head = verb


def driving_subjects(nodes: list[Node]) -> None:
    """ "Farmers **driving** tractors blocked a road": a participle of the subject was taken for the verb of
    the sentence, and its verb for something loose."""
    for i, node in enumerate(nodes):
        verb = node.head
        if node.dep != "dep" or node.tag != "VBD" or verb >= i:
            continue
        if nodes[verb].tag != "VBG" or nodes[verb].dep != "root":
            continue
        kids = [k for k, kid in enumerate(nodes) if kid.head == verb and k != verb]
        subject = next((k for k in kids if nodes[k].dep == "subj" and k < verb), None)
        if subject is None or any(nodes[k].dep in ("aux", "cop") for k in kids):
            continue
        node.dep, node.head, node.feats = "root", i, {**node.feats, "VerbForm": "Fin"}
        nodes[subject].head = i
        nodes[verb].dep, nodes[verb].head = "acl", subject
        for k in kids:
            if k > i:
                nodes[k].head = i
        return


def felt_passives(nodes: list[Node]) -> None:
    """ "I am **disappointed** with the vote": taken for a verb, it is a passive, and "am" no copula."""
    for i, node in enumerate(nodes):
        if node.pos != "VERB" or node.tag not in _PAST or node.lemma not in _FEELINGS:
            continue
        kids = [kid for kid in nodes if kid.head == i and kid is not node]
        if not any(kid.dep == "cop" for kid in kids):
            continue
        node.feats = {**node.feats, "Voice": "Pass"}
        for kid in kids:
            kid.dep = {"cop": "aux:pass", "subj": "subj:pass"}.get(kid.dep, kid.dep)


def such_deeds(nodes: list[Node]) -> None:
    """ "They committed such acts as **shelling** the port": whoever commits them does what they are."""
    for node in nodes:
        if node.tag != "VBG" or node.dep != "comp" or node.mark != "as":
            continue
        deeds = [n for n in nodes if n.head == node.head and n.dep == "obj"]
        if any(n.text.lower() == "such" and nodes[n.head] in deeds for n in nodes):
            node.dep, node.mark = "advcl", "by"
