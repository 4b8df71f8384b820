"""Is it a recording, by its first bytes?"""

import pytest

from heard.rules.sound import kind_of_sound


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        pytest.param(b"\x1a\x45\xdf\xa3" + b"\0" * 12, "audio/webm", id="what Chrome and Firefox record"),
        pytest.param(b"OggS" + b"\0" * 12, "audio/ogg", id="Ogg"),
        pytest.param(b"RIFF\0\0\0\0WAVEfmt ", "audio/wav", id="WAV"),
        pytest.param(b"\0\0\0\x1cftypM4A ", "audio/mp4", id="what an iPhone records"),
        pytest.param(b"ID3\x03" + b"\0" * 12, "audio/mpeg", id="MP3 with a title"),
        pytest.param(b"\xff\xfb\x90\x00", "audio/mpeg", id="MP3"),
        pytest.param(b"RIFF\0\0\0\0AVI LIST", "", id="a film is none"),
        pytest.param(b"<html><body>", "", id="a web page is none"),
        pytest.param(b"", "", id="nothing is none"),
        pytest.param(b"\xff", "", id="one byte is none"),
    ],
)
def test_the_kind_of_a_sound(first, kind):
    assert kind_of_sound(first[:16]) == kind
