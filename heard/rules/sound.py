"""Is this file a sound that a browser can play, and of which kind? Read from its first bytes, never from its name."""

MOST_BYTES = 10 * 1024 * 1024  # some ten minutes of speech


def kind_of_sound(first: bytes) -> str:
    """The media type of a sound by its first bytes (16 are enough), or blank where it is none that we keep.

    Practice: house rule, a file is what its bytes say; what is none of these is never kept or played.
    """
    if first[:4] == b"\x1a\x45\xdf\xa3":
        return "audio/webm"
    if first[:4] == b"OggS":
        return "audio/ogg"
    if first[:4] == b"RIFF" and first[8:12] == b"WAVE":
        return "audio/wav"
    if first[4:8] == b"ftyp":
        return "audio/mp4"
    if first[:3] == b"ID3" or (len(first) > 1 and first[0] == 0xFF and first[1] & 0xE0 == 0xE0):
        return "audio/mpeg"
    return ""
