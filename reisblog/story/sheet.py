"""The sheet that is drawn on: one PDF document being written, a page at a time.

Everything is in points from the page's upper left corner, y down. What is drawn inside ``told`` is
part of the story; all else is an artifact, which a screen reader passes over.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from reisblog.model.book import Quality
from reisblog.model.geometry import Point, Rect
from reisblog.model.records import Photo
from reisblog.story.document import Writing
from reisblog.story.drawn_fonts import DrawnFont
from reisblog.story.embedding import EmbeddedFont
from reisblog.story.fields import Fields
from reisblog.story.images import Images, Pictures
from reisblog.story.lettering import outlines, show_line
from reisblog.story.links import Links
from reisblog.story.missing import Lacking
from reisblog.story.properties import Properties
from reisblog.story.tagging import Structure
from reisblog.story.tags import Role, Tag
from reisblog.story.tongues import tongue

if TYPE_CHECKING:
    from reisblog.story.fonts import Face
    from reisblog.story.styles import Style
    from reisblog.story.tagging import Annotation
    from reisblog.story.typesetting import Line

_SIDES_OF_A_CIRCLE = 0.5523
_ARTIFACTS = {
    Role.DECORATION: "/Artifact BMC",
    Role.FOOT: "/Artifact <</Type /Pagination /Subtype /Footer>> BDC",
}


class _BareCanvas(Canvas):
    """A canvas without the standard font that every page would otherwise begin with."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class Sheet:
    """A PDF document; ``page`` begins a page, the other methods draw on it.

    Attributes:
        width: of the page drawn on.
        height: of the page drawn on.
        scale: how much larger it is printed.
    """

    def __init__(
        self,
        *,
        properties: Properties,
        pictures: Pictures,
        quality: Quality,
        target: BinaryIO,
    ) -> None:
        """Begin a document.

        Args:
            properties: what the document says of itself.
            pictures: gives photos.
            quality: how finely those are printed.
            target: takes the document as it is made; ``finish`` writes the last of it.
        """
        # Photos and pages go in as bytes; reportlab's text armour would make them a quarter larger.
        rl_config.useA85 = 0
        # Nothing is written by the canvas itself, so it opens no file.
        canvas: Any = _BareCanvas(
            io.BytesIO(),
            invariant=1,
            pageCompression=1,
            lang=properties.language,
            pdfVersion=(1, 7),
        )
        canvas.setViewerPreference("DisplayDocTitle", "true")
        self._canvas = canvas
        self._properties = properties
        self._document: Any = canvas._doc  # noqa: SLF001 - reportlab has no other door
        self._document.info = properties.as_info()
        self._writing = Writing(self._document, target)
        self._images = Images(self._document, self._writing, pictures, quality)
        self._fonts: dict[str, EmbeddedFont] = {}
        self._drawings = DrawnFont("D")
        self._defined: set[str] = set()
        self._fields, self._links = Fields(), Links()
        self._structure = Structure()
        self._labels: list[str] = []
        self._marked: Role | None = None
        self.width = self.height = 0.0
        self.scale = 1.0

    @contextmanager
    def page(
        self, width: float, height: float, *, scale: float = 1.0, label: str = ""
    ) -> Iterator[None]:
        """A page of this size; drawn on until the block ends.

        Args:
            width: as it is drawn on.
            height: as it is drawn on.
            scale: how many times larger it is printed.
            label: what programs call it; without one it has its number.
        """
        self.width, self.height, self.scale = width, height, scale
        self._labels.append(label)
        self._structure.begin_page()
        self._canvas.setPageSize((width * scale, height * scale))
        self._canvas.addLiteral(f"{scale:.6g} 0 0 {-scale:.6g} 0 {height * scale:.3f} cm")
        yield
        self._close()
        # What the document is known by follows from what is in it.
        self._document.updateSignature(self._canvas.getCurrentPageContent())
        self._canvas.showPage()

    @contextmanager
    def told(
        self,
        tag: Tag | None,
        box: Rect | None = None,
        *,
        lines: Sequence[Line] = (),
        ends: bool = False,
    ) -> Iterator[None]:
        """What is drawn in the block is this; without a tag it is an artifact.

        Args:
            tag: what it is.
            box: where a picture stands.
            lines: the text that is drawn.
            ends: whether what follows with this tag is another thing of the kind.
        """
        self._close()
        role = Role.DECORATION if tag is None else tag.role
        if tag is None or role in _ARTIFACTS:
            if role is Role.FOOT:
                self._open(role)
            yield
            self._close()
            return
        text = "".join(line.text for line in lines)
        number = self._structure.content(
            tag,
            box=self._area(box) if box else None,
            said=text if any(line.turns for line in lines) else "",
            language=tongue(text or tag.alt, self._properties.language),
            ends=ends,
        )
        self._canvas.addLiteral(f"/{role} <</MCID {number}>> BDC")
        self._marked = role
        yield
        self._canvas.addLiteral("EMC")
        self._marked = None

    def begin(self, section: Tag) -> None:
        """What follows belongs to this section, unless it says otherwise."""
        self._structure.begin(section)

    def go_into(self, tag: Tag | None) -> None:
        """What follows belongs to this; without a tag, to the section again."""
        self._structure.go_into(tag)

    def put(self, *operators: str) -> None:
        """Add operators as they are."""
        if self._marked is None:
            self._open(Role.DECORATION)
        for operator in operators:
            self._canvas.addLiteral(operator)

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Whatever is set inside the block ends with it."""
        self._close()
        self._canvas.saveState()
        yield
        self._close()
        self._canvas.restoreState()

    def see_through(self, opacity: float) -> None:
        """Let what follows show what lies below."""
        self._canvas.setFillAlpha(opacity)

    def _open(self, artifact: Role) -> None:
        self._canvas.addLiteral(_ARTIFACTS[artifact])
        self._marked = artifact

    def _close(self) -> None:
        """End an artifact. Each lies within one state, so that they nest."""
        if self._marked in _ARTIFACTS:
            self._canvas.addLiteral("EMC")
            self._marked = None

    def ink(self, *, fill: str | None = None, line: str | None = None, width: float = 1.0) -> None:
        """Set the colours that follow."""
        if fill is not None:
            self.put(f"{rgb(fill)} rg")
        if line is not None:
            self.put(f"{rgb(line)} RG {width:g} w")

    def clip(self, rect: Rect) -> None:
        """Draw only inside."""
        self.put(f"{_rect(rect)} W n")

    def rect(self, rect: Rect, *, radius: float = 0.0, paint: str = "f") -> None:
        """A rectangle, painted by a PDF operator: ``f`` fills, ``S`` strokes, ``B`` does both."""
        self.put(f"{_round_rect(rect, radius) if radius else _rect(rect)} {paint}")

    def disc(self, centre: Point, radius: float, *, paint: str = "f") -> None:
        """A circle."""
        around = Rect(centre.x - radius, centre.y - radius, 2 * radius, 2 * radius)
        self.put(f"{_round_rect(around, radius)} {paint}")

    def polygons(self, shapes: Iterable[Sequence[Point]], *, paint: str = "f") -> None:
        """Closed outlines as one shape under the nonzero rule."""
        if outline := closed(shapes):
            self.put(outline, paint)

    def line(self, line: Line, x: float, baseline: float, style: Style) -> None:
        """One set line of text, in its style's tint."""
        if line.runs:
            self.ink(fill=style.tint, line=style.tint)
            self.put(*show_line(line, x, baseline, style.size, self._font_of))

    def halo(self, line: Line, x: float, baseline: float, style: Style, width: float) -> None:
        """The edges of a line of text, this wide; drawn as shapes, so nobody reads it twice."""
        for placed in outlines(line, x, baseline, style.size):
            with self.apart():
                self.put(placed.matrix, "1 j")
                self.ink(line=style.tint, width=round(width / placed.scale, 2))
                self.put(placed.outline, "S")

    def form(self, name: str) -> None:
        """Draw a part that was defined once."""
        if self._marked is None:
            self._open(Role.DECORATION)
        self._canvas.doForm(name)

    def define(self, name: str, form: pdfdoc.PDFStream) -> None:
        """Keep a part that is drawn more than once."""
        self._document.Reference(form, pdfdoc.xObjectName(name))
        self._defined.add(name)

    def knows(self, name: str) -> bool:
        """Whether a part was defined."""
        return name in self._defined

    def photo(self, photo: Photo, rect: Rect) -> bool:
        """Draw a photo to fill this rectangle; false when its picture cannot be had."""
        picture = self._images.of(photo, rect, self.scale)
        if picture is None:
            return False
        with self.apart():
            # Pictures have y up.
            self.put(f"{rect.width:.3f} 0 0 {-rect.height:.3f} {rect.x:.3f} {rect.bottom:.3f} cm")
            if picture.turn:
                self.put(picture.turn)
            self.form(picture.name)
        return True

    @property
    def lacking(self) -> Lacking:
        """What could not be shown as it is, on the pages until now."""
        return Lacking(len(self._images.missing), frozenset(self._drawings.unknown))

    def link(self, rect: Rect, target: str, tag: Tag) -> None:
        """A touch here goes there, as part of a link in the story."""
        self._links.add(self._area(rect), target, self._structure.annotation(tag))

    def field(self, rect: Rect, name: str, told: str, tag: Tag) -> None:
        """Room to type in, unseen until somebody clicks there."""
        annotation = self._structure.annotation(tag)
        annotation.made = self._fields.field(
            self._document, self._area(rect), name, told, scale=self.scale
        )
        self._annotate(annotation)

    def anchor(self, name: str, y: float, entry: str, level: int) -> None:
        """Where links of this name go, with its line in the document's outline."""
        self._canvas.bookmarkHorizontalAbsolute(name, (self.height - y) * self.scale)
        self._canvas.addOutlineEntry(entry, name, level=level)
        self._links.names[name] = entry

    def finish(self) -> None:
        """Write what is not yet written of the document."""
        document, catalogue = self._document, self._document.Catalog
        known = document.idToObject[pdfdoc.BasicFonts]
        fonts: list[EmbeddedFont | DrawnFont] = [*self._fonts.values(), self._drawings]
        for font in fonts:
            known.dict.update(font.write(document))
        if (form := self._fields.as_form()) is not None:
            catalogue.AcroForm = form
        for annotation in self._links.write(self._canvas):
            self._annotate(annotation)
        for number, page in enumerate(document.Pages.pages):
            # What reportlab does not know of yet.
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, pdfdoc.PDFName("S")
        self._label()
        catalogue.StructTreeRoot = self._structure.write(document)
        catalogue.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalogue.Metadata = self._properties.as_metadata()
        self._writing.finish(self._canvas)

    def _annotate(self, annotation: Annotation) -> None:
        """Put what was made onto its page, now or when all pages are drawn."""
        pages = self._document.Pages.pages
        drawn = annotation.page < len(pages)
        on_it = pages[annotation.page].Annots if drawn else self._canvas._annotationrefs  # noqa: SLF001
        on_it.append(self._document.Reference(annotation.made))

    def _label(self) -> None:
        """What programs call the pages: by the number that is printed on them, or by a word."""
        before = None
        for number, label in enumerate(self._labels):
            if label:
                self._canvas.addPageLabel(number, prefix=label)
            elif before != "":
                self._canvas.addPageLabel(number, style="ARABIC", start=number + 1)
            before = label

    def _area(self, rect: Rect) -> Rect:
        """The same as the document has it: as it is printed, from the lower left corner."""
        scale, low = self.scale, self.height - rect.bottom
        return Rect(rect.x * scale, low * scale, rect.width * scale, rect.height * scale)

    def _font_of(self, face: Face | None) -> EmbeddedFont | DrawnFont:
        if face is None or face.in_colour:
            return self._drawings
        font = self._fonts.get(face.file_name)
        if font is None:
            font = EmbeddedFont(face, f"F{len(self._fonts) + 1}")
            self._fonts[face.file_name] = font
        return font


