"""Sector words for readers whose sector is not known: what every sector calls a thing."""

from partnerschap.content import Content


def in_every_sector(content: Content, text: str) -> str:
    """Fill in each ``{word}`` of a text with what all sectors call it."""
    words: dict[str, list[str]] = {}
    for sector in content.sectors:
        for word, name in sector.words.items():
            words.setdefault(word, []).append(name)
    return text.format_map(
        {word: " / ".join(dict.fromkeys(names)) for word, names in words.items()}
    )
