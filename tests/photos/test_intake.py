"""Whatever comes in is kept as a clean JPEG or PNG that tells nothing about its maker."""

import hashlib
import io
import zlib

import pytest
from PIL import Image

from reisblog.model import limits
from reisblog.model.records import MediaKind
from reisblog.photos import intake
from reisblog.photos.exchange import Refusal, Trouble
from reisblog.photos.formats import Form
from reisblog.photos.opening import most_pixels
from tests import pictures

TURNING = [pictures.jpeg, pictures.webp, pictures.heic, pictures.avif]
MAKERS = [*TURNING, pictures.png]


def opened(clean):
    return Image.open(io.BytesIO(clean.content))


def trouble_with(content):
    with pytest.raises(Refusal) as refused:
        intake.clean(content)
    return refused.value.trouble


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("maker", TURNING)
def test_every_orientation_of_every_format_comes_in_upright(maker, orientation):
    clean = intake.clean(maker(600, 400, orientation=orientation))
    assert (clean.width, clean.height) == (600, 400)
    assert clean.rendition.size == (512, 341)
    assert pictures.corners(clean.rendition) == pictures.UPRIGHT


@pytest.mark.parametrize("maker", MAKERS)
def test_nothing_of_place_person_or_device_comes_in(maker):
    content = maker(private=True)
    assert pictures.DEVICE in content
    clean = intake.clean(content)
    assert not [secret for secret in pictures.SECRETS if secret in clean.content]
    assert set(opened(clean).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("maker", [pictures.webp, pictures.heic, pictures.avif])
def test_what_few_programs_show_is_kept_as_jpeg(maker):
    clean = intake.clean(maker())
    assert clean.kind is MediaKind.JPEG
    assert opened(clean).format == "JPEG"


@pytest.mark.parametrize("maker", [pictures.png, pictures.gif, pictures.bmp])
def test_a_small_drawing_is_kept_without_loss(maker):
    clean = intake.clean(maker(300, 200))
    assert clean.kind is MediaKind.PNG
    assert opened(clean).getpixel((10, 10)) == (220, 30, 30)


def test_a_large_screenshot_stays_png_and_a_large_photograph_becomes_jpeg():
    screenshot = pictures.png(2000, 1000)
    photograph = pictures.png(image=Image.effect_noise((2000, 1000), 90).convert("RGB"))
    assert intake.clean(screenshot).kind is MediaKind.PNG
    assert intake.clean(photograph).kind is MediaKind.JPEG


def test_see_through_parts_stay_see_through():
    for content in (
        pictures.png(image=pictures.see_through()),
        pictures.webp(image=pictures.see_through()),
    ):
        clean = intake.clean(content)
        assert clean.kind is MediaKind.PNG
        assert opened(clean).getpixel((300, 200))[3] == 0


def test_an_alpha_channel_that_says_nothing_is_dropped():
    clean = intake.clean(pictures.png(image=pictures.quarters(mode="RGBA")))
    assert opened(clean).mode == "RGB"


def test_a_print_picture_in_four_inks_is_kept_in_rgb():
    saved = io.BytesIO()
    pictures.quarters(mode="CMYK").save(saved, "JPEG", quality=95)
    clean = intake.clean(saved.getvalue())
    assert opened(clean).mode == "RGB"
    assert pictures.corners(clean.content) == pictures.UPRIGHT


@pytest.mark.parametrize("maker", [pictures.jpeg, pictures.heic])
def test_the_moment_it_was_taken_is_told(maker):
    assert intake.clean(maker(taken="2026:03:14 10:12:00")).taken == "2026-03-14T10:12:00"


def test_a_picture_above_sixteen_megapixels_is_reduced_once():
    clean = intake.clean(pictures.jpeg(4200, 5600, orientation=6, quality=60))
    assert (clean.width, clean.height) == (3000, 4000)
    assert opened(clean).size == (3000, 4000)
    assert pictures.corners(clean.content) == pictures.UPRIGHT
    assert intake.clean(clean.content).content == clean.content


def test_whoever_keeps_originals_keeps_every_pixel():
    content = pictures.jpeg(4200, 5600, orientation=6, quality=60)
    clean = intake.clean(content, originals=True)
    assert (clean.width, clean.height) == (4200, 5600)
    assert max(clean.rendition.size) == 512
    heic = intake.clean(pictures.heic(4200, 4200), originals=True)
    assert opened(heic).size == (4200, 4200)


def test_a_photo_of_exactly_sixteen_megapixels_stays_as_it_is():
    assert intake.clean(pictures.jpeg(4000, 4000, quality=50)).width == limits.KEPT_SIDE


def test_the_same_photo_gives_the_same_bytes_wherever_it_was_taken():
    plain, private = pictures.jpeg(), pictures.jpeg(private=True)
    assert intake.clean(plain).content == intake.clean(private).content


def test_a_photo_that_only_lost_its_end_mark_comes_in():
    content = pictures.jpeg()
    assert intake.clean(content[:-1]).content == intake.clean(content).content


@pytest.mark.parametrize("progressive", [False, True])
def test_a_photo_with_a_part_missing_does_not(progressive):
    noise = Image.effect_noise((300, 200), 90)
    saved = io.BytesIO()
    noise.save(saved, "JPEG", progressive=progressive)
    content = saved.getvalue()
    assert trouble_with(content[:-100]) is Trouble.CUT_OFF
    assert trouble_with(content[:-1000] + bytes(1000)) is Trouble.CUT_OFF


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", Trouble.EMPTY),
        (b"Dear diary", Trouble.UNKNOWN),
        (b"%PDF-1.7", Trouble.DOCUMENT),
        (b"\0\0\0\x14ftypisom\0\0\0\0mp42", Trouble.VIDEO),
        (
            b"\0\0\0\x14ftypqt  \0\0\0\0qt  com.apple.quicktime.content.identifier",
            Trouble.FILM_OF_A_PHOTO,
        ),
        (b"II*\0", Trouble.OTHER_PICTURE),
        (b"\xff\xd8\xff", Trouble.CUT_OFF),
        (b"\xff\xd8\xff\xd9", Trouble.DAMAGED),
        (pictures.png(40, 40).replace(b"IDAT", b"IDOT"), Trouble.DAMAGED),
    ],
)
def test_what_is_no_whole_picture_is_refused_with_the_reason(content, trouble):
    assert trouble_with(content) is trouble


