"""The scripts of packaging/ are run, not installed: here they are found as they find each other."""

import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
sys.path.insert(0, str(PACKAGING))
