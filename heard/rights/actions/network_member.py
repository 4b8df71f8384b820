"""What happens when something changes about somebody in the adult's life?"""

from django.db import transaction

from heard.people.actions import change_network_member
from heard.people.models import NetworkMember
from heard.rights.actions.appropriate_person import end_where_it_cannot_stand
from heard.rights.models import AppropriatePerson


@transaction.atomic
def change_somebody(*, member: NetworkMember, by, because: str = "", **details) -> list[AppropriatePerson]:
    """Change what is known of them, and end at once a representation that this takes the ground from. Gives those that ended."""
    change_network_member(member=member, by=by, because=because, **details)
    return end_where_it_cannot_stand(member=member, by=by)
