"""Migrate, then save fifty answers of somebody, one by one; a process for the tests.

Arguments: address of the database, id of the session, id of the participant, name of this process.
"""

import sys

from partnerschap.sessions.repository import Store, Transaction


def main(url: str, session_id: int, participant_id: int, name: str) -> None:
    store = Store(url, patience=60)
    print("ready", flush=True)  # noqa: T201 - the test waits for it
    sys.stdin.readline()
    store.migrate()

    for number in range(50 if participant_id else 0):

        def save(transaction: Transaction, number: int = number) -> None:
            transaction.session(session_id, lock="update")
            transaction.save_answers(participant_id, "now", {f"{name}-{number}": number % 5 + 1})
            transaction.touch(session_id)

        store.write(save)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
