"""Questions that are put to an archive: who cites what, what its tables mean, and free SQL."""
