"""What does somebody type into the screens of the voice, and at which address?"""

from django.urls import reverse

DAY = {"day": "9", "month": "3", "year": "2026"}


def url(name, case, *more):
    return reverse(name, args=[case.reference, *more])


def on(name):
    return {f"{name}-{part}": value for part, value in DAY.items()}


def answers(**changes):
    return {"held": {"heard": "yes", "stage": "enquiry", "held_at-time": "14:30", **on("held_at")},
            "how": {"method": "face-to-face", "alone": "yes", "present": "Advocate\r\n\r\n Interpreter "},
            "words": {"what_was_asked": "How are you?", "words": "I am afraid of him.", "interpretation": "She is worried."},
            "wants": {"said": "wishes", "wish_1": "I want him to say sorry.", "wish_2": "I want to stay."}, **changes}  # fmt: skip


def write_down(client, case, *pages):
    """Go through the form as a browser would; returns the answer to the last button."""
    address = url("conversation-form-page", case, "new", "when")
    for values in pages:
        answer = client.post(address, values)
        assert answer.status_code == 302, answer.content.decode()
        address = answer["Location"]
    return client.post(address)
