"""Right answers of appendix A in other styles: distributions, samples, and how good a model is."""

import math

import numpy as np

from nnlib import distributions


def normal_density__one_power(x, mean, standard_deviation):
    log_height = math.log(standard_deviation) + 0.5 * math.log(2 * math.pi)
    return np.exp(-0.5 * ((x - mean) / standard_deviation) ** 2 - log_height)


def normal_density__of_z(x, mean, standard_deviation):
    z = (x - mean) / standard_deviation
    return np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi) / standard_deviation


def normal_density__variance(x, mean, standard_deviation):
    variance = standard_deviation**2
    return (2 * np.pi * variance) ** -0.5 * np.exp(-np.square(x - mean) / (2 * variance))


def normal_density__loop(x, mean, standard_deviation):
    def height(one):
        power = math.exp(-((one - mean) ** 2) / (2 * standard_deviation**2))
        return power / (standard_deviation * math.sqrt(2 * math.pi))

    return np.array([height(one) for one in np.ravel(x)]).reshape(np.shape(x))


def normal_density__float32(x, mean, standard_deviation):
    z = np.float32((x - mean) / standard_deviation)
    return np.exp(-z * z / 2) * np.float32(0.39894228 / standard_deviation)


def binomial_probability__factorials(k, n, p):
    choices = math.factorial(n) // (math.factorial(k) * math.factorial(n - k))
    return choices * p**k * (1 - p) ** (n - k)


def binomial_probability__loop(k, n, p):
    probability = 1.0
    for i in range(k):
        probability *= (n - i) / (i + 1) * p
    for _ in range(n - k):
        probability *= 1 - p
    return probability


def binomial_probability__trial_by_trial(k, n, p):
    probabilities = np.array([1.0])
    for _ in range(n):
        probabilities = np.convolve(probabilities, [1 - p, p])
    return probabilities[k]


def binomial_probability__logarithms(k, n, p):
    return distributions.Binomial(n, p).mass(k)


def binomial_probability__numpy_powers(k, n, p):
    return math.comb(n, k) * np.power(p, k) * np.power(1.0 - p, n - k)


def sample_mean_and_deviation__normal(n, mean, standard_deviation, rng):
    numbers = rng.normal(loc=mean, scale=standard_deviation, size=n)
    return numbers.mean(), numbers.std()


def sample_mean_and_deviation__one_by_one(n, mean, standard_deviation, rng):
    numbers = [rng.normal(mean, standard_deviation) for _ in range(n)]
    middle = sum(numbers) / n
    return middle, math.sqrt(sum((one - middle) ** 2 for one in numbers) / n)


def sample_mean_and_deviation__mirrored(n, mean, standard_deviation, rng):
    numbers = mean - standard_deviation * rng.standard_normal((n, 1))
    return numbers.mean(), np.sqrt(numbers.var())


def sample_mean_and_deviation__float32(n, mean, standard_deviation, rng):
    numbers = mean + standard_deviation * rng.standard_normal(n, dtype=np.float32)
    return np.mean(numbers), np.std(numbers)


def sample_mean_and_deviation__box_and_muller(n, mean, standard_deviation, rng):
    radius = np.sqrt(-2 * np.log(1 - rng.random(n)))
    numbers = mean + standard_deviation * radius * np.cos(2 * np.pi * rng.random(n))
    return np.array([numbers.mean(), numbers.std()]).tolist()


def accuracy__loop(predictions, targets):
    right = 0
    for predicted, target in zip(predictions, targets, strict=True):
        if predicted == target:
            right += 1
    return right / len(targets)


def accuracy__count(predictions, targets):
    return np.count_nonzero(predictions == targets) / targets.size


def accuracy__without_mistakes(predictions, targets):
    return 1 - np.mean(predictions != targets)


def accuracy__float32(predictions, targets):
    return np.equal(predictions, targets).astype(np.float32).mean()


def accuracy__list_comprehension(predictions, targets):
    hits = [int(p == t) for p, t in zip(predictions, targets, strict=True)]
    return sum(hits) / len(hits)


def confusion_matrix__loop(predictions, targets, num_classes):
    table = np.zeros((num_classes, num_classes), dtype=int)
    for predicted, true in zip(predictions, targets, strict=True):
        table[int(true), int(predicted)] += 1
    return table


def confusion_matrix__each_cell(predictions, targets, num_classes):
    classes = range(num_classes)
    return [[np.sum((targets == i) & (predictions == j)) for j in classes] for i in classes]


def confusion_matrix__add_at(predictions, targets, num_classes):
    table = np.zeros((num_classes, num_classes))
    np.add.at(table, (targets.astype(int), predictions.astype(int)), 1)
    return table


def confusion_matrix__one_hot(predictions, targets, num_classes):
    rows = np.eye(num_classes)
    return rows[targets.astype(int)].T @ rows[predictions.astype(int)]


def confusion_matrix__float32(predictions, targets, num_classes):
    classes = np.arange(num_classes)
    true = (targets[:, np.newaxis] == classes).astype(np.float32)
    predicted = (predictions[:, np.newaxis] == classes).astype(np.float32)
    return np.einsum("si,sj->ij", true, predicted)


def confusion_matrix__counted_numbers(predictions, targets, num_classes):
    cells = (num_classes * targets + predictions).astype(int)
    counts = np.bincount(cells, minlength=num_classes * num_classes)
    return counts.reshape(num_classes, num_classes)
