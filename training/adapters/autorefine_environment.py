"""Client of `autorefine environment serve`, shared by the adapters. Python's standard library alone.

Set AUTOREFINE_URL (http://127.0.0.1:47831) and AUTOREFINE_TOKEN_FILE (the file that `serve` names).
"""

import http.client
import json
import os
import time
import urllib.error
import urllib.request

TRIES = 5
BATCH = 256  # rewrites a request; the environment takes up to 512


def score(postings, rewrites, fold="optimise", seed=1, timeout=60.0):
    """Results of `rewrites`, in order: dicts with `status`, `reward` (None without data), `originalReward`, `parts`."""
    items = [{"posting": p, "rewrite": r} for p, r in zip(postings, rewrites, strict=True)]
    results = []
    for start in range(0, len(items), BATCH):
        body = {"items": items[start : start + BATCH], "fold": fold, "seed": seed, "timeout": timeout}
        results += _post("/v1/environment/score", body, timeout)["results"]
    return results


def _post(path, body, timeout):
    with open(os.environ["AUTOREFINE_TOKEN_FILE"], encoding="utf-8") as file:
        token = file.read().strip()
    request = urllib.request.Request(
        os.environ.get("AUTOREFINE_URL", "http://127.0.0.1:47831") + path,
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json", "Authorization": f"Bearer {token}"},
    )
    for attempt in range(TRIES):
        try:
            with urllib.request.urlopen(request, timeout=timeout) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            # Only "come back later" is worth another try: the same request gives the same answer.
            if error.code not in (429, 503) or attempt == TRIES - 1:
                raise RuntimeError(f"{path}: {error.code}: {error.read().decode()}") from error
            time.sleep(float(error.headers.get("Retry-After", 1)))
        except (ConnectionError, http.client.IncompleteRead):
            # The process that had it died and another takes its place.
            if attempt == TRIES - 1:
                raise
            time.sleep(1)
    raise AssertionError("unreachable")
