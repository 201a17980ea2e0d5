"""What macOS reads of the bundle: Info.plist."""

from facts import Facts


def property_list(about: Facts) -> dict[str, object]:
    """The values beyond those that PyInstaller writes itself."""
    return {
        "CFBundleName": about.title,
        "CFBundleDisplayName": about.title,
        "CFBundleIdentifier": about.app_id,
        "CFBundleShortVersionString": about.version,
        "CFBundleVersion": ".".join(map(str, about.numbers[:3])),
        "CFBundlePackageType": "APPL",
        "CFBundleDevelopmentRegion": "en",
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": "14.4",
        "LSMultipleInstancesProhibited": False,
        "NSHighResolutionCapable": True,
        "NSSupportsAutomaticGraphicsSwitching": True,
        "NSRequiresAquaSystemAppearance": False,
        "NSHumanReadableCopyright": f"{about.licence} licence, the Afterword authors",
    }
