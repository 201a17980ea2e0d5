"""The disk image for macOS, made by dmgbuild, and signed where there is an identity to sign as."""

import json
import os
import platform
import subprocess
from pathlib import Path

from facts import BUILD, DIST, ROOT, Facts
from icons import icns_file

ENTITLEMENTS = ROOT / "packaging" / "macos" / "entitlements.plist"


def disk_image(about: Facts, bundle: Path) -> Path:
    """Sign the bundle if AFTERWORD_SIGN_AS names an identity, and pack it."""
    identity = os.environ.get("AFTERWORD_SIGN_AS", "")
    if identity:
        sign(bundle, identity)
    made = DIST / f"{about.name}-{about.version}-macos-{platform.machine()}.dmg"
    settings = BUILD / "dmg.json"
    settings.write_text(json.dumps(layout(about, bundle, icns_file(BUILD))), encoding="utf-8")
    subprocess.run(["dmgbuild", "-s", str(settings), about.title, str(made)], check=True)
    return made


def layout(about: Facts, bundle: Path, icon: Path) -> dict[str, object]:
    """What the opened image shows: the program, and the folder to draw it into."""
    return {
        "title": about.title,
        "icon": str(icon),
        "background": "#f7f5f1",
        "format": "ULMO",
        "icon-size": 112,
        "window": {"position": {"x": 240, "y": 200}, "size": {"width": 560, "height": 340}},
        "contents": [
            {"x": 150, "y": 150, "type": "file", "path": str(bundle)},
            {"x": 410, "y": 150, "type": "link", "path": "/Applications"},
        ],
    }


def sign(bundle: Path, identity: str) -> None:
    """Sign everything in the bundle for notarisation."""
    subprocess.run(
        [
            *("codesign", "--force", "--deep", "--options", "runtime", "--timestamp"),
            *("--entitlements", str(ENTITLEMENTS), "--sign", identity, str(bundle)),
        ],
        check=True,
    )
