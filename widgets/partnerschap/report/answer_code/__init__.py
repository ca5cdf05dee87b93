"""The answers of one person as a short text and a QR code, and back."""
