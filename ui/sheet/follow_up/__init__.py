"""The follow-up tab: the letter to write now, or why there is none."""
