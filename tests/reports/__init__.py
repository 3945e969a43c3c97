"""Reports: reading, cleaning, language."""
