"""What is named in the five languages other than English, each by the way it writes."""
