"""What the follow-up advice says, as pure functions over plain values.

Nothing here reads a clock, a file, the locale, the network, Qt or the database: the
moment, the zones, the working-day test and every fact come in as arguments.
"""
