"""The file on disk and the formats Afterword reads and writes; nothing here knows the screen."""
