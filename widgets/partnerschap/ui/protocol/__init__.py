"""What a page and its kernel say to each other: requests, replies and what an exercise shows."""
