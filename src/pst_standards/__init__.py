"""Service standards, maklumat and compensation of Indonesian public offices as one definition."""
