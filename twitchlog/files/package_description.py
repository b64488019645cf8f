"""The package's datapackage.json: every field with its type, format, unit, bounds and meaning."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from twitchlog.domain.fields import FIELDS, Field, Kind

TYPES: dict[Kind, dict[str, Any]] = {
    Kind.ID: {"type": "string", "format": "uuid"},
    Kind.MOMENT: {"type": "datetime", "format": "%Y-%m-%dT%H:%M:%S%z"},
    Kind.DATE: {"type": "date", "format": "%Y-%m-%d"},
    Kind.CLOCK: {"type": "time", "format": "%H:%M"},
    Kind.INTEGER: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.BOOLEAN: {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    Kind.CODE: {"type": "string"},
    Kind.CODES: {"type": "string"},
    Kind.TEXT: {"type": "string"},
}
DIALECT = {
    "delimiter": ",",
    "quoteChar": '"',
    "doubleQuote": True,
    "lineTerminator": "\r\n",
    "header": True,
    "skipInitialSpace": False,
}


def description(rows: Mapping[str, int]) -> bytes:
    """Return the description of a package whose tables have so many rows."""
    package = {
        "profile": "tabular-data-package",
        "name": "twitchlog-diary",
        "title": "A diary of muscle twitches",
        "description": "Made by twitchlog. Empty cells are not given, which is never zero or no. A text that starts "
        "like a formula, after any number of ', has one more ' in front.",
        "resources": [_resource(table, count) for table, count in rows.items()],
    }
    return json.dumps(package, ensure_ascii=False, indent=1).encode() + b"\n"


def _resource(table: str, rows: int) -> dict[str, Any]:
    return {
        "name": table,
        "path": f"{table}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "rows": rows,
        "dialect": DIALECT,
        "schema": {
            "fields": [_field(field) for field in FIELDS[table]],
            "primaryKey": FIELDS[table][0].name,
            "missingValues": [""],
        },
    }


def _field(field: Field) -> dict[str, Any]:
    described: dict[str, Any] = {"name": field.name, **TYPES[field.kind], "description": field.description}
    if field.unit:
        described["unit"] = field.unit
    if constraints := _constraints(field):
        described["constraints"] = constraints
    return described


def _constraints(field: Field) -> dict[str, Any]:
    bounds: dict[str, Any] = {"required": True} if field.required else {}
    if field.kind is Kind.ID:
        bounds["unique"] = True
    if field.low is not None:
        bounds["minimum"] = field.low
    if field.high is not None:
        bounds["maximum"] = field.high
    if field.kind is Kind.TEXT:
        bounds["maxLength"] = field.longest + 1
    if field.kind is Kind.CODE:
        bounds["enum"] = _codes(field.codes)
    if field.kind is Kind.CODES:
        code = f"({'|'.join(_codes(field.codes))})"
        bounds["pattern"] = f"{code}(;{code})*"
    return bounds


def _codes(codes: type[StrEnum] | None) -> list[str]:
    return [code.value for code in codes or ()]
