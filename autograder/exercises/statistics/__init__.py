"""Appendix A: statistics, one module an exercise."""
