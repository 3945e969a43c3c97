"""The desk: the state of the store's crises as pages and as a REST API.

`create_app` makes the application out of a `Shelf`, which whoever serves it provides.
"""

from statuquo.web.desk.app import create_app
from statuquo.web.desk.shelf import Shelf

__all__ = ["Shelf", "create_app"]
