"""What a document asks of whom: recommendations, the requests of resolutions, and requests that it reports."""

from transforms.recommendations.actors import addressed
from transforms.recommendations.reading import find
from transforms.recommendations.values import Recommendation
from transforms.recommendations.voices import Speaking

__all__ = ["Recommendation", "Speaking", "addressed", "find"]
