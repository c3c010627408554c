"""What tests share: golden files, and the switch that writes them anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

GOLDEN = Path(__file__).resolve().parent / "golden"


settings.register_profile("crossfoot", deadline=None)  # a busy machine is no failure
settings.load_profile("crossfoot")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Write golden files anew, to be read in the diff.")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a golden file by name, byte for byte; with --update-golden write it."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        assert path.is_file(), f"no golden file {name}; write it with --update-golden"
        assert text == path.read_bytes().decode("utf-8")

    return compare
