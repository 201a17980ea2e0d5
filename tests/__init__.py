"""The proofs of what the program claims."""
