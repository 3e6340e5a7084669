"""verl's own reward manager with our function, loaded from its file as our command names it; verl knows every option of ours."""

import asyncio
import importlib.util
import json
import os
from types import SimpleNamespace

import torch
from omegaconf import OmegaConf
from tasks import read_tasks, rewrite
from verl import DataProto
from verl.experimental.reward_loop.reward_manager.naive import NaiveRewardManager
from verl.trainer.ppo.reward import get_custom_reward_fn
from verl_config import command

OURS = OmegaConf.from_dotlist(command("model", "train.parquet", "validation.parquet")[3:])
TRAINER = importlib.util.find_spec("verl.trainer").submodule_search_locations[0]
THEIRS = OmegaConf.load(os.path.join(TRAINER, "config", "_generated_ppo_trainer.yaml"))
CONFIG = OmegaConf.create({"reward": OURS.reward})
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


def unknown(ours, theirs):
    """Options of ours that verl's configuration does not have."""
    for name, value in ours.items():
        if name not in theirs:
            yield name
        elif isinstance(value, dict):
            yield from (f"{name}.{below}" for below in unknown(value, theirs[name]))


async def main():
    missing = list(unknown(*map(OmegaConf.to_container, (OURS, THEIRS))))
    assert not missing, missing
    results = [await run(task) for task in read_tasks()[:4]]
    assert all(result["reward_extra_info"]["measured"] == 1.0 for result in results), results
    print(json.dumps({"scores": [result["reward_score"] for result in results]}))


asyncio.run(main())
