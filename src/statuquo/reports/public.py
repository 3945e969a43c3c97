"""Connections to public servers alone.

Whoever may give an address must not reach, through us, what stands behind our firewall: this
machine, its network, the metadata service of a cloud. The name is resolved once, each of its
addresses must be public, and the connection goes to what was looked at, so that a name which answers
otherwise the second time gains nothing. Redirects come by here like any other request.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.request import HTTPHandler, HTTPSHandler, Request

from statuquo.errors import FetchError

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address can be reached from everywhere.

    An IPv6 address that stands for an IPv4 one is judged by that.

    >>> is_public("93.184.216.34"), is_public("127.0.0.1"), is_public("169.254.169.254")
    (True, False, False)
    >>> is_public("::ffff:10.0.0.1"), is_public("64:ff9b::7f00:1"), is_public("fe80::1%eth0")
    (False, False, False)
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not found.is_multicast and not found.is_reserved


def connect(address: tuple[str, int], timeout: Any = None, source: Any = None) -> socket.socket:
    """A connection to a server, once all its addresses are known to be public.

    Args:
        address: host and port.
        timeout: seconds to wait.
        source: address of ours to connect from, or None.

    Raises:
        FetchError: one of them is not.
        OSError: there is no such server, or it does not answer.
    """
    host, port = address
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numbers = list(dict.fromkeys(str(where[0]) for *_, where in found))
    if not all(map(is_public, numbers)):
        raise FetchError(
            "is on this machine or its own network, which is not read for others; paste the text",
            host,
        )
    fault: OSError | None = None
    for number in numbers:
        try:
            return socket.create_connection((number, port), timeout, source)
        except OSError as error:
            fault = error
    raise fault or OSError("the name has no address")


class _PublicHTTP(HTTPConnection):
    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._create_connection = connect


class _PublicHTTPS(HTTPSConnection):
    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._create_connection = connect


class PublicHTTPHandler(HTTPHandler):
    """Opens http addresses of public servers."""

    def http_open(self, req: Request) -> HTTPResponse:
        """As urllib asks."""
        return self.do_open(_PublicHTTP, req)


class PublicHTTPSHandler(HTTPSHandler):
    """Opens https addresses of public servers; certificates are checked against the name."""

    def https_open(self, req: Request) -> HTTPResponse:
        """As urllib asks."""
        return self.do_open(_PublicHTTPS, req, context=ssl.create_default_context())
