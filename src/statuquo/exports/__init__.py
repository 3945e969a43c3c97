"""Events as other programs read them: JSON Lines and CSV."""

from statuquo.exports.csv_table import COLUMNS, csv_writer
from statuquo.exports.jsonl import event_schema, jsonl_writer
from statuquo.exports.writing import FORMATS, writer

__all__ = ["COLUMNS", "FORMATS", "csv_writer", "event_schema", "jsonl_writer", "writer"]
