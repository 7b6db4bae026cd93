"""Right answers of lesson 03 in other styles: lines, circles and XOR by hand."""

import itertools

import numpy as np


def line_accuracy__loop(X, targets, weights, bias):
    right = 0
    for x, target in zip(X, targets, strict=True):
        z = sum(w * xi for w, xi in zip(weights, x, strict=True)) + bias
        right += (1 if z > 0 else 0) == target
    return right / len(X)


def line_accuracy__einsum(X, targets, weights, bias):
    answers = np.where(np.einsum("ij,j->i", X, weights) + bias > 0, 1.0, 0.0)
    return (answers == targets).mean()


def line_accuracy__one_minus_mistakes(X, targets, weights, bias):
    answers = (X @ weights + bias > 0).astype(float)
    return 1 - np.abs(answers - targets).sum() / len(targets)


def line_accuracy__heaviside(X, targets, weights, bias):
    return np.count_nonzero(np.heaviside(X @ weights + bias, 0) == targets) / X.shape[0]


def line_accuracy__float32(X, targets, weights, bias):
    return np.float32(np.mean((X @ weights + bias > 0) == (targets > 0.5)))


def line_accuracy__list_comprehension(X, targets, weights, bias):
    hits = [(np.dot(X[i], weights) + bias > 0) == bool(targets[i]) for i in range(len(X))]
    return sum(hits) / len(hits)


def best_line__product(X, targets, grid):
    best, best_right = None, -1
    for w1, w2, bias in itertools.product(grid, repeat=3):
        right = int(((X @ np.array([w1, w2]) + bias > 0) == targets).sum())
        if right > best_right:
            best, best_right = (w1, w2, bias), right
    return np.array(best[:2]), best[2], best_right


def best_line__python_max(X, targets, grid):
    def right(line):
        w1, w2, bias = line
        return sum(
            (w1 * x1 + w2 * x2 + bias > 0) == (t == 1)
            for (x1, x2), t in zip(X.tolist(), targets.tolist(), strict=True)
        )

    best = max(itertools.product(grid.tolist(), repeat=3), key=right)  # max keeps the first
    return list(best[:2]), best[2], right(best)


def best_line__all_at_once(X, targets, grid):
    w1, w2, bias = (a.ravel() for a in np.meshgrid(grid, grid, grid, indexing="ij"))
    z = np.outer(X[:, 0], w1) + np.outer(X[:, 1], w2) + bias
    right = ((z > 0) == targets[:, np.newaxis]).sum(axis=0)
    k = np.argmax(right)
    return np.stack([w1[k], w2[k]]), bias[k], right[k]


def best_line__fewest_mistakes(X, targets, grid):
    best, fewest = None, len(X) + 1
    for w1 in grid:
        for w2 in grid:
            for bias in grid:
                z = w1 * X[:, 0] + w2 * X[:, 1] + bias
                mistakes = int(np.abs((z > 0) - targets).sum())
                if mistakes < fewest:
                    best, fewest = ((w1, w2), bias), mistakes
    return best[0], best[1], len(X) - fewest


def best_line__counted_backwards(X, targets, grid):
    size, best, best_right = len(grid), None, -1
    for number in reversed(range(size**3)):
        w1, w2 = grid[number // size**2], grid[number // size % size]
        bias = grid[number % size]
        right = np.sum((X @ [w1, w2] + bias > 0) == targets)
        if right >= best_right:  # backwards, so the last of equals is the first
            best, best_right = ([w1, w2], bias), right
    return np.array(best[0]), best[1], best_right


def first_repeat__dictionary(rows):
    seen = {}
    for j, row in enumerate(rows):
        key = tuple(row.tolist())
        if key in seen:
            return seen[key], j
        seen[key] = j
    return None


def first_repeat__list_of_tuples(rows):
    seen = []
    for row in map(tuple, rows):
        if row in seen:
            return seen.index(row), len(seen)
        seen.append(row)
    return None


def first_repeat__while(rows):
    j = 1
    while j < len(rows):
        i = 0
        while i < j:
            if (rows[i] == rows[j]).all():
                return i, j
            i += 1
        j += 1
    return None


def first_repeat__allclose(rows):
    for j in range(len(rows)):
        for i in range(j):
            if np.allclose(rows[i], rows[j]):
                return (i, j)
    return None


def first_repeat__broadcast(rows):
    same = (rows[:, np.newaxis] == rows[np.newaxis]).all(axis=2)
    earlier = np.tril(same, -1)
    later = np.flatnonzero(earlier.any(axis=1))
    if len(later) == 0:
        return None
    return int(earlier[later[0]].argmax()), int(later[0])


def first_repeat__sum_of_differences(rows):
    for j in range(1, len(rows)):
        distance = np.abs(rows[:j] - rows[j]).sum(axis=1)
        if distance.min() == 0:
            return distance.argmin(), j
    return None


def first_repeat__text_keys(rows):
    seen = {}
    for j, row in enumerate(rows):
        first = seen.setdefault(str(row.tolist()), j)
        if first != j:
            return first, j
    return None


def first_repeat__generator(rows):
    pairs = ((i, j) for j in range(len(rows)) for i in range(j))
    return next(((i, j) for i, j in pairs if np.array_equal(rows[i], rows[j])), None)


def first_repeat__combinations(rows):
    pairs = [
        (j, i)
        for i, j in itertools.combinations(range(len(rows)), 2)
        if all(a == b for a, b in zip(rows[i], rows[j], strict=True))
    ]
    return min(pairs)[::-1] if pairs else None


def first_repeat__list_returned(rows):
    table = rows.tolist()
    for j in range(1, len(table)):
        if table[j] in table[:j]:
            return [table.index(table[j]), j]
    return None


def first_repeat__unique(rows):
    _, first, inverse = np.unique(rows, axis=0, return_index=True, return_inverse=True)
    first_seen = first[inverse.ravel()]
    later = np.flatnonzero(first_seen < np.arange(len(rows)))
    return (first_seen[later[0]], later[0]) if later.size else None


def first_repeat__rounded(rows):
    seen = []
    for row in np.round(rows, 6):
        here = [i for i, old in enumerate(seen) if np.array_equal(old, row)]
        if here:
            return here[0], len(seen)
        seen.append(row)
    return None


def first_repeat__recursive(rows):
    def repeat_from(j):
        if j >= len(rows):
            return None
        same = [i for i in range(j) if np.all(rows[i] == rows[j])]
        return (same[0], j) if same else repeat_from(j + 1)

    return repeat_from(0)


def first_repeat__array(rows):
    for j in range(1, len(rows)):
        for i in range(j):
            if (rows[i] == rows[j]).all():
                return np.array([i, j])
    return None
