"""How does a photograph become a small face for a letter, with nothing else in it?

A photograph from a telephone says where and when it was taken: only its dots are kept. Pillow comes with WeasyPrint.
"""

from io import BytesIO

SIZE = 240
LARGEST = 8 * 1024 * 1024
MOST_DOTS = 50_000_000
KINDS = ("JPEG", "PNG")


class NoFace(Exception):
    """The file is no picture that can be used; its words are for the screen."""


def face_from(content: bytes) -> bytes:
    """A square JPEG of the middle of a photograph, the right way up, without what a camera wrote into it. Raises NoFace."""
    from PIL import Image, ImageOps, UnidentifiedImageError  # slow to load, and only needed here

    if len(content) > LARGEST:
        raise NoFace("The file is larger than 8 MB. Choose a smaller one")
    try:
        with Image.open(BytesIO(content), formats=KINDS) as photograph:
            if photograph.width * photograph.height > MOST_DOTS:
                raise NoFace("The picture is too large. Choose a smaller one")
            face = ImageOps.fit(ImageOps.exif_transpose(photograph).convert("RGB"), (SIZE, SIZE))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        raise NoFace("The file is not a JPEG or PNG picture") from fault
    small = BytesIO()
    face.save(small, "JPEG", quality=85)
    return small.getvalue()
