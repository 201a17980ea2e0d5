"""The program's icon in every size and form that systems ask for, drawn from one SVG.

python packaging/icons.py FOLDER     writes them all, to look at
"""

import os
import struct
import sys
from pathlib import Path

from facts import ROOT

DRAWING = ROOT / "resources" / "afterword.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)

_ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_ICNS_TYPES = (
    (16, b"icp4"),
    (32, b"icp5"),
    (64, b"icp6"),
    (128, b"ic07"),
    (256, b"ic08"),
    (512, b"ic09"),
    (1024, b"ic10"),
    (32, b"ic11"),
    (64, b"ic12"),
    (256, b"ic13"),
    (512, b"ic14"),
)


def png(size: int) -> bytes:
    """The icon as a PNG, `size` pixels wide."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(DRAWING.read_bytes())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise OSError(f"no PNG of {size} pixels could be written")
    return bytes(buffer.data().data())


def ico_file(folder: Path) -> Path:
    """The icon of Windows: a directory of pictures, each a PNG."""
    pictures = [(size, png(size)) for size in _ICO_SIZES]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    start = len(head) + 16 * len(pictures)
    rows, body = b"", b""
    for size, data in pictures:
        side = size % 256  # 256 is written as 0
        rows += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), start + len(body))
        body += data
    return _written(folder / "afterword.ico", head + rows + body)


def icns_file(folder: Path) -> Path:
    """The icon of macOS: tagged PNGs, those for dense screens included."""
    body = b""
    for size, tag in _ICNS_TYPES:
        data = png(size)
        body += tag + struct.pack(">I", len(data) + 8) + data
    return _written(folder / "afterword.icns", b"icns" + struct.pack(">I", len(body) + 8) + body)


def png_files(folder: Path, name: str) -> list[Path]:
    """The icon in the folders that Linux desktops look into, and the drawing itself."""
    made = [
        _written(folder / f"{size}x{size}" / "apps" / f"{name}.png", png(size)) for size in SIZES
    ]
    made.append(_written(folder / "scalable" / "apps" / f"{name}.svg", DRAWING.read_bytes()))
    return made


def _written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    for one in (ico_file, icns_file):
        print(one(Path(sys.argv[1])))
    for path in png_files(Path(sys.argv[1]) / "hicolor", "afterword"):
        print(path)
