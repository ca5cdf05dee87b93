"""Answer sheets as CSV and Excel: written empty, and read back filled in."""
