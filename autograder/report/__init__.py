"""The class report: what the class got wrong and believes, on one page."""
