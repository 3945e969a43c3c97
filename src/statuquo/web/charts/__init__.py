"""Charts: Altair says what is drawn, vl-convert draws it here, so that no page needs a script.

`drawing` dresses and renders them, each other module makes one kind.
"""
