"""Computes reference-cases.json, by which reference-cases.spec.ts holds the statistics here against others.

Run: pip install scipy==1.17.1 pymannkendall==1.4.3 statsmodels==0.15.0; python reference-cases.py > reference-cases.json

Nothing of this project is used. The exact p with ties counts every distinct order of the figures (all permutations up
to 7, beyond by going through how many of each value are placed), with Fractions. The limits of the slope are found by
asking Kendall's exact test between every two neighbouring slopes which of them it would not reject.
"""

import itertools
import json
import random
import sys
from collections import Counter
from fractions import Fraction
from functools import lru_cache
from importlib.metadata import version
from math import factorial

import numpy
import pymannkendall
from scipy import stats
from statsmodels.stats.rates import test_poisson_2indep

random.seed(20081)


def score(values):
    return sum((b > a) - (b < a) for a, b in itertools.combinations(values, 2))


def by_permutations(values):
    return Counter(score(order) for order in itertools.permutations(values))


def by_placing(values):
    """How many distinct orders of the multiset have each S."""
    levels = sorted(set(values))
    sizes = tuple(values.count(level) for level in levels)

    @lru_cache(None)
    def count(placed):
        if placed == sizes:
            return {0: 1}
        total = Counter()
        for level, (have, size) in enumerate(zip(placed, sizes)):
            if have == size:
                continue
            gain = sum(placed[:level]) - sum(placed[level + 1 :])
            after = placed[:level] + (have + 1,) + placed[level + 1 :]
            for s, ways in count(after).items():
                total[s + gain] += ways
        return dict(total)

    return Counter(count((0,) * len(levels)))


def exact_p(values):
    orders = by_permutations(values) if len(values) <= 7 else by_placing(values)
    s = abs(score(values))
    return Fraction(sum(n for x, n in orders.items() if abs(x) >= s), sum(orders.values()))


def mann_kendall(n, top):
    values = [random.randint(0, top) for _ in range(n)]
    tau = stats.kendalltau(range(n), values).statistic
    p = exact_p(values)
    if len(set(values)) == n:
        assert abs(stats.kendalltau(range(n), values, method="exact").pvalue - float(p)) < 1e-12
    return {
        "values": values,
        "s": score(values),
        "tau": None if numpy.isnan(tau) else tau,
        "p": float(p),
    }


def approximate(n, top):
    values = [random.randint(0, top) + i // 8 for i in range(n)]
    found = pymannkendall.original_test(values)
    return {"values": values, "s": int(found.s), "p": found.p}


def accepted(years, values, slope):
    residuals = [y - slope * x for x, y in zip(years, values)]
    return stats.kendalltau(years, residuals, method="exact").pvalue > 0.05


def theil_sen(n, top):
    years = sorted(random.sample(range(1990, 1990 + n + 5), n))
    values = [random.randint(0, top) for _ in range(n)]
    # Distinct up to rounding: thirds and their multiples are not equal as floats.
    slopes = sorted(
        {Fraction(values[j] - values[i], years[j] - years[i]) for i, j in itertools.combinations(range(n), 2)}
    )
    gaps = [slopes[0] - 1, *((a + b) / 2 for a, b in zip(slopes, slopes[1:])), slopes[-1] + 1]
    kept = [i for i, gap in enumerate(gaps) if accepted(years, values, float(gap))]
    return {
        "years": years,
        "values": values,
        "slope": stats.theilslopes(values, years).slope,
        "low": None if kept[0] == 0 else float(slopes[kept[0] - 1]),
        "high": None if kept[-1] == len(slopes) else float(slopes[kept[-1]]),
    }


def poisson(top):
    a, b = random.randint(0, top), random.randint(1, top)
    p = stats.binomtest(a, a + b, 0.5).pvalue
    if a > 0:
        other = test_poisson_2indep(a, 1, b, 1, method="exact-cond").pvalue
        assert abs(other - p) < 1e-9, (a, b, other, p)
    return {"first": a, "second": b, "p": p}


many = int(sys.argv[1]) if len(sys.argv) > 1 else 1
json.dump(
    {
        "computedBy": {
            "python": sys.version.split()[0],
            **{name: version(name) for name in ("scipy", "pymannkendall", "statsmodels")},
        },
        "mannKendall": [
            mann_kendall(n, top) for n in range(4, 13) for top in (1, 3, 8, 400) for _ in range(many)
        ],
        "approximate": [approximate(n, top) for n in (12, 19, 40, 61, 80) for top in (3, 300) for _ in range(many)],
        "theilSen": [theil_sen(n, top) for n in range(4, 13) for top in (6, 500) for _ in range(2 * many)],
        "poisson": [poisson(top) for top in (5, 20, 99, 5000) for _ in range(8 * many)],
    },
    sys.stdout,
    indent=1,
)
print()
