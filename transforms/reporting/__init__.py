"""Requests to report, and reports that answer them."""

from transforms.reporting.bases import bases
from transforms.reporting.requests import requested
from transforms.reporting.values import Basis, Own, Request, own_of

__all__ = ["Basis", "Own", "Request", "bases", "own_of", "requested"]
