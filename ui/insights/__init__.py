"""Insights: what the record of one search says about itself."""
