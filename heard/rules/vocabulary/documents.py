"""What words describe how a document looks, as what file it is taken away, and in which second language it can stand?"""

from heard.rules.labelled import Labelled


class Look(Labelled):
    """How the same words look on the page."""

    EASY_READ = "easy-read", "Easy Read, with pictures"
    PLAIN = "plain", "Plain English"
    LARGE = "large-print", "Large print"


class FileKind(Labelled):
    """As what a document can be taken away."""

    PDF = "pdf", "PDF"
    WORD = "docx", "Word document (.docx)"
    AUDIO = "wav", "Sound"


class Language(Labelled):
    """A second language, by its code in the page (BCP 47). Any other is a line here."""

    ALBANIAN = "sq", "Albanian"
    ARABIC = "ar", "Arabic"
    BENGALI = "bn", "Bengali"
    BULGARIAN = "bg", "Bulgarian"
    CHINESE_SIMPLIFIED = "zh-Hans", "Chinese, simplified"
    CHINESE_TRADITIONAL = "zh-Hant", "Chinese, traditional"
    DARI = "prs", "Dari"
    FARSI = "fa", "Farsi"
    FRENCH = "fr", "French"
    GERMAN = "de", "German"
    GREEK = "el", "Greek"
    GUJARATI = "gu", "Gujarati"
    HINDI = "hi", "Hindi"
    ITALIAN = "it", "Italian"
    KURDISH_SORANI = "ckb", "Kurdish, Sorani"
    LITHUANIAN = "lt", "Lithuanian"
    PASHTO = "ps", "Pashto"
    POLISH = "pl", "Polish"
    PORTUGUESE = "pt", "Portuguese"
    PUNJABI = "pa", "Punjabi"
    ROMANIAN = "ro", "Romanian"
    RUSSIAN = "ru", "Russian"
    SOMALI = "so", "Somali"
    SPANISH = "es", "Spanish"
    TAMIL = "ta", "Tamil"
    TIGRINYA = "ti", "Tigrinya"
    TURKISH = "tr", "Turkish"
    UKRAINIAN = "uk", "Ukrainian"
    URDU = "ur", "Urdu"
    VIETNAMESE = "vi", "Vietnamese"
    WELSH = "cy", "Welsh"


RIGHT_TO_LEFT = frozenset({Language.ARABIC, Language.DARI, Language.FARSI, Language.KURDISH_SORANI, Language.PASHTO, Language.URDU})
