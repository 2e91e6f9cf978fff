"""The words and their history: stored data to typed payloads and back, old shapes lifted to the newest.

>>> VOCABULARY.payload("publication-stopped.v1", {"position": 7, "reasons": ["no document"]})
PublicationStopped(position=7, reasons=('no document',))
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from warehouse.errors import EventMalformed, UnknownEventType
from warehouse.events.payloads import PAYLOADS, Payload
from warehouse.events.spelling import Data, canonical


@dataclass(frozen=True, slots=True)
class Upcast:
    """One step from an old shape: the type it becomes, and the change of its data."""

    to: str
    change: Callable[[Data], Data]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The newest shapes by type, and the steps that lift old ones to them.

    A new version of a shape is added by changing its class and its `type`, and entering the old type in
    `UPCASTS` with the step to the new one. Steps compose: v1 → v2 → v3.
    """

    shapes: Mapping[str, type[Any]]
    upcasts: Mapping[str, Upcast]

    def upcast(self, type_: str, data: Data) -> tuple[str, Data]:
        """The newest type and data of what was stored; UnknownEventType where there is no way there."""
        seen = type_
        while type_ not in self.shapes:
            step = self.upcasts.get(type_)
            if step is None:
                raise UnknownEventType(
                    f"event type {seen!r} is unknown here (known: {', '.join(sorted(self.shapes))}). A newer "
                    "version of unfold wrote it: update unfold. If the type is your own, enter it in "
                    "warehouse/events/ with its shape or an upcast."
                )
            type_, data = step.to, step.change(data)
        return type_, data

    def payload(self, type_: str, data: Data) -> Any:  # noqa: ANN401  # a vocabulary may hold any shape
        """The typed value of data of the newest shape; EventMalformed names the fields that are not right."""
        shape = self.shapes.get(type_)
        if shape is None:
            raise UnknownEventType(
                f"event type {type_!r} cannot be recorded; known are {', '.join(sorted(self.shapes))}. "
                "Only the newest version of a shape is written."
            )
        try:
            return _adapter(shape).validate_json(canonical(data))
        except ValidationError as error:
            wrong = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'data'}: {e['msg']}" for e in error.errors())
            raise EventMalformed(
                f"{type_}: {wrong}. Give the fields that {shape.__name__} declares."
            ) from error


def _unlooked(data: Data) -> Data:
    """Before the second version nobody looked at what was fetched, and no server was asked."""
    return {**data, "printed_symbols": [], "printed_language": None, "reason": None, "attempts": []}


def _unweighed(data: Data) -> Data:
    """Before the second version a gate passed a row or did not, and the file fetched last was the document's."""
    return {**data, "warnings": [], "media_type": None, "is_ocr": None, "character_count": None}


UPCASTS: Mapping[str, Upcast] = MappingProxyType(
    {
        "source-fetched.v1": Upcast("source-fetched.v2", _unlooked),
        "document-accepted.v1": Upcast("document-accepted.v2", _unweighed),
    }
)
"""Old type → the step that lifts it."""

VOCABULARY = Vocabulary(MappingProxyType({shape.type: shape for shape in PAYLOADS}), UPCASTS)


def upcast(type_: str, data: Data) -> tuple[str, Data]:
    """The newest type and data of what was stored, by the vocabulary of this version."""
    return VOCABULARY.upcast(type_, data)


def data_of(payload: Payload) -> Data:
    """A typed payload as the JSON object that is stored."""
    data: Data = _adapter(type(payload)).dump_python(payload, mode="json")
    return data


def _adapter(shape: type[Any]) -> TypeAdapter[Any]:
    if shape not in _ADAPTERS:
        _ADAPTERS[shape] = TypeAdapter(shape)
    return _ADAPTERS[shape]


_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}
