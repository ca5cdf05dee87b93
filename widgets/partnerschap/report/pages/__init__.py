"""Pages as PDF: what stands on them, and the Typst templates that set it."""
