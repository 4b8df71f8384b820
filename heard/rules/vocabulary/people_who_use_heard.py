"""What roles do people who use Heard have?"""

from heard.rules.labelled import Labelled


class Role(Labelled):
    DUTY_WORKER = "duty-worker", "Duty worker"
    SOCIAL_WORKER = "social-worker", "Social worker"
    MANAGER = "safeguarding-manager", "Safeguarding manager"
    ANALYST = "board-analyst", "Board analyst"
    ADMINISTRATOR = "administrator", "Administrator"
