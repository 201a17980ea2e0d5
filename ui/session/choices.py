"""What the person chose: who they are, the timing, the program, their own letters."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from rules.records import Options, Preferences, Profile
from rules.template_check import TemplateError, problems, tidy
from ui.truth import Truth


class Choices(Truth):
    """The person and their choices; none of it can be undone."""

    def set_profile(self, profile: Profile) -> None:
        """Who signs the letters, and where they are."""
        moved = (profile.zone, profile.country) != (self.profile.zone, self.profile.country)
        self._store.save_profile(profile)
        self.profile = profile
        if moved:
            self._lanes.fill(self._dossiers.values(), self.moment())
        self.preferences_changed.emit()

    def set_preferences(self, preferences: Preferences) -> None:
        """The timing a person may choose; all cards are looked at anew."""
        self._store.save_preferences(preferences)
        self.preferences = preferences
        self._lanes.fill(self._dossiers.values(), self.moment())
        self.preferences_changed.emit()

    def set_options(self, options: Options) -> None:
        """What was chosen about the program itself."""
        self._store.save_options(options)
        self.options = options
        self._templates = self._letters_in_use()
        self.preferences_changed.emit()

    def edited_letters(self) -> dict[str, str]:
        """The templates the person changed, by name; the others are as shipped."""
        return dict(self._edited_letters)

    def shipped_letter(self, name: str) -> str:
        """The template as it came, in the person's spelling. KeyError for an unknown name."""
        return self._as_shipped()[name]

    def letter_names(self) -> tuple[str, ...]:
        """The names of all templates: kind, variant, tone."""
        return tuple(self._shipped_letters)

    def set_letter(self, name: str, text: str | None) -> None:
        """Keep a template as the person wrote it; None brings back the one that came.

        Raises TemplateError, with the reasons and nothing changed, for one that would leave
        holes in a letter.
        """
        edited = {key: value for key, value in self._edited_letters.items() if key != name}
        if text is not None:
            kept = tidy(text)
            if found := problems(kept):
                raise TemplateError(found)
            if kept != tidy(self.shipped_letter(name)):
                edited[name] = kept
        self._store.keep_texts("letters", edited)
        self._edited_letters = edited
        self._templates = self._letters_in_use()
        self.preferences_changed.emit()

    def letter_in_use(self, name: str) -> str:
        """The template that new letters are made from. Raises KeyError for an unknown name."""
        return self._templates[name]

    def system_zone_name(self) -> str:
        """The IANA name of the system's zone; empty where it gives none."""
        return self._zone.key if isinstance(self._zone, ZoneInfo) else ""

    def knows_zone(self, name: str) -> bool:
        """Whether a zone has that IANA name."""
        return self._zone_of(name) is not None

    def remembered(self, name: str) -> dict[str, str]:
        """A small table the program keeps for itself, such as what it has reminded of."""
        return self._store.texts(name)

    def remember(self, name: str, texts: Mapping[str, str]) -> None:
        """Keep such a table."""
        self._store.keep_texts(name, texts)
