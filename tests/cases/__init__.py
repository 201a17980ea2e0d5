"""Lines and stories with what should come of them, played and judged."""
