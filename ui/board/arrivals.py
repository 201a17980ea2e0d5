"""The soft tint of cards that came to a lane by themselves."""

from PySide6.QtCore import QObject, QVariantAnimation

from rules.records import OpportunityId
from ui.board.lanes_area import LanesArea

_LASTS = 1200


class Arrivals(QObject):
    """Tints arriving cards and lets the tint fade."""

    def __init__(self, area: LanesArea, parent: QObject) -> None:
        super().__init__(parent)
        self._area = area
        self._tints: dict[OpportunityId, float] = {}
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_LASTS)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self._fade_on)
        for lane in area.lanes.values():
            lane.list.delegate().tints = self._tints

    def mark(self, oids: list[OpportunityId]) -> None:
        """These cards arrived just now."""
        if not oids:
            return
        self._fade.stop()
        self._tints.clear()
        self._tints.update(dict.fromkeys(oids, 1.0))
        self._fade.start()

    def _fade_on(self, strength: object) -> None:
        left = float(strength) if isinstance(strength, float) else 0.0
        for oid in list(self._tints):
            self._tints[oid] = left
        if left <= 0:
            self._tints.clear()
        for lane in self._area.lanes.values():
            lane.list.viewport().update()
