"""What happened: every fact of the rules, to be stated by the person."""
