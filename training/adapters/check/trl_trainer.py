"""A run of TRL's GRPOTrainer or RLOOTrainer on a tiny random Llama against the running environment, on the processor.

Its words are the wording options of each place, so that a model of this size has something to learn; rewards come over HTTP.
"""

import json
import sys
import time

import torch
from datasets import Dataset
from tasks import read_tasks, rewrite
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast, set_seed
from trl import GRPOConfig, GRPOTrainer, RLOOConfig, RLOOTrainer
from trl_reward import autorefine_reward

folder, algorithm, STEPS, SEED = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:])
PROMPTS, GROUP = 4, 8
Trainer, Config = {"grpo": (GRPOTrainer, GRPOConfig), "rloo": (RLOOTrainer, RLOOConfig)}[algorithm]
SAMPLES = 8
set_seed(SEED)
tasks = read_tasks()
most_slots = max(len(task["slots"]) for task in tasks)
options = [str(i) for i in range(max(len(slot["options"]) for task in tasks for slot in task["slots"]))]
rules = sorted({slot["rule"] for task in tasks for slot in task["slots"]})
vocabulary = {word: i for i, word in enumerate(["<pad>", "<end>", *options, *rules])}
first = vocabulary["0"]

words = Tokenizer(models.WordLevel(vocabulary, unk_token="<pad>"))
words.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
tokenizer = PreTrainedTokenizerFast(tokenizer_object=words, pad_token="<pad>", eos_token="<end>", padding_side="left")
shape = {"hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4}
model = LlamaForCausalLM(LlamaConfig(vocab_size=len(vocabulary), pad_token_id=0, eos_token_id=1, bos_token_id=1, **shape))
prompts = [" ".join(slot["rule"] for slot in task["slots"]) for task in tasks]
numbers = {prompt: task for prompt, task in zip(prompts, tasks, strict=True)}
only_options = [i for i in range(len(vocabulary)) if not first <= i < first + len(options)]


def rewards_of(prompts, ids):
    """Rewards of answers: each word is the option of one place; words that are no option keep the text."""
    texts = [
        rewrite(numbers[prompt], [token - first if 0 <= token - first < len(options) else 0 for token in answer])
        for prompt, answer in zip(prompts, ids, strict=True)
    ]
    return autorefine_reward(prompts, texts, [numbers[prompt]["posting"] for prompt in prompts])


def environment_reward(prompts, completions, completion_ids, **_columns):
    return rewards_of(prompts, completion_ids)


def mean_reward():
    """Mean reward of the model's own answers to every posting."""
    asked = tokenizer([prompt for prompt in prompts for _ in range(SAMPLES)], return_tensors="pt", padding=True)
    asked.pop("token_type_ids", None)
    with torch.no_grad():
        drawn = model.generate(**asked, do_sample=True, max_new_tokens=most_slots, suppress_tokens=only_options)
    answers = drawn[:, asked["input_ids"].shape[1] :].tolist()
    rewards = rewards_of([prompt for prompt in prompts for _ in range(SAMPLES)], answers)
    return sum(rewards) / len(rewards)


trainer = Trainer(
    model=model,
    processing_class=tokenizer,
    reward_funcs=environment_reward,
    train_dataset=Dataset.from_dict({"prompt": prompts}),
    args=Config(
        output_dir=folder,
        max_steps=STEPS,
        per_device_train_batch_size=PROMPTS * GROUP,
        num_generations=GROUP,
        max_completion_length=most_slots,
        learning_rate=3e-3,
        lr_scheduler_type="constant",
        beta=0.0,
        generation_kwargs={"suppress_tokens": only_options},
        use_cpu=True,
        bf16=False,
        gradient_checkpointing=False,
        save_strategy="no",
        report_to="none",
        disable_tqdm=True,
        logging_strategy="no",
        seed=SEED,
    ),
)
before = mean_reward()
start = time.perf_counter()
trainer.train()
seconds = time.perf_counter() - start
print(json.dumps({"before": before, "after": mean_reward(), "seconds": seconds, "steps": trainer.state.global_step}))
