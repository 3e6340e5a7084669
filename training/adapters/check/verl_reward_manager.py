"""verl's own reward manager with our function, loaded from its file as verl's configuration names it."""

import asyncio
import json
import os
from types import SimpleNamespace

import torch
from omegaconf import OmegaConf
from tasks import read_tasks, rewrite
from verl import DataProto
from verl.experimental.reward_loop.reward_manager.naive import NaiveRewardManager
from verl.trainer.ppo.reward import get_custom_reward_fn

PATH = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "verl_reward.py")
CONFIG = OmegaConf.create({"reward": {"custom_reward_function": {"path": PATH, "name": "compute_score"}}})
CHARACTERS = SimpleNamespace(decode=lambda ids, **_: "".join(map(chr, ids.tolist())))


async def run(task):
    """Score of the first options of a posting, from the tokens of one rollout."""
    ids = torch.tensor([[ord(character) for character in rewrite(task, [1] * len(task["slots"]))]])
    data = DataProto.from_dict(
        tensors={"responses": ids, "attention_mask": torch.ones_like(ids)},
        non_tensors={
            "data_source": ["postings"],
            "reward_model": [{"ground_truth": task["posting"]}],
            "extra_info": [{"fold": "optimise"}],
        },
    )
    manager = NaiveRewardManager(CONFIG, CHARACTERS, get_custom_reward_fn(CONFIG))
    return await manager.run_single(data)


async def main():
    results = [await run(task) for task in read_tasks()[:4]]
    assert all(result["reward_extra_info"]["measured"] == 1.0 for result in results), results
    print(json.dumps({"scores": [result["reward_score"] for result in results]}))


asyncio.run(main())
