"""The map on paper: drawn as shapes, with every name."""

import io

import pikepdf
import pypdfium2
import pytest

from reisblog.story.wall_map import Paper, write_wall_map

MM = 72 / 25.4


@pytest.fixture(scope="module")
def sheets(atlas):
    """The map on each paper."""
    made = {}
    for paper in Paper:
        target = io.BytesIO()
        write_wall_map(atlas, target, paper)
        made[paper] = target.getvalue()
    return made


@pytest.mark.parametrize(
    ("paper", "millimetres"),
    [(Paper.A4, (297, 210)), (Paper.A3, (420, 297)), (Paper.A2, (594, 420))],
)
def test_the_sheet_is_one_lying_paper_with_every_exact_name(sheets, atlas, paper, millimetres):
    document = pypdfium2.PdfDocument(sheets[paper])
    assert len(document) == 1
    page = document[0]
    assert [side / MM for side in page.get_size()] == pytest.approx(millimetres, abs=0.1)
    said = " ".join(page.get_textpage().get_text_range().split())
    for place in atlas.places.values():
        assert place.name in said
    document.close()


def test_it_is_all_shapes_and_every_font_is_in_it(sheets):
    with pikepdf.open(io.BytesIO(sheets[Paper.A3])) as document:
        kinds = [str(item.get("/Subtype")) for item in document.objects if _is_stream(item)]
        assert "/Image" not in kinds
        fonts = [item for item in document.objects if _is(item, "/Font")]
        assert fonts
        embedded = [
            item
            for item in document.objects
            if _is(item, "/FontDescriptor") and "/FontFile2" in item
        ]
        assert len(embedded) == sum(font.Subtype == "/Type0" for font in fonts)
        assert {str(font.Subtype) for font in fonts} == {"/Type0", "/CIDFontType2"}
    assert len(sheets[Paper.A2]) < 1_000_000


def _is(item, kind):
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == kind


def _is_stream(item):
    return isinstance(item, pikepdf.Stream)
