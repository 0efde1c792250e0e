"""The document's own properties: title, author, language, day; in the forms that programs search.

Source: ISO 32000-1, 14.3.3 and 7.9.4 (dates); ISO 16684-1 (XMP); ISO 14289-1, 5 and 7.1.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from reportlab.pdfbase import pdfdoc

from reisblog import __version__

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{author}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
{day}{accessible}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
_AUTHOR = "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n"
_DAY = "<xmp:CreateDate>{day}</xmp:CreateDate>\n<xmp:ModifyDate>{day}</xmp:ModifyDate>\n"
_ACCESSIBLE = "<pdfuaid:part>1</pdfuaid:part>\n"
_CREATOR, _PRODUCER = "reisblog", f"reisblog {__version__}"


@dataclass(frozen=True)
class Properties:
    """What a document says of itself.

    Attributes:
        title: of the document.
        author: a name, or nothing.
        language: of its words, as BCP 47 writes it.
        day: of the journey it shows (ISO 8601), or nothing. The day of making it would make
            another document of the same journey every day.
    """

    title: str
    author: str = ""
    language: str = "nl"
    day: str = ""

    def as_info(self) -> pdfdoc.PDFInfo:
        """The properties as the document's oldest readers know them."""
        return _Info(self)

    def as_metadata(self) -> pdfdoc.PDFStream:
        """The same as an object for the document, which says that it keeps to PDF/UA-1."""
        packet = _PACKET.format(
            title=_plain(self.title),
            author=_AUTHOR.format(author=_plain(self.author)) if self.author else "",
            language=_plain(self.language),
            creator=_CREATOR,
            producer=_PRODUCER,
            day=_DAY.format(day=self.day) if self.day else "",
            accessible=_ACCESSIBLE,
        )
        entries = {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
        return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), packet.encode())


class _Info(pdfdoc.PDFInfo):
    """reportlab's own writes a time always, and one of the year 2000 where it is to be the same."""

    subject = keywords = ""

    def __init__(self, properties: Properties) -> None:
        super().__init__()
        self.title, self.author, self._day = properties.title, properties.author, properties.day

    def format(self, document: Any) -> bytes:
        """The bytes of it."""
        entries = {
            "Title": pdfdoc.PDFString(self.title),
            "Author": pdfdoc.PDFString(self.author),
            "Creator": pdfdoc.PDFString(_CREATOR),
            "Producer": pdfdoc.PDFString(_PRODUCER),
            "Trapped": pdfdoc.PDFName("False"),
        }
        if self._day:
            day = pdfdoc.PDFString(f"D:{self._day.replace('-', '')}")
            entries |= {"CreationDate": day, "ModDate": day}
        made: bytes = pdfdoc.PDFDictionary(entries).format(document)
        return made


def _plain(text: str) -> str:
    """A text as XML holds it, without the characters that XML cannot hold."""
    kept = (letter if letter >= " " or letter in "\t\n" else " " for letter in text)
    return escape("".join(letter for letter in kept if not _forbidden(letter)), quote=False)


def _forbidden(letter: str) -> bool:
    return "\ud800" <= letter <= "\udfff" or letter in "\ufffe\uffff"
