"""Reference values for the closed forms in shared/fairness, from scipy, statsmodels and plain definitions.

Run: python3 -m venv .venv && .venv/bin/pip install scipy statsmodels fairlearn, then
.venv/bin/python tests/reference/fairness.py. Writes fairness-values.json beside itself; the unit tests compare to 1e-9.
"""

import json
import math
from fractions import Fraction
from math import comb
from pathlib import Path

import numpy as np
from fairlearn.metrics import MetricFrame, demographic_parity_ratio, selection_rate
from scipy import optimize, special, stats
from scipy.spatial.distance import jensenshannon
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint, proportions_ztest

# [selected of the group, people of the group, selected of the reference, people of the reference]
PAIRS = [
    [48, 80, 12, 80],
    [12, 40, 30, 60],
    [1, 10, 9, 12],
    [0, 25, 7, 30],
    [7, 30, 0, 25],
    [5, 5, 3, 9],
    [130, 1000, 181, 1000],
    [3, 200, 40, 400],
    [2100, 70000, 3300, 90000],
    [30, 30, 30, 30],
]


def midp(k1, n1, k0, n0):
    """Mid-p by exact rational enumeration: ties by equality of fractions, no rounding."""
    total, successes = n1 + n0, k1 + k0
    weights = {
        x: comb(successes, x) * comb(total - successes, n1 - x)
        for x in range(max(0, n1 - (total - successes)), min(n1, successes) + 1)
    }
    seen = weights[k1]
    less = sum(w for w in weights.values() if w < seen)
    equal = sum(w for w in weights.values() if w == seen)
    return float(Fraction(2 * less + equal, 2 * comb(total, n1)))


def koopman(k1, n1, k0, n0):
    """Limits by root finding on the score statistic with numerically fitted rates."""
    limit = stats.chi2.ppf(0.95, 1)

    def statistic(log_ratio):
        ratio = math.exp(log_ratio)
        total = n1 + n0
        a = total * ratio
        b = -(n1 * ratio + k1 + n0 + k0 * ratio)
        p0 = (-b - math.sqrt(max(0.0, b * b - 4 * a * (k1 + k0)))) / (2 * a)
        p1 = ratio * p0
        # Koopman's own form: Pearson chi-square summed over both samples; an empty variance leaves no residual.
        part = lambda k, n, p: (k - n * p) ** 2 / (n * p * (1 - p)) if 0 < p < 1 else 0.0
        return part(k1, n1, p1) + part(k0, n0, p0)

    centre = math.log((k1 / n1) / (k0 / n0)) if k1 and k0 else 0.0
    f = lambda x: statistic(x) - limit

    def edge(side):
        step = 0.1
        while f(centre + side * step) < 0:
            step *= 1.5
        inside = centre + side * 1e-9
        if f(inside) > 0:
            inside = centre - side * 8
        return math.exp(optimize.brentq(f, inside, centre + side * step, xtol=1e-15, rtol=1e-15, maxiter=500))

    return [0.0 if k1 == 0 else edge(-1), None if k0 == 0 else edge(1)]


def pair_values(k1, n1, k0, n0):
    table = [[k1, n1 - k1], [k0, n0 - k0]]
    values = {"pair": [k1, n1, k0, n0]}
    values["fisher"] = float(stats.fisher_exact(table)[1])
    values["midP"] = midp(k1, n1, k0, n0) if n1 + n0 < 5000 else None
    values["wilson"] = [float(v) for v in proportion_confint(k1, n1, method="wilson")]
    degenerate = k1 + k0 == 0 or k1 + k0 == n1 + n0
    if degenerate:
        values["z"] = None
    else:
        z, p = proportions_ztest([k1, k0], [n1, n0])
        values["z"] = [float(z), float(p)]
    values["katz"] = None
    if k1 and k0:
        result = stats.contingency.relative_risk(k1, n1, k0, n0).confidence_interval(0.95)
        values["katz"] = [float(result.low), float(result.high)]
    values["koopman"] = None if degenerate else koopman(k1, n1, k0, n0)
    return values


STRATA = [
    [[12, 40, 30, 60], [5, 20, 8, 25], [40, 90, 30, 50]],
    [[90, 100, 800, 1000], [200, 1000, 10, 100]],
    [[3, 9, 4, 7], [1, 6, 5, 11], [8, 20, 6, 9], [2, 5, 2, 4]],
]


def strata_values(strata):
    tables = [np.array([[a, n1 - a], [c, n0 - c]]) for a, n1, c, n0 in strata]
    fitted = StratifiedTable(tables)
    test = fitted.test_null_odds()
    homogeneity = fitted.test_equal_odds(adjust=True)
    low, high = fitted.oddsratio_pooled_confint()
    return {
        "strata": strata,
        "oddsRatio": float(fitted.oddsratio_pooled),
        "interval": [float(low), float(high)],
        "statistic": float(test.statistic),
        "p": float(test.pvalue),
        "breslowDay": [float(homogeneity.statistic), float(homogeneity.pvalue)],
    }


def ndkl(ranking, desired):
    total = normaliser = 0.0
    for i in range(1, len(ranking) + 1):
        shares = np.bincount(ranking[:i], minlength=len(desired)) / i
        discount = 1 / math.log2(i + 1)
        total += stats.entropy(shares, desired) * discount
        normaliser += discount
    return float(total / normaliser)


