"""What Windows shows in the details of the executable, in the form PyInstaller reads."""

from facts import Facts

_ENGLISH, _UNICODE = 0x0409, 1200


def version_resource(about: Facts) -> str:
    """The text of a version file."""
    told = {
        "CompanyName": "The Afterword authors",
        "FileDescription": about.title,
        "FileVersion": about.version,
        "InternalName": about.name,
        "LegalCopyright": f"{about.licence} licence",
        "OriginalFilename": f"{about.name}.exe",
        "ProductName": about.title,
        "ProductVersion": about.version,
    }
    strings = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in told.items())
    table = f"{_ENGLISH:04x}{_UNICODE:04x}"
    return (
        "VSVersionInfo(\n"
        f"  ffi=FixedFileInfo(filevers={about.numbers}, prodvers={about.numbers}, mask=0x3F,\n"
        "    flags=0, OS=0x40004, fileType=1, subtype=0, date=(0, 0)),\n"
        f"  kids=[StringFileInfo([StringTable({table!r}, [{strings}])]),\n"
        f"    VarFileInfo([VarStruct('Translation', [{_ENGLISH}, {_UNICODE}])])],\n"
        ")\n"
    )
