"""The Monte Carlo of benches/figures/chance.rs in NumPy: python chance.py MODEL.json DRAWS THREADS SEED.

Vectorised over draws and rows in chunks that stay in the cache, with NumPy's fastest bit generator, one a thread (NumPy lets go of
the interpreter lock while it draws and computes). Loading and folding the model are not timed: rows without an uncertain cell become
one factor an income, and products with constants become factors, so that each draw costs its random numbers, one minimum and a few
dot products.
"""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

CHUNK = 256
Z95 = 1.6448536269514727


def load(path):
    with open(path, encoding="utf-8") as file:
        model = json.load(file)
    spread = np.array([p[0] for p in model["parameters"]])
    low, likely, high = (np.array([p[n] for p in model["parameters"]], dtype=float) for n in (1, 2, 3))
    minutes, income, other, times, people, of_minutes, of_people, scale = np.array(model["rows"], dtype=float).T
    income, of_minutes, of_people = income.astype(int), of_minutes.astype(int), of_people.astype(int)
    cap = float(model["cap"])
    certain = (of_minutes < 0) & (of_people < 0)
    incomes = np.unique(income)

    # Certain rows: cost = factor × income + constant, before and after.
    weight = (times * people)[certain]
    before = [np.sum((minutes[certain] * weight / 60)[income[certain] == i]) for i in incomes]
    left = np.minimum(minutes, cap) * scale
    after = [np.sum((left[certain] * weight / 60)[income[certain] == i]) for i in incomes]
    fixed = np.sum(weight * other[certain])

    # Uncertain rows: those with uncertain minutes alone, and those with uncertain people too.
    groups = []
    for chosen in ((of_minutes >= 0) & (of_people < 0), (of_minutes >= 0) & (of_people >= 0)):
        both = bool(np.any(of_people[chosen] >= 0))
        weight = times[chosen] * (1.0 if both else people[chosen])
        # One column an income, so that one product gives the work under each.
        labour = np.stack([np.where(income[chosen] == i, weight / 60, 0.0) for i in incomes], axis=1)
        groups.append({
            "minutes": of_minutes[chosen],
            "people": of_people[chosen] if both else None,
            "labour": labour,
            "labour_after": labour * scale[chosen][:, None],
            "other": weight * other[chosen],
        })
    return {
        "spread": spread, "low": low, "likely": likely, "high": high, "incomes": incomes, "cap": cap,
        "before": np.array(before), "after": np.array(after), "fixed": fixed, "groups": groups,
    }


def sampler(model):
    """Draws all parameters into the columns of a matrix, grouped by distribution."""
    spread, low, likely, high = model["spread"], model["low"], model["likely"], model["high"]
    width = high - low
    at = {name: np.flatnonzero(spread == name) for name in ("range", "triangular", "pert", "lognormal")}
    order = np.concatenate([at[name] for name in ("range", "triangular", "pert", "lognormal")])
    ends = np.cumsum([0] + [len(at[name]) for name in ("range", "triangular", "pert", "lognormal")])
    column = np.empty(len(order), dtype=int)
    column[order] = np.arange(len(order))
    r, t, p, n = (at[name] for name in ("range", "triangular", "pert", "lognormal"))
    peak = (likely[t] - low[t]) / width[t]
    share = (likely[p] - low[p]) / width[p]
    alpha, beta = 1 + 4 * share, 5 - 4 * share
    mean = (np.log(low[n]) + np.log(high[n])) / 2
    deviation = (np.log(high[n]) - np.log(low[n])) / (2 * Z95)
    root_low, root_high = np.sqrt(peak), np.sqrt(1 - peak)

    def draw(random, out):
        rows = len(out)
        u = random.random((rows, len(r)))
        np.multiply(u, width[r], out=u)
        np.add(u, low[r], out=out[:, ends[0]:ends[1]])
        u = random.random((rows, len(t)))
        left = np.sqrt(u) * root_low
        right = 1 - np.sqrt(1 - u) * root_high
        out[:, ends[1]:ends[2]] = np.where(u < peak, left, right) * width[t] + low[t]
        out[:, ends[2]:ends[3]] = random.beta(alpha, beta, size=(rows, len(p))) * width[p] + low[p]
        z = random.standard_normal((rows, len(n)))
        np.multiply(z, deviation, out=z)
        np.add(z, mean, out=z)
        np.exp(z, out=out[:, ends[3]:ends[4]])

    return column, draw


def main():
    path, draws, threads, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    model = load(path)
    column, draw = sampler(model)
    # Uncertain cells are read as slices where their columns lie side by side in order, else gathered.
    incomes = column[model["incomes"]]
    groups = [
        {**g, "minutes": column[g["minutes"]], "people": None if g["people"] is None else column[g["people"]]}
        for g in model["groups"]
    ]
    before, after = np.empty(draws), np.empty(draws)

    def work(thread, stream):
        random = np.random.Generator(np.random.SFC64(stream))
        values = np.empty((CHUNK, len(column)))
        for start in range(thread * CHUNK, draws, threads * CHUNK):
            rows = min(CHUNK, draws - start)
            draw(random, values)
            income = values[:, incomes]
            old, new = income @ model["before"] + model["fixed"], income @ model["after"] + model["fixed"]
            for g in groups:
                minutes = np.take(values, g["minutes"], axis=1)
                left = np.minimum(minutes, model["cap"])
                if g["people"] is not None:
                    people = np.take(values, g["people"], axis=1)
                    minutes *= people
                    left *= people
                    other = people @ g["other"]
                else:
                    other = g["other"].sum()
                old += ((minutes @ g["labour"]) * income).sum(axis=1) + other
                new += ((left @ g["labour_after"]) * income).sum(axis=1) + other
            before[start:start + rows], after[start:start + rows] = old[:rows], new[:rows]

    streams = np.random.SeedSequence(seed).spawn(threads)
    with ThreadPoolExecutor(threads) as pool:
        start = time.perf_counter()
        list(pool.map(work, range(threads), streams))
        seconds = time.perf_counter() - start
    saved = before - after
    print(json.dumps({
        "seconds": seconds,
        "mean": saved.mean(),
        "from": np.percentile(saved, 5),
        "to": np.percentile(saved, 95),
        "share": np.mean(saved / before) * 100,
    }))


main()
