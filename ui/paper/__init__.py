"""The letter on paper: laid out on pages, shown, saved as a PDF, printed."""
