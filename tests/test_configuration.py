"""What a configuration file and the command line may say, and what is said when they err."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.configuration import KEYS, ConfigurationError, Settings, find, settings


def file(folder: Path, text: str, name: str = "crossfoot.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ('fail-on = "warning"', "fail_on", "warning"),
        ('lang = "zh"', "language", "zh"),
        ('date = "2024-02-29"', "date", "2024-02-29"),
        ("date = 2024-02-29", "date", "2024-02-29"),
        ('select = ["sum", "share"]', "select", ("sum", "share")),
        ('ignore = "sum, share"', "ignore", ("sum", "share")),
        ("select = []", "select", ()),
        ("jobs = 4", "jobs", 4),
        ("jobs = 0", "jobs", 0),
        ('exclude = ["archive/*"]', "exclude", ("archive/*",)),
        ('encoding = "gb18030"', "encoding", "gb18030"),
        ("max-size = 1000", "max_size", 1000),
        ('max-size = "2M"', "max_size", 2 * 2**20),
        ('"max-size" = "64 KiB"', "max_size", 2**16),
        ("", "fail_on", "error"),
    ],
)
def test_keys(tmp_path: Path, text: str, field: str, value: object) -> None:
    assert getattr(settings({}, file(tmp_path, text)), field) == value


@pytest.mark.parametrize(
    ("key", "value", "field", "read"),
    [
        ("fail-on", "never", "fail_on", "never"),
        ("jobs", "3", "jobs", 3),
        ("max-size", "1G", "max_size", 2**30),
        ("select", ("sum,share", "mean"), "select", ("sum", "share", "mean")),
        ("exclude", ("a,b.md",), "exclude", ("a,b.md",)),
    ],
)
def test_options_win_over_the_file(tmp_path: Path, key: str, value: object, field: str, read: object) -> None:
    path = file(tmp_path, 'fail-on = "info"\njobs = 9\nmax-size = 5\nselect = ["rank"]\nexclude = ["x"]')
    assert getattr(settings({key: value}, path), field) == read
    assert settings({key: None}, path) == settings({}, path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nfail_on = "error"', "crossfoot.toml:2:1: unknown key 'fail_on'; did you mean fail-on?"),
        ('lang = "zh"\n  selct = []', "crossfoot.toml:2:3: unknown key 'selct'; did you mean select?"),
        ("[output]\nx = 1", "crossfoot.toml:1:2: unknown key 'output'"),
        ("zebra = 1", "choose from fail-on, lang"),
        ('lang = "fr"', "crossfoot.toml:1:1: lang cannot be 'fr'; give one of auto, zh, en"),
        ('jobs = "many"', "give a whole number"),
        ("jobs = true", "give a whole number"),
        ("jobs = -1", "give a whole number"),
        ("jobs = 1.5", "give a whole number"),
        ("date = 2024", "YYYY-MM-DD"),
        ('date = "2023-02-29"', "YYYY-MM-DD"),
        ("date = 2024-02-29T10:00:00", "YYYY-MM-DD"),
        ("select = [1]", "a list of names"),
        ("exclude = {}", "a list of patterns"),
        ('exclude = [""]', "a list of patterns"),
        ('encoding = "base64"', "a charset"),
        ('encoding = "klingon"', "a charset"),
        ("max-size = 0", "a number of bytes"),
        ('max-size = "0K"', "a number of bytes"),
        ('max-size = "big"', "a number of bytes"),
        ("ledger = 3", "the name of a file"),
        ('lang = "zh"\nlang = "en"', "(at line 2, column"),
        ("lang = zh", "(at line 1, column"),
        ("x = " + "[" * 5000, "nested too deeply"),
    ],
)
def test_refusals_say_what_where_and_what_to_do(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        settings({}, file(tmp_path, text))
    assert said in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path / "crossfoot.toml"))


def test_positions_in_a_shared_file(tmp_path: Path) -> None:
    """Keys of the same name in the tables of other tools are passed over."""
    path = file(tmp_path, '[tool.ruff]\njbs = 1\n[tool.crossfoot] # ours\nlang = "en"\njbs = 2\n', "pyproject.toml")
    with pytest.raises(ConfigurationError, match=r"pyproject\.toml:5:1: unknown key 'jbs'; did you mean jobs\?"):
        settings({}, path)


@pytest.mark.parametrize(("option", "value"), [("fail-on", "errors"), ("jobs", "-2"), ("date", "today"), ("lang", "")])
def test_a_bad_option_is_named(option: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^--{option}: "):
        settings({option: value})


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        settings({}, tmp_path / "none.toml")
    with pytest.raises(ConfigurationError, match="cannot be read"):
        settings({}, tmp_path)
    (tmp_path / "big5.toml").write_bytes('lang = "zh" # 中'.encode("big5"))
    with pytest.raises(ConfigurationError, match="byte 14"):
        settings({}, tmp_path / "big5.toml")


def test_a_mark_of_byte_order_is_no_key(tmp_path: Path) -> None:
    (tmp_path / "crossfoot.toml").write_bytes(b'\xef\xbb\xbflang = "zh"')
    assert settings({}, tmp_path / "crossfoot.toml").language == "zh"


def test_the_ledger_lies_beside_the_file_that_names_it(tmp_path: Path) -> None:
    assert settings({}, file(tmp_path, 'ledger = "a.claims.yaml"')).ledger == str(tmp_path / "a.claims.yaml")
    assert settings({"ledger": "b.claims.yaml"}).ledger == "b.claims.yaml"


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    draft = file(deep, "text", "draft.md")
    file(tmp_path, "[tool.crossfoot]", "pyproject.toml")
    file(tmp_path / "a", "[tool.other]", "pyproject.toml")
    assert find(draft) == tmp_path / "pyproject.toml"
    assert find(deep) == tmp_path / "pyproject.toml"
    own = file(tmp_path, "")
    assert find(draft) == own
    nearer = file(tmp_path / "a", "[tool.crossfoot]", "pyproject.toml")
    assert find(deep / "missing.md") == nearer


def test_every_key_sets_a_field_of_its_own() -> None:
    fields = [key.field for key in KEYS.values()]
    assert sorted(fields) == sorted(Settings.__struct_fields__)


@given(
    st.text() | st.integers() | st.lists(st.text()) | st.booleans() | st.none() | st.dictionaries(st.text(), st.text())
)
def test_no_value_gets_past_its_reader(value: object) -> None:
    for key in KEYS.values():
        try:
            read = key.read(value)
        except ValueError as expected:
            assert str(expected)
        else:
            assert type(read) in (str, int, tuple)
