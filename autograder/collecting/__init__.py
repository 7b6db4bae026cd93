"""Collect what students handed in on a learning platform into the course's `submitted` folder."""
