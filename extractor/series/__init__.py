"""Figures of many reports beside each other: concepts, series, observations, and what is asked of them."""
