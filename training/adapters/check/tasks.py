"""Tasks of the checks: postings with the places where wording may change, as the file AUTOREFINE_TASKS lists them."""

import json
import os


def read_tasks():
    """Dicts with `posting` and `slots`; a slot has `rule` and `options`, each a list of edits {start, end, after}."""
    with open(os.environ["AUTOREFINE_TASKS"], encoding="utf-8") as file:
        return json.load(file)


def rewrite(task, choice):
    """The posting with one option taken in each slot; option 0 keeps the text, and a choice wraps around."""
    edits = []
    for slot, number in zip(task["slots"], choice):
        edits += slot["options"][number % len(slot["options"])]
    text = task["posting"]
    for edit in sorted(edits, key=lambda one: one["start"], reverse=True):
        text = text[: edit["start"]] + edit["after"] + text[edit["end"] :]
    return text
