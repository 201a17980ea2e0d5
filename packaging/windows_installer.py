"""The installer for Windows, compiled by NSIS from packaging/windows/installer.nsi."""

import shutil
import subprocess
from pathlib import Path

from facts import BUILD, DIST, ROOT, Facts
from icons import ico_file

_USUAL = Path("C:/Program Files (x86)/NSIS/makensis.exe")


def windows_installer(about: Facts, program: Path) -> Path:
    """Compile it. Raises FileNotFoundError where NSIS is not installed."""
    compiler = shutil.which("makensis") or (str(_USUAL) if _USUAL.exists() else None)
    if compiler is None:
        raise FileNotFoundError("makensis: install NSIS (https://nsis.sourceforge.io)")
    made = DIST / f"{about.name}-{about.version}-windows-x86_64-setup.exe"
    size = sum(one.stat().st_size for one in program.rglob("*") if one.is_file()) // 1024
    values = {
        "NAME": about.name,
        "TITLE": about.title,
        "VERSION": about.version,
        "NUMBERS": ".".join(map(str, about.numbers)),
        "SUMMARY": about.summary,
        "APP_ID": about.app_id,
        "HOME": about.home,
        "PROGRAM": program,
        "LICENCE": ROOT / "LICENSE",
        "ICON": ico_file(BUILD),
        "KILOBYTES": size,
        "OUT": made,
    }
    script = ROOT / "packaging" / "windows" / "installer.nsi"
    defined = [f"-D{key}={value}" for key, value in values.items()]
    subprocess.run([compiler, "-V2", "-WX", *defined, str(script)], check=True)
    return made
