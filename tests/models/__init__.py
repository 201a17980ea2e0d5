"""The file on disk: what is kept, and what happens when it cannot be."""
