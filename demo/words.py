"""What do the people of the demo say? Written for Heard; no words of any real case."""

WORRIES = (
    (
        "care-provider",
        "financial",
        "known-to-adult",
        "own-home",
        "Her bank card is held by a neighbour who does the shopping. Receipts do not match what is in the cupboards.",
        "He says he's helping. I never see the change.",
        "I want my card back, and I still want somebody to do my shopping.",
    ),
    (
        "nhs",
        "physical",
        "known-to-adult",
        "own-home",
        "Fingertip bruises on both upper arms, of different ages, seen when dressing a wound. The adult went quiet when the door opened.",
        "I bruise easy. Don't make a fuss while he's in.",
        "I want it to stop. I don't want him sent away.",
    ),
    (
        "family-or-friend",
        "neglect",
        "service-provider",
        "care-home-residential",
        "Left in wet clothes twice this week and the call bell was out of reach. Weight has gone down since the spring.",
        "You press and press and nobody comes.",
        "I want somebody to come when I press the bell.",
    ),
    (
        "housing",
        "self-neglect",
        "known-to-adult",
        "own-home",
        "The flat is full to the door. The cooker is under boxes and there has been no hot water since last winter.",
        "It's my home. I know where everything is.",
        "Help me get the hot water back. Leave my things alone.",
    ),
    (
        "police",
        "domestic",
        "known-to-adult",
        "own-home",
        "Officers were called by a passer-by. The adult's partner answered every question for them.",
        "It's easier if he does the talking.",
        "I want to talk to someone when he's at work.",
    ),
    (
        "voluntary-sector",
        "psychological",
        "known-to-adult",
        "community",
        "A group of younger men wait at the bus stop and take it in turns to mock how the adult speaks. They no longer come to the group.",
        "They do my voice. Everybody laughs.",
        "I want to go to my group on the bus and not be scared.",
    ),
    (
        "care-provider",
        "organisational",
        "service-provider",
        "care-home-nursing",
        "Everyone on the corridor is put to bed at five. The rota shows one member of staff for eleven people.",
        "They put us down like babies. It's still light.",
        "I want to go to bed when I want to.",
    ),
    (
        "advocate",
        "sexual",
        "unknown-to-adult",
        "community-service",
        "The adult told the advocate, with picture cards, about being touched on the transport home.",
        "Not that man. Not that van.",
        "I don't want to see him again.",
    ),
    (
        "nhs",
        "modern-slavery",
        "known-to-adult",
        "own-home",
        "Came to the clinic with a man who holds the adult's papers and says the adult works for the rent.",
        "I sleep where the tools are. He has my papers.",
        "I want my papers. I want to sleep in a bed.",
    ),
    (
        "carer",
        "financial",
        "unknown-to-adult",
        "own-home",
        "Three roofers called in a month. Money was drawn out each time and the roof has not been touched.",
        "They were ever so polite. I feel such a fool.",
        "I'd like some of it back, and I'd like them not to do it to anyone else.",
    ),
    (
        "family-or-friend",
        "discriminatory",
        "known-to-adult",
        "own-home",
        "Carers refuse to help with prayers or with halal food and say there is no time for it.",
        "They say it doesn't matter at my age. It matters to me.",
        "I want carers who help me pray.",
    ),
    (
        "council",
        "neglect",
        "known-to-adult",
        "own-home",
        "The adult's son cancels visits from the nurses. Medicine has not been collected for six weeks.",
        "He's tired. He does his best, you know.",
        "I want him to have some help. I don't want him in trouble.",
    ),
)

MORE_WISHES = (
    "I want to know what is going on. Nobody tells me.",
    "I want to be asked, not told.",
    "I'd like an apology. That's all, really.",
    "I want to see my sister again.",
)

CHANGED = ("Now I've thought about it, I want to move nearer my sister.", "They visited the flat and felt safe there for the first time.")

ADULT_VIEWS = (
    "It's worse at weekends, when nobody calls.",
    "It isn't as bad as you all make out.",
    "I can manage it if someone rings me every day.",
    "I lie awake listening for the door.",
)
PROFESSIONAL_VIEWS = (
    "The pattern of visits and withdrawals suggests it will happen again unless the card is replaced.",
    "Serious harm is possible. The adult understands this and has said which steps are acceptable.",
    "Reduced while the day visits go on; rises if they stop.",
)
ACTIONS = (
    ("The bank sends a new card to the library for collection", "worker", "The bank will send your new card. Get it at the library."),
    ("Ring the worker every Friday from a friend's phone", "adult", "Ring us every Friday. Use your friend’s phone."),
    ("Call in on Tuesdays and Saturdays", "network", ""),
    ("Fit a key safe and change the lock", "organisation", "The landlord will change your lock. You get a key safe."),
    ("Go through the care plan together, line by line", "worker", "We will read your care plan with you."),
)
JUDGED = {
    "met": "It happened. I sleep now.",
    "partly-met": "Some of it. It's better than it was.",
    "not-met": "No. Nothing's changed for me.",
    "declined": "",
}
REMAINED = "I know he might ask for money again. He's my brother and I want him to come on Sundays. I'd rather have that."
HOW_IT_WAS = ("You rang when you said you would.", "I'd have liked to know sooner what was going on.", "It's done. I'm glad.")
