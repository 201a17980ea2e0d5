"""The board: five lanes of painted cards, moved by mouse, key and menu."""
