"""What is asked about an attorney, deputy or appointee? ``about`` is the case with ``members``."""

from heard.govuk.fields import DayMonthYear, FromList, LongText, ShortText, YesNo
from heard.govuk.forms import Question
from heard.rules.vocabulary.rights import AuthorityKind
from heard.voice.forms.people import NameAndWho, offer, who_it_concerns


class AddLegalAuthority(Question):
    """The kind of authority, its holder and scope, and whether its document was seen."""

    title = "Add an attorney, deputy or appointee"
    intro = "An authority holds only within its scope, and says nothing about what the adult can decide."
    submit = "Save this authority"

    kind = FromList("What kind of authority is it?", AuthorityKind, short="Kind of authority", missing="Select what kind it is")
    concerns = who_it_concerns("Who holds it?")
    new_member = NameAndWho()
    scope = LongText("What does it cover, and what not?", required=False, rows=3, short="Scope",
                     hint="With any conditions, and whether attorneys act together or separately")  # fmt: skip
    registered_number = ShortText("Registered or court number", required=False, width=20, max_length=60)
    document_seen = YesNo("Have you seen the document?", missing="Select whether you have seen the document", short="Document seen",
                          conditional={"yes": "seen_on"})  # fmt: skip
    seen_on = DayMonthYear("When did you see it?", not_future=True, short="Seen on", missing="Enter the day on which you saw it")
    searched_on = DayMonthYear("When were the registers searched?", required=False, not_future=True, short="Registers searched on",
                               hint="The Office of the Public Guardian searches them on form OPG100. Leave blank if not yet.")  # fmt: skip

    def adapt(self) -> None:
        offer(self.fields["concerns"], self.about.members)
        self.fields["concerns"].labels = {"nobody": "Nobody: it is an advance decision of the adult’s own"}


class ChangeLegalAuthority(Question):
    """What has become known of it since."""

    title = "This authority now"
    submit = "Save"

    scope = AddLegalAuthority.base_fields["scope"]
    document_seen = YesNo("Have you seen the document?", required=False, short="Document seen", conditional={"yes": "seen_on"})
    seen_on = AddLegalAuthority.base_fields["seen_on"]
    searched_on = AddLegalAuthority.base_fields["searched_on"]
    ended_on = DayMonthYear("When did it end?", required=False, short="Ended on", hint="Leave blank while it stands")
