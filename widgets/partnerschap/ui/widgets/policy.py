"""A policy: written in the page alone, unless somebody asks for it as a file."""

from typing import Any

import traitlets

from partnerschap.content import Content
from partnerschap.ui.processes import in_process
from partnerschap.ui.protocol.policy import POLICY_REQUEST, MakePolicy, PolicyReply
from partnerschap.ui.widgets.exercise import Exercise


class Policy(Exercise):
    """The exercise, which makes files of what the page sends and keeps nothing of it."""

    asks = traitlets.Bool(default_value=True).tag(sync=True)

    _requests = POLICY_REQUEST
    _invalid = "file.refused"
    # Of the vision only what its whole text is put together of.
    _words = (
        *Exercise._words,  # noqa: SLF001 - of the class itself
        "file.",
        *(f"visie.{one}" for one in ("title", "notice", "made_by", "and", "review_line")),
    )

    def __init__(self, content: Content | None = None) -> None:
        super().__init__("beleid", content)

    def _reply(self, request: MakePolicy, buffers: list[Any]) -> PolicyReply:
        # What takes long to import is loaded when it is needed, not with the exercise.
        from partnerschap.report import (  # noqa: PLC0415
            WrittenPolicy,
            file_name,
            policy_document,
            policy_pdf,
            reading_pdf,
        )
        from partnerschap.ui.file_reply import file_reply, now  # noqa: PLC0415

        del buffers
        policy = WrittenPolicy(
            content=self.content,
            made_on=now().date(),
            sector=request.sector,
            organisation=request.organisation,
            people=request.people,
            found=request.found,
            review=request.review,
            changed=request.changed,
            topics={one.id: one.lines() for one in request.topics},
            vision=request.vision,
            plan=tuple(one.step for one in request.plan),
        )
        makers = {
            "policy.pdf": policy_pdf,
            "policy.docx": policy_document,
            "reading.pdf": reading_pdf,
        }
        kind, _, suffix = request.file.partition(".")
        name = file_name(self.content, kind, policy.made_on, suffix)
        return file_reply(name, in_process(makers[request.file], policy))
