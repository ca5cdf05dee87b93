"""What is the address of a database, and what is not."""

from pathlib import Path

import pytest

from partnerschap.sessions.repository import Store, StoreError


@pytest.mark.parametrize(
    "url",
    [
        "",
        " ",
        "nonsense",
        "SQLite",
        "sqlite:",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:///file:x.sqlite3?mode=ro&uri=true",
        "sqlite:///file:x.sqlite3",
        "sqlite:///x.sqlite3?mode=ro",
        "sqlite:///x\0.sqlite3",
        "sqlite:///x%00.sqlite3",
        "sqlite://host/x.sqlite3",
        "sqlite+aiosqlite:///x.sqlite3",
        f"postgresql://{'h' * 64}/x",
        "postgresql://h\udcffst/x",
        "postgresql://us\0er@host/x",
        "postgresql://host:port/x",
        "postgresql://host:99999/x",
        "postgresql://host:0/x",
        "postgresql+psycopg2://host/x",
        "mysql://host/x",
        "/a/file.sqlite3",
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(StoreError) as caught:
        Store(url)
    assert caught.value.reason == "bad_url"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_has_three_names(scheme: str) -> None:
    assert Store(f"{scheme}://me:secret@host:5433/x").url == (
        "postgresql+psycopg://me:secret@host:5433/x"
    )


def test_a_file_is_the_same_from_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = Store("sqlite:///an%20odd #name%25.sqlite3")
    monkeypatch.chdir("/")
    store.migrate()
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == ["an odd #name%.sqlite3"]
    assert Store(store.url).url == store.url


def test_the_default_is_a_file_in_the_data_folder_for_its_owner_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PARTNERSCHAP_DATABASE_URL", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda name: tmp_path / "data" / name)
    store = Store()
    assert list(tmp_path.iterdir()) == []
    store.migrate()
    file = tmp_path / "data/partnerschap/partnerschap.sqlite3"
    assert file.stat().st_mode & 0o777 == 0o600
    assert store.read(lambda transaction: transaction.team(1)) is None


def test_the_setting_tells_which_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTNERSCHAP_DATABASE_URL", "sqlite:////somewhere/x.sqlite3")
    assert Store().url == "sqlite:////somewhere/x.sqlite3"


def test_an_option_that_the_driver_does_not_know_shows_at_first_use() -> None:
    store = Store("postgresql://127.0.0.1/x?nonsense=1")
    with pytest.raises(StoreError) as caught:
        store.migrate()
    assert caught.value.reason == "bad_url"
