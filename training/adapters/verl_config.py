"""verl: python training/adapters/verl_config.py BASE_MODEL TRAIN.parquet VAL.parquet [GPUS_A_NODE [NODES]] | sh

Prints the command: GRPO, LoRA, vLLM rollouts, rewards from the environment. The files have the columns that verl_reward.py names.
With more nodes start Ray on each of them first, and set AUTOREFINE_URL and AUTOREFINE_TOKEN_FILE there. Options of verl 0.9.
"""

import os
import shlex
import sys

REWARD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "verl_reward.py")


def command(model, train, validation, gpus=1, nodes=1):
    """The words of the command, for one machine or for Ray on many."""
    options = {
        "algorithm.adv_estimator": "grpo",
        "data.train_files": train,
        "data.val_files": validation,
        "data.train_batch_size": 64 * gpus * nodes,
        "data.max_prompt_length": 2048,
        "data.max_response_length": 2048,
        "actor_rollout_ref.model.path": model,
        "actor_rollout_ref.model.lora_rank": 16,
        "actor_rollout_ref.actor.optim.lr": 1e-5,
        "actor_rollout_ref.actor.ppo_mini_batch_size": 32 * gpus * nodes,
        "actor_rollout_ref.actor.use_dynamic_bsz": True,
        "actor_rollout_ref.actor.use_kl_loss": True,
        "actor_rollout_ref.actor.kl_loss_coef": 0.01,
        "actor_rollout_ref.rollout.name": "vllm",
        "actor_rollout_ref.rollout.n": 8,
        "actor_rollout_ref.rollout.tensor_model_parallel_size": 1,
        # LoRA weights reach vLLM only from a base that was really loaded.
        "actor_rollout_ref.rollout.load_format": "safetensors",
        "reward.custom_reward_function.path": REWARD,
        "reward.custom_reward_function.name": "compute_score",
        "trainer.n_gpus_per_node": gpus,
        "trainer.nnodes": nodes,
        "trainer.logger": "[console]",
        "trainer.default_local_dir": "checkpoints/autorefine",
    }
    return ["python", "-m", "verl.trainer.main_ppo", *(f"{name}={value}" for name, value in options.items())]


if __name__ == "__main__":
    model, train, validation, *size = sys.argv[1:]
    print(shlex.join(command(model, train, validation, *map(int, size))))
