"""What a trainer or a participant can do, one function a use case."""
