"""verl: reward.custom_reward_function.path=training/adapters/verl_reward.py reward.custom_reward_function.name=compute_score

`ground_truth` in the parquet file is the original posting; `extra_info` may name the fold.
"""

from autorefine_environment import score


def compute_score(data_source, solution_str, ground_truth, extra_info=None):
    """Reward of one answer with its parts, which verl logs. A posting that cannot be measured earns 0 and says so."""
    fold = (extra_info or {}).get("fold", "optimise")
    [result] = score([ground_truth], [solution_str], fold)
    parts = result["parts"] or {"gap": 0.0, "relevanceLoss": 0.0, "edits": 0}
    return {
        "score": result["reward"] if result["reward"] is not None else 0.0,
        "refused": float(result["status"] == "refused"),
        "measured": float(result["status"] == "scored"),
        "gap": parts["gap"],
        "relevance_loss": parts["relevanceLoss"],
        "edits": float(parts["edits"]),
    }
