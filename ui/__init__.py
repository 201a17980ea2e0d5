"""Everything that the person sees; the one floor that knows Qt."""
