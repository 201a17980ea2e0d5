"""What goes into the program that is built, and which of it is whose work.

One table for both questions: a file that no row knows stops the build, so nothing travels along
unnoticed, and each row's name stands in NOTICE.
"""

import fnmatch
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

HIDDEN = ("tzdata",)
"""Imports that are made while the program runs, where no reader of the source sees them."""

LINUX_HIDDEN = (
    "jeepney.io.blocking",
    "jeepney.wrappers",
    "ui.notify.desktop",
    "ui.notify.bus_thread",
)

PACKAGES = (
    "email-validator",
    "holidays",
    "icalendar",
    "idna",
    "peewee",
    "platformdirs",
    "pyside6-essentials",
    "python-dateutil",
    "shiboken6",
    "six",
    "spylls",
    "typing-extensions",
    "tzdata",
)
"""The distributions inside; their licences and versions come along."""

LINUX_PACKAGES = ("jeepney",)

EXCLUDED = (
    # an address is never looked up on the network, so nothing here speaks TLS
    *("dns", "ssl", "_ssl", "_hashlib", "asyncio", "multiprocessing"),
    *("ftplib", "imaplib", "poplib", "smtplib", "xmlrpc", "pydoc", "doctest", "unittest"),
    *(
        "_pydecimal",
        "pdb",
        "tkinter",
        "curses",
        "readline",
        "lib2to3",
        "distutils",
        "setuptools",
        "pip",
    ),
    *("numpy", "pytest", "hypothesis", "mypy", "PyInstaller"),
    *("PySide6.QtDBus", "PySide6.QtOpenGL", "PySide6.QtQml", "PySide6.QtQuick"),
    *("playhouse", "psycopg2", "pymysql", "MySQLdb"),
)
"""Modules that libraries would like to have and the program never reaches."""

PLUGINS = (
    "platforms/*qxcb*",
    "platforms/*qwayland*",
    "platforms/*qwindows*",
    "platforms/*qcocoa*",
    "platforms/*qoffscreen*",
    "platforminputcontexts/*compose*",
    "platforminputcontexts/*ibus*",
    "platformthemes/*xdgdesktopportal*",
    "wayland-shell-integration/*xdg-shell*",
    "wayland-decoration-client/*",
    "printsupport/*",
    "iconengines/*svg*",
    "imageformats/*qsvg*",
    "styles/*",
)
"""The plugins of Qt that come along; every other stays behind."""

_QT_LEFT = (
    *("*Qt6Qml*", "*Qt6Quick*", "*Qt6VirtualKeyboard*", "*Qt6Pdf*", "*Qt6OpenGL*"),
    *("*Qt6EglF*", "*Qt6WaylandCompositor*", "*Qt6WaylandEgl*", "*opengl32sw*", "*d3dcompiler*"),
    *("QtQml", "QtQuick", "QtVirtualKeyboard", "QtPdf", "QtOpenGL"),
)

_NOT_READ = (
    *("*PySide6/*translations/*", "*dateutil-zoneinfo.tar.gz", "*.dist-info/sboms/*"),
    *("pyside6*.dist-info/RECORD", "*.dist-info/INSTALLER", "*.dist-info/REQUESTED"),
)

_OF_THE_SYSTEM = (
    # what a desktop has, in the version its drivers, its bus or its printers want
    *("libgtk*", "libgdk*", "libcairo*", "libpango*", "libatk*", "libatspi*", "libharfbuzz*"),
    *("libcups*", "libavahi*", "libgnutls*", "libgssapi*", "libkrb5*", "libk5crypto*"),
    *("libcom_err*", "libkeyutils*", "libhogweed*", "libnettle*", "libp11-kit*", "libtasn1*"),
    *("libunistring*", "libidn2*", "libgmp*", "libffi.so*.gtk", "libglib-2*", "libgthread*"),
    *("libgobject*", "libgio*", "libgmodule*", "libepoxy*", "libfribidi*", "libthai*"),
    *("libdatrie*", "libgraphite2*", "libpixman*", "libpcre2*", "libmount*", "libblkid*"),
    *("libselinux*", "libdbus-1*", "libsystemd*", "liblz4*", "libcap*", "libgcrypt*"),
    *("libgpg-error*", "libfreetype*", "libfontconfig*", "libpng16*", "libjpeg*", "libtiff*"),
    *("libwebp*", "libX*.so*", "libssl*", "libcrypto*", "libbrotli*", "libEGL*", "libGL*"),
    *("libwayland-*", "libxcb.so*", "libdrm*", "libxkbcommon.so*", "libuuid*", "libstdc++*"),
    *("libgcc_s*", "libxcb-render.so*", "libxcb-shm.so*", "libmd.so*", "libbsd*", "libtinfo*"),
)

OWNERS = {
    "Qt": ("libQt6*", "Qt6*", "Qt*", "plugins/*", "translations/*"),
    "ICU": ("libicu*",),
    "Qt for Python (PySide6-Essentials, shiboken6)": (
        *("PySide6/*", "shiboken6/*", "libpyside6*", "libshiboken6*"),
    ),
    "Python": ("libpython*", "python3*", "Python", "base_library.zip", "lib-dynload/*", "*.pyd"),
    "SQLite": ("libsqlite3*", "sqlite3.dll"),
    "libffi": ("libffi*",),
    "zlib": ("libz.so*", "zlib*"),
    "bzip2": ("libbz2*",),
    "XZ Utils (liblzma)": ("liblzma*",),
    "Zstandard": ("libzstd*",),
    "Expat": ("libexpat*",),
    "XCB utilities and libxkbcommon": ("libxcb-*", "libxkbcommon-x11*", "libXau*", "libXdmcp*"),
    "Microsoft Visual C++ runtime (Windows)": ("VCRUNTIME*", "MSVCP*", "api-ms-*", "ucrtbase*"),
}
"""Works that are no Python package, by the names of their files."""


def kept(destination: str) -> bool:
    """Whether a file that PyInstaller found is to come along."""
    path = PurePosixPath(destination.replace("\\", "/"))
    text = path.as_posix()
    if "plugins/" in text and "PySide6" in text:
        return _any(text.rpartition("plugins/")[2], PLUGINS)
    if _any(text, _NOT_READ):
        return False
    return not (_any(path.name, _QT_LEFT) or _any(path.name, _OF_THE_SYSTEM))


def owner_of(path: PurePosixPath) -> str:
    """Whose work a bundled library is; empty where no row knows it."""
    text = path.as_posix()
    for name, patterns in OWNERS.items():
        if any(fnmatch.fnmatch(text, one) or fnmatch.fnmatch(path.name, one) for one in patterns):
            return name
    return ""


def libraries(inside: Path) -> Iterable[PurePosixPath]:
    """The machine code in a built program, by its place in there."""
    for path in sorted(inside.rglob("*")):
        if path.is_file() and (".so" in path.name or path.suffix in (".dll", ".pyd", ".dylib")):
            yield PurePosixPath(path.relative_to(inside).as_posix())


def _any(text: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatch(text, one) for one in patterns)
