"""The gate: Great Expectations suites that let nothing bad through. No other package imports it."""
