"""OpenRLHF: python training/adapters/openrlhf_config.py BASE_MODEL DATA.jsonl [GPUS_A_NODE [NODES]] | sh

Prints the command; OpenRLHF asks /get_reward itself, so there is nothing else to write. Each line of DATA has `prompt` and
`label`, the label being the text of {"posting": ..., "fold": "optimise"}. With more nodes start Ray on each of them first.
The names of the options are those of OpenRLHF 0.10.2 and later.
"""

import os
import shlex
import sys
from urllib.parse import quote


def command(model, data, gpus=1, nodes=1):
    """The words of the command: RLOO, LoRA, vLLM rollouts, rewards from the environment."""
    with open(os.environ["AUTOREFINE_TOKEN_FILE"], encoding="utf-8") as file:
        token = quote(file.read().strip(), safe="")
    scheme, address = os.environ.get("AUTOREFINE_URL", "http://127.0.0.1:47831").split("://", 1)
    options = {
        "actor.model_name_or_path": model,
        "data.prompt_dataset": data,
        "data.input_key": "prompt",
        "data.label_key": "label",
        # OpenRLHF sends no header of ours; the token is the password of the address.
        "reward.remote_url": f"{scheme}://trainer:{token}@{address}/get_reward",
        "algo.advantage.estimator": "rloo",
        "algo.kl.init_coef": 0.01,
        "rollout.n_samples_per_prompt": 8,
        "ds.lora.rank": 16,
        "actor.num_nodes": nodes,
        "actor.num_gpus_per_node": gpus,
        "ref.num_nodes": nodes,
        "ref.num_gpus_per_node": gpus,
        "vllm.num_engines": gpus * nodes,
        "vllm.tensor_parallel_size": 1,
        "ckpt.output_dir": "checkpoints/autorefine",
    }
    flags = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    switches = ["--data.apply_chat_template", "--train.colocate_all", "--vllm.enable_sleep", "--ds.enable_sleep"]
    return ["python", "-m", "openrlhf.cli.train_ppo_ray", *flags, *switches]


if __name__ == "__main__":
    model, data, *size = sys.argv[1:]
    print(shlex.join(command(model, data, *map(int, size))))
