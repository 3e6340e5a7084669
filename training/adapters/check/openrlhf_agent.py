"""OpenRLHF's own rollout worker asks the environment for rewards, and its command line knows every option of ours."""

import asyncio
import importlib.util
import json
import re
from types import SimpleNamespace

import torch
from openrlhf.utils.agent import SingleTurnAgentExecutor
from openrlhf_config import command
from tasks import read_tasks, rewrite

PROMPT = "Rewrite this posting.\n"


class Characters:
    """A tokenizer of one token a character."""

    def __call__(self, text, **_):
        return {"input_ids": torch.tensor([[ord(character) for character in text]])}

    def decode(self, ids, **_):
        return "".join(map(chr, ids))


def engine(answer):
    """A language-model engine that always gives this answer."""
    output = SimpleNamespace(token_ids=[ord(c) for c in answer], finish_reason="stop", logprobs=None)

    async def generate(*_, **__):
        return SimpleNamespace(outputs=[output])

    return SimpleNamespace(generate=generate)


async def main():
    words = command("model", "data.jsonl")
    source = importlib.util.find_spec("openrlhf.cli.train_ppo_ray").origin
    known = set(re.findall(r'"(--[\w.]+)"', open(source, encoding="utf-8").read()))
    unknown = [word for word in words if word.startswith("--") and word not in known]
    assert not unknown, unknown
    executor = SingleTurnAgentExecutor(words[words.index("--reward.remote_url") + 1])
    sampling = SimpleNamespace(max_tokens=100_000, logprobs=None)
    rewards = []
    for task in read_tasks()[:4]:
        answer = engine(rewrite(task, [1] * len(task["slots"])))
        label = json.dumps({"posting": task["posting"]})
        result = await executor.execute(PROMPT, label, sampling, 200_000, Characters(), answer)
        assert result["extra_logs"]["measured"] == [1], result["extra_logs"]
        rewards += result["reward"]
    print(json.dumps({"options": len(known & set(words)), "rewards": rewards}))


asyncio.run(main())
