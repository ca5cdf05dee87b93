"""Databases for the tests: files of SQLite, and a PostgreSQL server of our own.

The server is the machine's own PostgreSQL, or else installed here; without one the tests fail.
"""

import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from partnerschap.sessions.repository import Store

PATIENCE = 60
"""Seconds in which a server starts or stops; a busy machine takes its time."""

NUMBERS = itertools.count()


def find_programs() -> Path | None:
    """Find the folder with PostgreSQL's programs; Debian keeps them out of the path."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    folders = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(folders, key=lambda path: int(path.parts[-3]), default=None)
    return newest.parent if newest else None


def _install() -> None:
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quietly = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["install", "--yes", "--no-install-recommends", "postgresql"]
    for arguments in (["update"], install):
        command = [*as_root, "apt-get", *arguments]
        subprocess.run(command, check=False, capture_output=True, env=quietly)


class PostgreSQL:
    """A server with a folder of its own, reached by a socket in that folder.

    With `durable` it writes to the disk before it says so; without it is quicker.
    """

    def __init__(self, programs: Path, *, durable: bool) -> None:
        self._programs = programs
        self._durable = durable
        self._process: subprocess.Popen[bytes] | None = None
        # Not pytest's folder: the account of the server may not enter that, and the path of a
        # socket must be short.
        self.folder = Path(tempfile.mkdtemp(prefix="partnerschap-"))
        self._account: dict[str, Any] = {"cwd": self.folder}
        if os.geteuid() == 0:  # the server refuses root
            account = pwd.getpwnam("postgres")
            os.chown(self.folder, account.pw_uid, account.pw_gid)
            self._account |= {
                "user": account.pw_uid,
                "group": account.pw_gid,
                "extra_groups": [],
            }
        self.folder.chmod(0o755)
        subprocess.run(
            [
                *(programs / "initdb", "--pgdata", self.folder / "data", "--no-sync"),
                *("--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"),
            ],
            check=True,
            capture_output=True,
            **self._account,
        )

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def start(self) -> None:
        options = {"listen_addresses": "", "unix_socket_directories": str(self.folder)}
        if not self._durable:
            options |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        settings = [f"--{name}={value}" for name, value in options.items()]
        command = [str(self._programs / "postgres"), "-D", str(self.folder / "data"), *settings]
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(command, stderr=log, stdout=log, **self._account)
        self._process = process
        end = time.monotonic() + PATIENCE
        while True:
            try:
                psycopg.connect(self.url()).close()
            except psycopg.OperationalError:
                if process.poll() is not None or time.monotonic() > end:
                    pytest.fail((self.folder / "log").read_text())
                time.sleep(0.05)
            else:
                return

    def stop(self, by: signal.Signals = signal.SIGINT) -> None:
        """Stop, quickly; by SIGQUIT as in a crash: what is not on the disk is lost."""
        if self._process is not None:
            self._process.send_signal(by)
            self._process.wait(PATIENCE)
            self._process = None

    def remove(self) -> None:
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder)

    def execute(self, statement: str, database: str = "postgres") -> None:
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="session")
def start_postgresql() -> Iterator[Callable[..., PostgreSQL]]:
    """Start one more server, `durable` or quick; it goes at the end of all tests."""
    servers: list[PostgreSQL] = []

    def start(*, durable: bool = False) -> PostgreSQL:
        if find_programs() is None:
            _install()
        programs = find_programs()
        if programs is None:
            pytest.fail("no PostgreSQL, and it could not be installed; install it by hand")
        server = PostgreSQL(programs, durable=durable)
        servers.append(server)
        server.start()
        return server

    yield start
    for server in servers:
        server.remove()


@pytest.fixture(scope="session")
def postgresql(start_postgresql: Callable[..., PostgreSQL]) -> PostgreSQL:
    """Share a quick server, which has an empty database with our tables named ``migrated``."""
    server = start_postgresql()
    server.execute("CREATE DATABASE migrated")
    Store(server.url("migrated")).migrate()
    return server


def _database(server: PostgreSQL, template: str) -> Iterator[str]:
    name = f"test_{next(NUMBERS)}"
    server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    yield server.url(name)
    server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def postgresql_url(postgresql: PostgreSQL) -> Iterator[str]:
    """Address of a database with our tables, for one test."""
    yield from _database(postgresql, "migrated")


@pytest.fixture
def bare_postgresql_url(postgresql: PostgreSQL) -> Iterator[str]:
    """Address of a database without tables, for one test."""
    yield from _database(postgresql, "template0")


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("migrated") / "migrated.sqlite3"
    Store(f"sqlite:///{file}").migrate()
    return file


@pytest.fixture
def sqlite_url(tmp_path: Path, migrated_file: Path) -> str:
    """Address of a file with our tables, ``sessions.sqlite3`` in the test's folder."""
    return f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'sessions.sqlite3')}"


@pytest.fixture
def bare_sqlite_url(tmp_path: Path) -> str:
    """Address of a file that is not there yet, in the test's folder."""
    return f"sqlite:///{tmp_path / 'bare.sqlite3'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Address of a database with our tables, of each kind in turn."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_database_url(request: pytest.FixtureRequest) -> str:
    """Address of a database without tables, of each kind in turn."""
    return str(request.getfixturevalue(f"bare_{request.param}_url"))
