"""The results of grading come in; nbgrader's gradebook and each student's totals go out.

`result` is what one submission earned, kept by `result_files`; `ledger` takes each result as it
comes and writes the gradebook by `record_results`, where `lessons` and `people` of the course are
entered; `late` decides what being late costs; and `totals` adds up what the gradebook holds, points
given by hand included. `nbgrader` alone knows that package.
"""
