"""How does a receipt go to the person who raised a concern?"""

from django.db import transaction
from django.utils import timezone

from heard.accounts.permissions import Permission, may
from heard.cases.models import Concern
from heard.concerns.actions.telling import is_for_a_manager, is_known_to_pose_risk, record_telling
from heard.concerns.models import Report
from heard.documents.actions import send_document
from heard.documents.models import SentDocument
from heard.rules.decision import Decision, insist
from heard.rules.telling_the_referrer import LAW, MANAGER_DECIDES
from heard.rules.vocabulary.concern import TellReferrer
from heard.rules.vocabulary.safe_contact import SentHow


@transaction.atomic
def send_receipt(*, concern: Concern, told: tuple[str, ...], by, how: str, **going) -> SentDocument:
    """Let a receipt leave through the gate. Told more than that it was received, that is recorded too, and the chasing ends.

    ``going`` is what ``send_document`` takes. Raises NotAllowed where a manager decides what they are told, or the gate stops it.
    """
    report = Report.objects.filter(concern=concern, is_current=True).first()
    risky = is_known_to_pose_risk(concern, report) or is_for_a_manager(concern)
    insist(Decision(not risky or may(by, Permission.DECIDE_AGAINST_RULE), (MANAGER_DECIDES,), LAW))
    sent = send_document(how=how, by=by, **going)
    if told:
        record_telling(
            concern=concern, by=by, may_pose_risk=risky, told=(TellReferrer.RECEIVED, *told), told_on=timezone.localdate(),
            how=SentHow(how).label,
        )  # fmt: skip
    return sent
