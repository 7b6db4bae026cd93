"""A class of made-up students whose true scores are known."""
