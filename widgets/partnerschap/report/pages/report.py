"""The PDF files of a report: one page, the whole of it, and the plan alone."""

from partnerschap.report.pages.context import one_page
from partnerschap.report.pages.full_context import plan_alone, whole
from partnerschap.report.pages.pdf import pdf_of
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords


def one_page_pdf(report: TeamReport, words: ReportWords) -> bytes:
    """Make one A4 with the figures and the plan that fit on it, as PDF."""
    return pdf_of(one_page(report, words), "one-page")


def full_pdf(report: TeamReport, words: ReportWords) -> bytes:
    """Make a PDF of everything that may be shown of a round."""
    return pdf_of(whole(report, words), "full")


def plan_pdf(report: TeamReport, words: ReportWords) -> bytes:
    """Make a PDF of the plan alone."""
    return pdf_of(plan_alone(report, words), "plan")