def ranking_values(ranking, desired, relevance):
    ranking = np.array(ranking)
    exposure = [1 / math.log2(1 + j) for j in range(1, len(ranking) + 1)]
    infeasible = 0
    for k in range(1, len(ranking) + 1):
        counts = np.bincount(ranking[:k], minlength=len(desired))
        infeasible += any(counts[g] < math.floor(round(desired[g] * k, 9)) for g in range(len(desired)))
    groups = range(len(desired))
    mean = lambda values, g: float(np.mean([v for v, r in zip(values, ranking) if r == g]))
    k = 5
    top = np.bincount(ranking[:k], minlength=len(desired))
    return {
        "ranking": ranking.tolist(),
        "desired": desired,
        "relevance": relevance,
        "ndkl": ndkl(ranking, desired),
        "infeasible": int(infeasible),
        "skewAt5": [float(math.log((top[g] + 1 / len(desired)) / (k + 1) / desired[g])) for g in groups],
        "exposure": [mean(exposure, g) for g in groups],
        "perRelevance": [mean(exposure, g) / mean(relevance, g) for g in groups],
    }


def power(ratio, rate, n1, n0):
    p1 = ratio * rate
    pooled = (n1 * p1 + n0 * rate) / (n1 + n0)
    null = math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n0))
    error = math.sqrt(p1 * (1 - p1) / n1 + rate * (1 - rate) / n0)
    z = stats.norm.ppf(0.975)
    d = abs(p1 - rate)
    return float(stats.norm.cdf((d - z * null) / error) + stats.norm.cdf((-d - z * null) / error))


def resamples(seed=7):
    """Person resamples by row, so that the counted form can be checked on the same draws."""
    rng = np.random.default_rng(seed)
    people = []
    for person in range(30):
        group = int(rng.integers(0, 2))
        applications = int(rng.integers(1, 4))
        people.append({"group": group, "outcomes": [int(v) for v in rng.integers(0, 2, applications)]})
    draws = []
    for _ in range(5):
        indices = rng.integers(0, 30, 30)
        rates = []
        for g in (0, 1):
            rows = [v for i in indices for v in people[i]["outcomes"] if people[i]["group"] == g]
            rates.append(sum(rows) / len(rows))
        draws.append({"indices": indices.tolist(), "ratio": rates[0] / rates[1]})
    return {"people": people, "draws": draws}


def fairlearn_values():
    rng = np.random.default_rng(3)
    groups = rng.choice(["a", "b", "c"], 300, p=[0.5, 0.3, 0.2])
    selected = (rng.random(300) < np.where(groups == "b", 0.2, 0.35)).astype(int)
    frame = MetricFrame(metrics=selection_rate, y_true=selected, y_pred=selected, sensitive_features=groups)
    return {
        "groups": groups.tolist(),
        "selected": selected.tolist(),
        "rates": {k: float(v) for k, v in frame.by_group.items()},
        "lowestRatio": float(demographic_parity_ratio(selected, selected, sensitive_features=groups)),
    }


P = [0.1, 0.2, 0.4, 0.3]
D = [0.25, 0.25, 0.3, 0.2]
POINTS = [20.0, 30.0, 45.0, 70.0]
PVALUES = [0.01, 0.04, 0.03, 0.005, 0.2, 0.04]

values = {
    "distributions": {
        "logGamma": [[x, float(special.gammaln(x))] for x in (0.1, 0.5, 1, 2.5, 17.3, 1000.5)],
        "normalTail": [[z, float(stats.norm.sf(z))] for z in (-3.0, -0.2, 0.0, 0.5, 1.96, 4.0, 8.0)],
        "normalQuantile": [[p, float(stats.norm.ppf(p))] for p in (1e-8, 0.01, 0.3, 0.5, 0.8, 0.975, 0.9999)],
        "chiSquareTail": [[x, df, float(stats.chi2.sf(x, df))] for x, df in ((0.1, 1), (3.84, 1), (7.0, 3), (60.0, 20))],
    },
    "pairs": [pair_values(*pair) for pair in PAIRS],
    "strata": [strata_values(strata) for strata in STRATA],
    "holm": [PVALUES, [float(v) for v in multipletests(PVALUES, method="holm")[1]]],
    "distances": {
        "p": P,
        "d": D,
        "positions": POINTS,
        "totalVariation": float(np.abs(np.array(P) - np.array(D)).sum() / 2),
        "wasserstein": float(stats.wasserstein_distance(POINTS, POINTS, P, D)),
        "jensenShannon": float(jensenshannon(P, D, base=2) ** 2),
    },
    "rankings": [
        ranking_values([0, 0, 1, 0, 2, 1, 0, 2, 1, 0], [0.5, 0.3, 0.2], [3, 3, 2, 2, 2, 1, 1, 1, 1, 0.5]),
        ranking_values([1, 1, 1, 1, 0, 0, 0, 0], [0.5, 0.5], [1, 1, 1, 1, 1, 1, 1, 1]),
    ],
    "power": [[*case, power(*case)] for case in ((0.8, 0.5, 100, 100), (0.8, 0.1, 300, 900), (0.8, 0.3, 40, 35))],
    "resamples": resamples(),
    "fairlearn": fairlearn_values(),
}

Path(__file__).with_name("fairness-values.json").write_text(json.dumps(values, indent=1) + "\n")
