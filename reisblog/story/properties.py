"""The document's own properties: title, author and language, in the form that programs search.

Source: ISO 16684-1 (XMP); ISO 14289-1, 5 and 7.1.
"""

from __future__ import annotations

from html import escape

from reportlab.pdfbase import pdfdoc

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
{conforms}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
_AUTHOR = "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n"
_ACCESSIBLE = "<pdfuaid:part>1</pdfuaid:part>\n"


def as_metadata(
    *, title: str, author: str, language: str, creator: str, producer: str, accessible: bool
) -> pdfdoc.PDFStream:
    """The properties as an object for the document.

    Args:
        title: of the document.
        author: a name, or nothing.
        language: of the document, as BCP 47 writes it.
        creator: the program.
        producer: the program with its version.
        accessible: whether it keeps to PDF/UA-1.
    """
    packet = _PACKET.format(
        title=_plain(title),
        author=_AUTHOR.format(author=_plain(author)) if author else "",
        language=_plain(language),
        creator=_plain(creator),
        producer=_plain(producer),
        conforms=_ACCESSIBLE if accessible else "",
    )
    entries = {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), packet.encode())


def _plain(text: str) -> str:
    """A text as XML holds it, without the characters that XML cannot hold."""
    kept = (letter if letter >= " " or letter in "\t\n" else " " for letter in text)
    return escape("".join(letter for letter in kept if not _forbidden(letter)), quote=False)


def _forbidden(letter: str) -> bool:
    return "\ud800" <= letter <= "\udfff" or letter in "\ufffe\uffff"
