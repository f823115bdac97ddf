"""What surrounds every page: languages, who is here, the security headers, no inline script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

import tongchou.web
from tests.cast import Cast, signed_in

pytestmark = pytest.mark.django_db
SOURCE = Path(tongchou.web.__file__).parent.parent
STYLES = SOURCE / "web" / "static" / "css"


def text_of(client: Client, address: str = "/account/", **more: object) -> str:
    return client.get(address, **more).content.decode()  # type: ignore[arg-type]


def test_pages_are_chinese_until_somebody_wants_english(cast: Cast) -> None:
    client = signed_in(cast.leader)
    assert '<html lang="zh-Hans">' in text_of(client)
    chosen = client.post("/language/", {"language": "en", "next": "/account/"})
    assert (chosen.status_code, chosen["Location"]) == (302, "/account/")
    english = text_of(client)
    assert '<html lang="en">' in english
    assert "My account" in english
    client.post("/language/", {"language": "zh-hans", "next": "/account/"})
    assert "我的账号" in text_of(client)


def test_the_language_is_chosen_before_signing_in_too() -> None:
    client = Client()
    client.post("/language/", {"language": "en", "next": "/login/"})
    assert "<h1>Sign in</h1>" in text_of(client, "/login/")


def test_the_browser_s_language_counts_where_none_was_chosen() -> None:
    headers = {"accept-language": "en-GB,en;q=0.9"}
    assert "<h1>Sign in</h1>" in text_of(Client(), "/login/", headers=headers)


def test_the_header_says_who_in_which_role_and_on_which_date(
    cast: Cast, settings: Settings
) -> None:
    settings.TONGCHOU_BUSINESS_DATE = "2023-10-20"
    text = text_of(signed_in(cast.liaison["开州"]))
    assert "开州联络员" in text
    assert "联络员 · 开州区农业农村委" in text
    assert '<time datetime="2023-10-20">2023-10-20</time>' in text


def test_an_anonymous_page_has_no_menu_and_no_date(cast: Cast) -> None:
    text = text_of(Client(), "/login/")
    assert 'class="menu"' not in text
    assert 'class="nav"' not in text
    assert "<time" not in text


def test_the_administrator_s_pages_are_offered_to_the_administrator_alone(cast: Cast) -> None:
    for name, user in cast.everyone().items():
        text = text_of(signed_in(user))
        assert ('href="/people/"' in text) == (name == "administrator")
        assert ('href="/audit/"' in text) == (name == "administrator")


def test_the_present_page_is_marked_in_the_navigation(cast: Cast) -> None:
    text = text_of(signed_in(cast.administrator), "/people/")
    assert re.findall(r'<a href="([^"]*)" aria-current="page"', text) == ["/people/"]


def test_every_page_carries_the_headers_that_guard_it(cast: Cast) -> None:
    for address in ("/login/", "/account/", "/nowhere/"):
        headers = signed_in(cast.leader).get(address).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"


def templates() -> list[Path]:
    return sorted(SOURCE.glob("**/jinja2/**/*.html"))


def test_there_are_templates_to_hold_to_these_rules() -> None:
    assert len(templates()) > 10


@pytest.mark.parametrize("path", templates(), ids=lambda path: path.name)
def test_no_template_has_inline_script_style_or_a_foreign_address(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"<style|\sstyle\s*=|\son[a-z]+\s*=|javascript:", text)
    assert not re.search(r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//", text)


def test_styles_and_scripts_fetch_nothing_from_elsewhere() -> None:
    own = [path for path in STYLES.parent.rglob("*.*s") if path.parent.name != "vendor"]
    assert {"base.css", "tongchou.js"} <= {path.name for path in own}
    for path in own:
        assert not re.search(r"https?://|@import|url\(", path.read_text("utf-8")), path.name


def test_every_style_sheet_is_loaded_and_the_one_for_paper_last(client: Client) -> None:
    text = text_of(client, "/login/")
    linked = re.findall(r'<link rel="stylesheet" href="/static/css/(\w+)\.css"([^>]*)>', text)
    assert {name for name, _ in linked} == {path.stem for path in STYLES.glob("*.css")}
    assert linked[0] == ("base", "")
    assert linked[-1] == ("print", ' media="print"')


def channel(value: str) -> float:
    part = int(value, 16) / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    red, green, blue = (channel(colour[at : at + 2]) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def tokens() -> dict[str, str]:
    text = (STYLES / "base.css").read_text("utf-8")
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", text))


@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("ink", "ground", 7.0),
        ("muted", "paper", 4.5),
        ("muted", "ground", 4.5),
        ("accent", "paper", 4.5),
        ("accent", "accent-soft", 4.5),
        ("paper", "accent", 4.5),
        ("good", "good-soft", 4.5),
        ("warn", "warn-soft", 4.5),
        ("bad", "bad-soft", 4.5),
        ("bad", "paper", 4.5),
        # WCAG 1.4.11: shapes that carry meaning
        ("light-green", "paper", 3.0),
        ("light-orange", "paper", 3.0),
        ("light-red", "paper", 3.0),
        ("line-strong", "paper", 1.8),
    ],
)
def test_colours_can_be_read(ink: str, ground: str, least: float) -> None:
    known = tokens()
    assert contrast(known[ink], known[ground]) >= least
