"""The widgets, one module each: a notebook imports the one that it shows."""
