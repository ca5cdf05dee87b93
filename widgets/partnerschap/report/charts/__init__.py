"""Charts as SVG, each with its sentence and its table for who cannot see it."""
