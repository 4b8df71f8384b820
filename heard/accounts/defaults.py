"""What does a council's public page say until the council says otherwise?

Local facts, so each is a field of the authority. Text for reaching 999 without speech: 18000 for the Relay UK app or textphone,
a registered mobile for emergency texts, and BSL video relay; a council checks them before it goes live.
"""

TELEPHONE = "01632 960001"  # a number kept by Ofcom for drama, so that the demo rings nobody
OUT_OF_HOURS = "01632 960002"
CHILDREN_TELEPHONE = "01632 960003"
READ_WHEN = "Concerns are read from 9am to 5pm, Monday to Friday, except bank holidays. Nobody reads them at night or at weekends."
CANNOT_SPEAK = (
    "If you cannot speak or hear on the phone, use the Relay UK app or a textphone and dial 18000, or use the 999 BSL video relay "
    "service. If your mobile is registered with emergencySMS you can text 999. If it is not safe to speak, dial 999 from a mobile, "
    "listen, and press 55 when you are asked to."
)
