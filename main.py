"""The door: hands the arguments to the program and leaves with its status."""

import sys

_HELP = """Afterword needs libraries that are not on this computer:

  {error}

Debian, Ubuntu and their relatives:

  sudo apt-get install libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libbrotli1 \\
    libfreetype6 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 \\
    libxcb-shape0 libxcb-xkb1

(on Debian 13 and newer: libglib2.0-0t64 instead of libglib2.0-0, and libgssapi-krb5-2)

If it is a Python package that is missing, start it by: python3 packaging/dev.py run
"""


def main() -> int:
    """Run the program, or say what it lacks."""
    try:
        from ui.application import run
    except ImportError as error:
        name = error.name or ""
        ours = name.split(".")[0] in {"ui", "models", "rules"}
        if ours:
            raise
        sys.stderr.write(_HELP.format(error=error))
        return 1
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
