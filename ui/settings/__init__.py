"""Settings: who signs, how letters read, when to write, how the program looks."""
