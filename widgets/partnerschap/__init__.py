"""Partnership with parents: a course and a team self-assessment.

How data flows, one room a stage; a room imports only rooms above it in this list.

1. `content` reads ``exercises/content/*.yml`` into frozen, validated models.
2. `scoring` turns answers into figures and decides what may be shown.
3. `advice` turns figures into strengths, what to discuss, and steps for now and for the year.
4. `sessions` holds team sessions: use cases from opening to plan and purge, on a repository.
5. `report` puts answers and figures into files and takes filled-in sheets back.
6. `ui` shows a form and its result in one widget, and answers what its page asks; `server` serves
   it inside the book, with a few kernels that all pages share.
7. `cli` offers all of it as commands.
"""

__version__ = "0.1.0"