def closed(shapes: Iterable[Sequence[Point]]) -> str:
    """The operators of closed outlines, not yet painted."""
    return " ".join(
        f"{shape[0].x:.2f} {shape[0].y:.2f} m "
        + "".join([f"{point.x:.2f} {point.y:.2f} l " for point in shape[1:]])
        + "h"
        for shape in shapes
    )


def rgb(colour: str) -> str:
    """A colour as operators take it."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))


def _rect(rect: Rect) -> str:
    return f"{rect.x:.3f} {rect.y:.3f} {rect.width:.3f} {rect.height:.3f} re"


def _round_rect(rect: Rect, radius: float) -> str:
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    r = min(radius, rect.width / 2, rect.height / 2)
    k = r * (1 - _SIDES_OF_A_CIRCLE)
    return (
        f"{x + r:.3f} {y:.3f} m {right - r:.3f} {y:.3f} l "
        f"{right - k:.3f} {y:.3f} {right:.3f} {y + k:.3f} {right:.3f} {y + r:.3f} c "
        f"{right:.3f} {bottom - r:.3f} l "
        f"{right:.3f} {bottom - k:.3f} {right - k:.3f} {bottom:.3f} {right - r:.3f} {bottom:.3f} c "
        f"{x + r:.3f} {bottom:.3f} l "
        f"{x + k:.3f} {bottom:.3f} {x:.3f} {bottom - k:.3f} {x:.3f} {bottom - r:.3f} c "
        f"{x:.3f} {y + r:.3f} l {x:.3f} {y + k:.3f} {x + k:.3f} {y:.3f} {x + r:.3f} {y:.3f} c h"
    )
