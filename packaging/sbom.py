"""The list of what is inside, for machines: CycloneDX, made from the built program itself."""

import json
import re
import sys
import uuid
from importlib.metadata import Distribution
from pathlib import Path

from contents import libraries, owner_of
from facts import DIST, Facts, facts
from notice import packages, within


def sbom(about: Facts) -> Path:
    """Write the list beside the packages; gives its path."""
    made = DIST / f"{about.name}-{about.version}-{sys.platform}.cdx.json"
    made.write_text(json.dumps(listed(about, DIST / about.name), indent=2) + "\n", encoding="utf-8")
    return made


def listed(about: Facts, folder: Path) -> dict[str, object]:
    """The list. The same program gives the same list, its number included."""
    inside = within(folder)
    owners = sorted({owner_of(one) for one in libraries(inside)} - {""})
    parts = [*map(_package, packages(inside)), *map(_library, owners)]
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([about.version, sys.platform, parts]))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": about.app_id,
                "name": about.title,
                "version": about.version,
                "description": about.summary,
                "licenses": [{"license": {"id": about.licence}}],
            }
        },
        "components": parts,
        "dependencies": [
            {"ref": about.app_id, "dependsOn": [str(part["bom-ref"]) for part in parts]}
        ],
    }


def _package(one: Distribution) -> dict[str, object]:
    name = re.sub(r"[-_.]+", "-", one.name).lower()
    told = one.metadata.json
    said = str(told.get("license_expression") or told.get("license") or "")
    part: dict[str, object] = {
        "type": "library",
        "bom-ref": f"pkg:pypi/{name}@{one.version}",
        "name": name,
        "version": one.version,
        "purl": f"pkg:pypi/{name}@{one.version}",
    }
    if 0 < len(said) < 60 and said != "UNKNOWN":
        part["licenses"] = [{"license": {"name": said}}]
    return part


def _library(owner: str) -> dict[str, object]:
    return {"type": "library", "bom-ref": owner, "name": owner}


if __name__ == "__main__":
    print(sbom(facts()))
