"""What a Linux desktop reads about the program: its menu entry and its page in a software shop."""

from datetime import date
from xml.sax.saxutils import escape

from facts import Facts, Release

_KEYWORDS = "interview;job;application;follow-up;thank you;letter;recruiter;"
_PICTURES = "https://raw.githubusercontent.com/afterword-app/afterword/v{version}/docs/pictures"
_SHOTS = (
    ("board-light.png", "The board: every application in its stage, with its one next step"),
    ("thank-you-light.png", "A thank-you for each person met, ready to copy"),
    ("check-in-light.png", "One check-in, with the first letter below it"),
    ("today-light.png", "Today: what is due, and what rests"),
)
_FIRST = ' type="default"'
_POINTS_TOLD = 12


def desktop_entry(about: Facts, command: str = "") -> str:
    """The menu entry. `command` is the program's path where it is not found by its name."""
    run = quoted(command) if command else about.name
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        f"Name={about.title}",
        "GenericName=Interview Follow-Up",
        f"Comment={about.summary}",
        f"Exec={run}",
        f"Icon={about.app_id}",
        "Terminal=false",
        "Categories=Office;ProjectManagement;Qt;",
        f"Keywords={_KEYWORDS}",
        f"StartupWMClass={about.title}",
        "StartupNotify=true",
        "Actions=sample;",
        "",
        "[Desktop Action sample]",
        "Name=Open the Example Day",
        f"Exec={run} --sample",
    )
    return "".join(f"{line}\n" for line in lines)


def quoted(path: str) -> str:
    """A path as one word of an Exec line, whatever letters it has."""
    for one in '\\"`$':
        path = path.replace(one, f"\\{one}")
    return '"' + path.replace("\\", "\\\\").replace("%", "%%") + '"'


def metadata(about: Facts, releases: tuple[Release, ...], built: date) -> str:
    """The AppStream file. A release not yet out is dated `built` and marked as development."""
    shots = "".join(
        f"    <screenshot{_FIRST if number == 0 else ''}>\n"
        f"      <caption>{escape(words)}</caption>\n"
        f"      <image>{_PICTURES.format(version=about.version)}/{name}</image>\n"
        "    </screenshot>\n"
        for number, (name, words) in enumerate(_SHOTS)
    )
    told = "".join(_release(one, built) for one in releases)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{about.app_id}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>{about.licence}</project_license>
  <name>{about.title}</name>
  <summary>{escape(about.summary)}</summary>
  <developer id="io.github.afterword_app">
    <name>The Afterword authors</name>
  </developer>
  <description>
    <p>
      You leave an interview. Within a day, everyone you met should have a short, personal
      thank-you. If it then stays quiet, one check-in a week or two later, and after that nothing
      more. Afterword knows these rules, shows the one next step of each of your applications on a
      board, and puts a ready letter on your clipboard.
    </p>
    <p>It sends nothing, needs no account and keeps everything in one file on your computer.</p>
  </description>
  <launchable type="desktop-id">{about.app_id}.desktop</launchable>
  <url type="homepage">{about.home}</url>
  <url type="bugtracker">{about.home}/issues</url>
  <provides>
    <binary>{about.name}</binary>
  </provides>
  <supports>
    <control>keyboard</control>
    <control>pointing</control>
  </supports>
  <screenshots>
{shots}  </screenshots>
  <content_rating type="oars-1.1" />
  <releases>
{told}  </releases>
</component>
"""


def _release(one: Release, built: date) -> str:
    day = one.day or built
    kind = "stable" if one.day else "development"
    points = "".join(f"          <li>{escape(line)}</li>\n" for line in one.points[:_POINTS_TOLD])
    return (
        f'    <release version="{one.version}" date="{day.isoformat()}" type="{kind}">\n'
        f"      <description>\n        <ul>\n{points}        </ul>\n      </description>\n"
        "    </release>\n"
    )
