"""The nineteen promises of docs/safety.md, each proved by doing to the program what it survives."""
