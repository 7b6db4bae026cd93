"""A handed-in file comes in; a repaired notebook goes out, matched to the released one."""