def test_more_pixels_than_can_be_read_are_refused_before_decoding():
    size = (20_000).to_bytes(2) * 2
    content = pictures.jpeg()
    frame = content.index(b"\xff\xc0") + 5
    assert trouble_with(content[:frame] + size + content[frame + 4 :]) is Trouble.TOO_LARGE


def test_a_png_that_claims_too_many_pixels_is_refused_before_decoding():
    wide = bytearray(pictures.png(image=Image.new("1", (20_000, 1))))
    wide[20:24] = (20_000).to_bytes(4)
    wide[29:33] = zlib.crc32(bytes(wide[12:29])).to_bytes(4)
    assert trouble_with(bytes(wide)) is Trouble.TOO_LARGE


@pytest.mark.parametrize(
    ("form", "megapixels"), [(Form.PNG, 50), (Form.HEIF, 50), (Form.AVIF, 50), (Form.WEBP, 25)]
)
def test_what_decodes_only_as_a_whole_may_be_as_large_as_a_phone_makes_it(form, megapixels):
    assert most_pixels(form) == megapixels * 1_000_000
    assert most_pixels(Form.JPEG) >= 16_320 * 12_240


def test_a_large_screenshot_is_refused_where_a_jpeg_as_large_comes_in():
    claims = bytearray(pictures.png(image=Image.new("1", (8_000, 1))))
    claims[20:24] = (6_300).to_bytes(4)
    claims[29:33] = zlib.crc32(bytes(claims[12:29])).to_bytes(4)
    assert trouble_with(bytes(claims)) is Trouble.TOO_LARGE
    assert intake.clean(pictures.jpeg(8_000, 6_300, quality=30)).width == limits.KEPT_SIDE


def test_clean_bytes_lie_in_the_spool_under_their_hash(tmp_path):
    clean = intake.clean(pictures.png(60, 40))
    digest = intake.into_spool(clean, tmp_path, part=tmp_path / "1.part")
    assert [file.name for file in tmp_path.iterdir()] == [f"{digest}.png"]
    assert hashlib.sha256((tmp_path / f"{digest}.png").read_bytes()).hexdigest() == digest


def test_a_photo_that_lies_there_already_is_left_alone(tmp_path):
    clean = intake.clean(pictures.jpeg(60, 40))
    digest = intake.into_spool(clean, tmp_path, part=tmp_path / "1.part")
    before = (tmp_path / f"{digest}.jpg").stat()
    assert intake.into_spool(clean, tmp_path, part=tmp_path / "2.part") == digest
    assert (tmp_path / f"{digest}.jpg").stat().st_ino == before.st_ino


@pytest.mark.parametrize("left", [lambda whole: whole[:100], lambda whole: bytes(len(whole))])
def test_what_a_power_cut_left_under_the_right_name_is_replaced(tmp_path, left):
    clean = intake.clean(pictures.jpeg(60, 40))
    digest = hashlib.sha256(clean.content).hexdigest()
    (tmp_path / f"{digest}.jpg").write_bytes(left(clean.content))
    intake.into_spool(clean, tmp_path, part=tmp_path / "1.part")
    assert (tmp_path / f"{digest}.jpg").read_bytes() == clean.content


def test_a_spool_that_is_gone_is_told(tmp_path):
    clean = intake.clean(pictures.jpeg(60, 40))
    with pytest.raises(Refusal) as refused:
        intake.into_spool(clean, tmp_path / "gone", part=tmp_path / "gone" / "1.part")
    assert refused.value.trouble is Trouble.NOT_KEPT
