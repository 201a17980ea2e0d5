"""Today: what to send now, and the first page of all."""
