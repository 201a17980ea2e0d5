"""The sheet: one opportunity with its follow-up, interview, people and history."""
