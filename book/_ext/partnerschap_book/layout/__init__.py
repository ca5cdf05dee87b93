"""What is around the text of a page: its menu, what links to it show, its style sheet."""
