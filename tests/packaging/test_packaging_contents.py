"""What goes into the built program, and that nothing in it is nobody's."""

import os
import struct
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest
from contents import OWNERS, PACKAGES, kept, owner_of
from facts import ROOT
from icons import icns_file, ico_file, png_files
from notice import packages, problems
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

NOTICE = " ".join((ROOT / "NOTICE").read_text(encoding="utf-8").split())


@pytest.mark.parametrize(
    ("name", "comes"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/plugins/printsupport/libcupsprintersupport.so", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6\\plugins\\imageformats\\qtiff.dll", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/opengl32sw.dll", False),
        ("libgtk-3.so.0", False),
        ("libcrypto.so.3", False),
        ("libstdc++.so.6", False),
        ("libxcb-cursor.so.0", True),
        ("libsqlite3.so.0", True),
        ("resources/letters/en/thank_you.warm.txt", True),
    ],
)
def test_what_comes_along(name: str, comes: bool) -> None:
    assert kept(name) is comes


def test_every_owner_is_named_in_notice() -> None:
    for owner in OWNERS:
        assert owner.partition(" (")[0] in NOTICE, owner
    for name in PACKAGES:
        assert name in NOTICE.lower(), name


def test_a_library_of_nobody_has_no_owner() -> None:
    assert owner_of(PurePosixPath("libQt6Core.so.6")) == "Qt"
    assert owner_of(PurePosixPath("libmystery.so.1")) == ""


def test_what_must_not_be_shipped_is_said(tmp_path: Path) -> None:
    inside = tmp_path / "_internal"
    for name in ("LICENSE", "NOTICE"):
        inside.mkdir(exist_ok=True)
        (inside / name).write_bytes((ROOT / name).read_bytes())
    texts = inside / "resources" / "licences"
    texts.mkdir(parents=True)
    for path in (ROOT / "resources" / "licences").iterdir():
        (texts / path.name).write_bytes(path.read_bytes())
    for name, licence in (("tzdata", "LICENSE"), ("stranger", ""), ("six", "")):
        folder = inside / f"{name}-1.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
        if licence:
            (folder / licence).write_text("as you like")
    for name in ("libmystery.so.1", "libssl.so.3", "libz.so.1"):
        (inside / name).touch()
    found = set(problems(inside, NOTICE, list(packages(inside)), {"zlib", "Somebody"}))
    assert found == {
        "NOTICE does not name Somebody",
        "NOTICE does not name stranger",
        "libmystery.so.1 belongs to nobody that packaging/contents.py knows",
        "libssl.so.3 belongs to nobody that packaging/contents.py knows",
        "libssl.so.3 must not come along",
        "six comes without its licence",
        "stranger comes without its licence",
    }
    (inside / "NOTICE").write_text("nothing")
    assert "NOTICE is not the project's" in set(problems(inside, NOTICE, [], set()))


def test_the_icons_hold_every_size(tmp_path: Path, qtbot: QtBot) -> None:
    for path in png_files(tmp_path, "x"):
        if path.suffix == ".png":
            side = int(path.parent.parent.name.partition("x")[0])
            image = QImage(str(path))
            assert (image.width(), image.height()) == (side, side)
            assert image.pixelColor(side // 2, side // 8).alpha() == 255
            assert image.pixelColor(0, 0).alpha() == 0
    data = ico_file(tmp_path).read_bytes()
    _, kind, count = struct.unpack_from("<HHH", data)
    assert (kind, count) == (1, 9)
    for number in range(count):
        side, *_, size, start = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        picture = QImage.fromData(data[start : start + size])
        assert picture.width() == (side or 256)
    data = icns_file(tmp_path).read_bytes()
    assert data[:4] == b"icns"
    assert struct.unpack(">I", data[4:8])[0] == len(data)


def test_what_the_program_starts_inherits_nothing_of_its_packing() -> None:
    outside = {
        "PATH": os.environ["PATH"],
        "LD_LIBRARY_PATH": "/packed",
        "LD_LIBRARY_PATH_ORIG": "/before",
        "QT_PLUGIN_PATH": "/elsewhere",
        "_PYI_ARCHIVE_FILE": "/packed/afterword",
    }
    code = f"exec(open({str(ROOT / 'packaging' / 'first.py')!r}).read());print(dict(os.environ))"
    done = subprocess.run(
        [sys.executable, "-c", code], env=outside, capture_output=True, text=True, check=True
    )
    left = eval(done.stdout)  # noqa: S307  # what this very test had printed
    assert left["LD_LIBRARY_PATH"] == "/before"
    assert not {"QT_PLUGIN_PATH", "LD_LIBRARY_PATH_ORIG", "_PYI_ARCHIVE_FILE"} & set(left)
