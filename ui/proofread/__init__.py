"""Proofreading in the window: read in a thread of its own, listed, underlined, mended."""
