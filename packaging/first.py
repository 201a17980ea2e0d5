"""Runs in the packaged program before anything else: what surrounds it stays its own matter.

Plugins named by the surroundings are not loaded into it, and what it starts (a browser, a mail
program, itself) does not inherit the libraries that were packed for it alone.
"""

import os

for _name in ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QML_IMPORT_PATH"):
    os.environ.pop(_name, None)

_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if _before is not None:
    os.environ["LD_LIBRARY_PATH"] = _before
elif os.name == "posix":
    os.environ.pop("LD_LIBRARY_PATH", None)

for _name in [one for one in os.environ if one.startswith("_PYI_")]:
    del os.environ[_name]
