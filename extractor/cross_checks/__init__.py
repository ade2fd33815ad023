"""Checks across the reports of an archive: one document cited in two ways, one figure told twice."""
