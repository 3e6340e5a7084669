"""TRL: GRPOTrainer(model, reward_funcs=autorefine_reward, train_dataset=rows_with_columns_prompt_and_posting, ...).

The data set has a column `posting` with the original text; GRPOTrainer and RLOOTrainer hand columns on by name. On many machines:
`trl vllm-serve --model BASE` where the rollouts run, use_vllm=True and vllm_mode="server" in GRPOConfig or RLOOConfig, and
`accelerate launch` over the nodes that train.
"""

from autorefine_environment import score


def autorefine_reward(prompts, completions, posting, fold=None, **_columns):
    """One reward a completion; None where the posting cannot be measured, which TRL leaves out of the update."""
    texts = [_text(completion) for completion in completions]
    results = score(posting, texts, fold[0] if fold else "optimise")
    return [result["reward"] for result in results]


def _text(completion):
    """The answer of a plain or a conversational completion."""
    return completion if isinstance(completion, str) else completion[-1]["content"]
