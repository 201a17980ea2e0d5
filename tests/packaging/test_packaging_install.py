"""The installer of the tar.xz, with a program of three lines in the place of the real one."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from facts import ROOT, facts
from linux_packages import shared_files

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a script of Linux")

_PROGRAM = "#!/bin/sh\necho Afterword {version}\n"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """What is in the tar, small."""
    folder = tmp_path / "afterword-1.2"
    make(folder, "1.2")
    return folder


def make(folder: Path, version: str) -> None:
    """Lay the package out, with its checksums."""
    (folder / "program" / "_internal").mkdir(parents=True)
    program = folder / "program" / "afterword"
    program.write_text(_PROGRAM.format(version=version))
    program.chmod(0o755)
    (folder / "program" / "_internal" / "much").write_bytes(b"x" * 400_000)
    shared_files(facts(), folder / "share")
    (folder / "VERSION").write_text(f"{version}\n")
    for name in ("install.sh", "uninstall.sh"):
        script = folder / name
        text = (ROOT / "packaging" / "linux" / name).read_text(encoding="utf-8")
        script.write_text(text.replace("@APP_ID@", facts().app_id), encoding="utf-8")
        script.chmod(0o755)
    sums = [
        f"{hashlib.sha256(one.read_bytes()).hexdigest()}  ./{one.relative_to(folder)}\n"
        for one in sorted(folder.rglob("*"))
        if one.is_file()
    ]
    (folder / "SHA256SUMS").write_text("".join(sums))


def install(package: Path, prefix: Path, *more: str) -> "subprocess.CompletedProcess[str]":
    """Run the installer."""
    return started(str(package / "install.sh"), "--prefix", str(prefix), *more)


def started(*command: str) -> "subprocess.CompletedProcess[str]":
    """Run a command in bare surroundings."""
    return subprocess.run(
        command, env={"PATH": "/usr/bin:/bin", "HOME": "/nowhere"}, capture_output=True, text=True
    )


def files(folder: Path) -> dict[str, bytes]:
    """Every file with its content."""
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*")
            if one.is_file()}  # fmt: skip


@pytest.mark.parametrize("name", ["plain", "Für mich & sie", 'a "quoted" $HOME %u', "it's \\ it"])
def test_it_installs_runs_and_goes(package: Path, tmp_path: Path, name: str) -> None:
    prefix = tmp_path / name
    done = install(package, prefix)
    assert done.returncode == 0, done.stderr
    assert started(str(prefix / "bin" / "afterword")).stdout == "Afterword 1.2\n"
    entry = next((prefix / "share" / "applications").iterdir())
    assert entry.stem == facts().app_id
    assert len(list((prefix / "share" / "icons").rglob("*.png"))) == 9
    gone = started(str(prefix / "lib" / "afterword" / "uninstall.sh"))
    assert gone.returncode == 0, gone.stderr
    assert not list(prefix.iterdir())


def test_what_others_installed_stays(package: Path, tmp_path: Path) -> None:
    prefix = tmp_path / "there"
    other = prefix / "share" / "applications" / "other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("theirs")
    assert install(package, prefix).returncode == 0
    started(str(prefix / "lib" / "afterword" / "uninstall.sh"))
    assert files(prefix) == {"share/applications/other.desktop": b"theirs"}


def test_a_newer_one_replaces_an_older_and_not_the_other_way(package: Path, tmp_path: Path) -> None:
    prefix, newer = tmp_path / "there", tmp_path / "afterword-1.10"
    make(newer, "1.10")
    assert install(package, prefix).returncode == 0
    assert install(newer, prefix).returncode == 0
    before = files(prefix)
    refused = install(package, prefix)
    assert refused.returncode == 1
    assert "Afterword 1.10 is installed, and this is the older 1.2." in refused.stderr
    assert files(prefix) == before
    assert install(package, prefix, "--force").returncode == 0
    assert started(str(prefix / "bin" / "afterword")).stdout == "Afterword 1.2\n"


def test_a_broken_download_is_not_installed(package: Path, tmp_path: Path) -> None:
    (package / "program" / "_internal" / "much").write_bytes(b"less")
    refused = install(package, tmp_path / "there")
    assert refused.returncode == 1
    assert "not complete or was changed" in refused.stderr
    assert not (tmp_path / "there").exists()


def test_a_folder_without_rights_is_said(package: Path) -> None:
    refused = install(package, Path("/dev/null/there"))
    assert refused.returncode == 1
    assert "/dev/null/there cannot be written to. Nothing was installed." in refused.stderr


def test_on_a_full_disk_the_old_version_stays(package: Path, tmp_path: Path) -> None:
    prefix = tmp_path / "there"
    assert install(package, prefix).returncode == 0
    before = files(prefix)
    script = 'ulimit -f 200; exec "$0" --prefix "$1"'
    refused = started("sh", "-c", script, str(package / "install.sh"), str(prefix))
    assert refused.returncode == 1
    assert "not enough room" in refused.stderr
    assert files(prefix) == before


def test_one_that_does_not_start_here_is_not_put_in_place(package: Path, tmp_path: Path) -> None:
    prefix = tmp_path / "there"
    assert install(package, prefix).returncode == 0
    before = files(prefix)
    broken = tmp_path / "afterword-2"
    make(broken, "2")
    (broken / "program" / "afterword").write_text("#!/nowhere/sh\n")
    sums = (broken / "SHA256SUMS").read_text().splitlines(keepends=True)
    kept = [line for line in sums if not line.endswith("program/afterword\n")]
    (broken / "SHA256SUMS").write_text("".join(kept))
    refused = install(broken, prefix)
    assert refused.returncode == 1
    assert "does not start on this system" in refused.stderr
    assert files(prefix) == before


def test_elsewhere_the_uninstaller_removes_nothing(package: Path) -> None:
    before = files(package)
    refused = started(str(package / "uninstall.sh"))
    assert refused.returncode == 1
    assert "Nothing was removed" in refused.stderr
    assert files(package) == before
