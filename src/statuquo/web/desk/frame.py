"""What every page of the desk has around itself: language, crisis, addresses, styles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlencode

from fastapi import HTTPException, Request
from fastapi.responses import HTMLResponse

from statuquo.crisis import Crisis
from statuquo.web.assets import asset, brief_styles
from statuquo.web.desk.shelf import ALL, Pictures
from statuquo.web.html_page import View, environment
from statuquo.web.words import PAGE_LANGUAGES, Words, words

T = TypeVar("T")

COOKIE = "statuquo-lang"
"""Where the reader's choice of language is kept."""


class Frame:
    """What every page of the desk shows around itself.

    Args:
        request: what is asked.
        crisis: name of the crisis that the page is about.
        pictures: what is told of.
        w: the reader's language.
    """

    def __init__(self, request: Request, crisis: str, pictures: Pictures, w: Words) -> None:
        self.request = request
        self.crisis = crisis
        self.selections = pictures.selections()
        self.w = w
        self.languages = PAGE_LANGUAGES
        self.behind = pictures.behind()

    @property
    def title(self) -> str:
        """What the crisis is called."""
        titles = {selection.id: selection.title for selection in self.selections}
        return titles.get(self.crisis, self.w("desk", "everything"))

    def to(self, path: str, **asked: object) -> str:
        """The address of a page about the same crisis."""
        return address_of(path, self.crisis, **asked)

    def other(self, **changed: object) -> str:
        """The address of this page with something else asked; None asks no more for something."""
        given = {
            name: value
            for name, value in {**self.request.query_params, **changed}.items()
            if value is not None
        }
        return f"{self.request.url.path}?{urlencode(given)}"


class Desk:
    """What the routes of all pages share.

    Args:
        pictures: what is told of.
        lang: language of the pages for readers who choose none.
    """

    def __init__(self, pictures: Pictures, lang: str) -> None:
        self.pictures = pictures
        self._lang = lang

    def words(self, request: Request) -> Words:
        """The interface in the reader's language."""
        wanted = request.query_params.get("lang") or request.cookies.get(COOKIE) or self._lang
        return words(wanted)

    def crisis(self, name: str) -> Crisis:
        """The picture of a crisis.

        Raises:
            HTTPException: none is kept under that name.
        """
        return crisis_of(self.pictures, name)

    def view(self, crisis: str, w: Words) -> View:
        """What templates ask about a crisis.

        Raises:
            HTTPException: no crisis is kept under that name.
        """
        try:
            return self.pictures.made(
                ("view", crisis, w.lang), crisis, lambda picture: View(picture, w, None)
            )
        except KeyError:
            raise no_crisis(crisis) from None

    def found(self, crisis: str, find: Callable[[View], T | None]) -> T | None:
        """What is looked up in a crisis, in the newest picture where the one shown has it not yet."""
        w = words(self._lang)
        known = find(self.view(crisis, w))
        if known is None and self.pictures.behind():
            self.pictures.crisis(crisis, fresh=True)
            known = find(self.view(crisis, w))
        return known

    def frame(self, request: Request, crisis: str) -> Frame:
        """What stands around a page about a crisis."""
        return Frame(request, crisis, self.pictures, self.words(request))

    def shown(self, request: Request, template: str, crisis: str, **values: Any) -> HTMLResponse:
        """A page of the desk; the language is remembered where it was asked for."""
        w = self.words(request)
        html = (
            environment()
            .get_template(f"desk/{template}")
            .render(
                frame=Frame(request, crisis, self.pictures, w),
                view=self.view(crisis, w),
                w=w,
                lang=w.lang,
                styles=styles(),
                **values,
            )
        )
        response = HTMLResponse(html)
        if request.query_params.get("lang") in PAGE_LANGUAGES:
            response.set_cookie(COOKIE, w.lang, httponly=True, samesite="strict")
        return response


def address_of(path: str, crisis: str, **asked: object) -> str:
    """The address of something about a crisis.

    >>> address_of("/events", "all", type="AID", party=None), address_of("/events", "may")
    ('/events?type=AID', '/events?crisis=may')
    """
    given = {name: value for name, value in asked.items() if value not in (None, "")}
    if crisis != ALL:
        given.setdefault("crisis", crisis)
    return f"{path}?{urlencode(given)}" if given else path


def chart_at(crisis: str, w: Words, **asked: object) -> Callable[..., str]:
    """Where the charts of a page are to be had.

    Args:
        crisis: name of the crisis that the page is about.
        w: the reader's language.
        asked: what they are of, beside the crisis.

    Returns:
        The address of a chart, from its name with its ending and from how it is to look.
    """

    def address(name: str, **look: object) -> str:
        return address_of(f"/charts/{name}", crisis, lang=w.lang, **asked, **look)

    return address


def crisis_of(pictures: Pictures, name: str, *, fresh: bool = False) -> Crisis:
    """The picture of a crisis, or the answer that none is kept under that name.

    Args:
        pictures: what is told of.
        name: id of the crisis.
        fresh: wait until the picture knows all that is kept.

    Raises:
        HTTPException: 404.
    """
    try:
        return pictures.crisis(name, fresh=fresh)
    except KeyError:
        raise no_crisis(name) from None


def no_crisis(name: str) -> HTTPException:
    """The answer to a name under which no crisis is kept."""
    return HTTPException(404, f"no crisis is kept under {name!r}")


def styles() -> str:
    """The styles of every page of the desk."""
    return brief_styles() + desk_styles()


def desk_styles() -> str:
    """What the desk adds to the styles of the brief."""
    return asset("desk/desk.css")
