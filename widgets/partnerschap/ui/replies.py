"""Answers to what a page asks."""

from collections.abc import Callable
from typing import Any

Reply = dict[str, Any]


def send_reply(send: Callable[..., object], reply: Reply, number: object) -> None:
    """Send the answer to a request; its `data`, if any, goes as bytes beside it.

    Parameters
    ----------
    number
        The page's own of the request.
    """
    told = {key: value for key, value in reply.items() if key != "data"} | {"number": number}
    if "data" in reply:
        send(told, [reply["data"]])
    else:
        send(told)
