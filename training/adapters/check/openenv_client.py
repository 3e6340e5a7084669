"""OpenEnv's own client against the running environment: an episode over its WebSocket, and its HTTP models."""

import asyncio
import json
import os
import urllib.request

from openenv.core.env_server.types import EnvironmentMetadata, HealthResponse, ResetResponse, SchemaResponse, State
from openenv.core.generic_client import GenericEnvClient

TOKEN = open(os.environ["AUTOREFINE_TOKEN_FILE"], encoding="utf-8").read().strip()
URL = os.environ["AUTOREFINE_URL"]


async def episodes(count):
    """Rewards of rewrites that keep the posting. The client has no header for a token: it goes into the address."""
    rewards = []
    async with GenericEnvClient(base_url=URL.replace("://", f"://trainer:{TOKEN}@")) as env:
        for seed in range(count):
            begun = await env.reset(seed=seed, episode_id=f"episode-{seed}")
            ended = await env.step({"rewrite": begun.observation["posting"]})
            assert ended.done and begun.reward is None, ended
            State.model_validate(await env.state())
            rewards.append(ended.reward)
        try:
            await env.step({"rewrite": 3})
        except RuntimeError as error:
            assert "VALIDATION_ERROR" in str(error), error
        else:
            raise AssertionError("a wrong action was taken")
    return rewards


def fetch(path, body=None):
    """One HTTP route as JSON."""
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(URL + path, data, headers)) as response:
        return json.load(response)


HealthResponse.model_validate(fetch("/health"))
SchemaResponse.model_validate(fetch("/schema"))
EnvironmentMetadata.model_validate(fetch("/metadata"))
ResetResponse.model_validate(fetch("/reset", {"seed": 1}))
rewards = asyncio.run(episodes(3))
print(json.dumps({"episodes": len(rewards), "measured": sum(reward is not None for reward in rewards)}))
