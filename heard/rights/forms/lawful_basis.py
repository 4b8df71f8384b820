"""How is the lawful basis asked for, apart from the adult's agreement?"""

from heard.rules.vocabulary.rights import LawfulBasis

HINTS = {
    LawfulBasis.PUBLIC_TASK: "The council’s own duty, for example under the Care Act. This is the usual one.",
    LawfulBasis.LEGAL_OBLIGATION: "A law or a court requires it.",
    LawfulBasis.VITAL_INTERESTS: "Somebody’s life is in danger.",
    LawfulBasis.CONSENT: "Only where the adult agreed and could as freely have said no.",
}
WITHOUT_CONSENT = [(value, label) for value, label in LawfulBasis.choices() if value != LawfulBasis.CONSENT]
