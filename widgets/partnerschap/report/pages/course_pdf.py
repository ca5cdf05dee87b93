"""Slides and documents of the course as PDF."""

from dataclasses import asdict

from partnerschap.content import Content
from partnerschap.report.course.blocks import Document
from partnerschap.report.course.decks import Deck
from partnerschap.report.pages.context import shared_context
from partnerschap.report.pages.pdf import pdf_of
from partnerschap.report.pages.points import PageContext
from partnerschap.report.words import ReportWords


def slides_pdf(content: Content, deck: Deck) -> bytes:
    """Make a deck as PDF, a slide a page."""
    slides = [
        {
            **asdict(slide),
            "size": slide.size,
            "number": content.message("pack.slide_number", number=number, total=len(deck.slides)),
        }
        for number, slide in enumerate(deck.slides, 1)
    ]
    return pdf_of({**_head(content, deck.title), "slides": slides}, "slides")


def _head(content: Content, title: str) -> PageContext:
    return {"title": title, "label": "", "day": None, **shared_context(ReportWords(content))}


def document_pdf(content: Content, document: Document) -> bytes:
    """Make a document as PDF, on A4."""
    blocks = [asdict(block) for block in document.blocks]
    head = _head(content, document.title)
    return pdf_of({**head, "blocks": blocks, "size": document.size}, "document")
