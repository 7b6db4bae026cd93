"""A wrong call comes in; sentences for the student go out, as data in no language yet."""
