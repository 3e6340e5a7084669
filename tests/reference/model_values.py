"""What transformers and PEFT say of a model file: the reference of `npm run bench:model`.

Reads one JSON object from standard input and writes one to standard output.
  {"ask": "log-probabilities", "model": FILE.gguf, "texts": [[token, ...], ...], "adapter": FOLDER?}
      -> {"values": [[log-probability of each token after the first], ...]}
  {"ask": "tokens", "model": FILE.gguf, "texts": [string, ...]} -> {"values": [[token, ...], ...]}
  {"ask": "steps", "model": FILE.gguf, "tokens": N, "steps": N, "rank": R, "alpha": A}
      -> {"times": [milliseconds, ...], "processor": milliseconds a step, "peak": GB}
Needs torch, transformers, gguf and, for adapters and steps, peft.
"""

import json
import os
import resource
import sys
import time

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

torch.set_num_threads(2)
request = json.load(sys.stdin)
folder, name = os.path.split(os.path.abspath(request["model"]))


def load():
    return AutoModelForCausalLM.from_pretrained(folder, gguf_file=name, dtype=torch.float32)


def log_probabilities():
    model = load()
    if request.get("adapter"):
        from peft import PeftModel

        model = PeftModel.from_pretrained(model, request["adapter"])
    model.eval()
    values = []
    with torch.no_grad():
        for tokens in request["texts"]:
            ids = torch.tensor([tokens])
            logits = model(input_ids=ids).logits[0, :-1].log_softmax(-1)
            values.append(logits.gather(1, ids[0, 1:, None])[:, 0].tolist())
    return {"values": values}


def tokens():
    from gguf import GGUFReader
    from tokenizers import pre_tokenizers

    tokenizer = AutoTokenizer.from_pretrained(folder, gguf_file=name)
    splitting = GGUFReader(request["model"]).get_field("tokenizer.ggml.pre")
    if splitting is not None and splitting.contents() == "smollm":
        # transformers overlooks how a model file says that text is split; SmolLM2's own tokenizer sets digits apart.
        tokenizer.backend_tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
            [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
        )
    return {"values": [tokenizer.encode(text, add_special_tokens=False) for text in request["texts"]]}


def steps():
    from peft import LoraConfig, get_peft_model

    model = get_peft_model(
        load(),
        LoraConfig(r=request["rank"], lora_alpha=request["alpha"], target_modules=["q_proj", "v_proj"]),
    )
    model.train()
    trained = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=1e-4)
    torch.manual_seed(2)
    ids = torch.randint(0, model.config.vocab_size, (1, request["tokens"] + 1))
    times = []
    used = 0.0
    for step in range(request["steps"] + 1):
        start = time.perf_counter()
        model(input_ids=ids, labels=ids).loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        optimiser.zero_grad()
        # The first step also lays out memory.
        if step > 0:
            times.append(1000 * (time.perf_counter() - start))
        else:
            used = time.process_time()
    return {
        "times": times,
        "processor": 1000 * (time.process_time() - used) / request["steps"],
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9,
    }


answers = {"log-probabilities": log_probabilities, "tokens": tokens, "steps": steps}
json.dump(answers[request["ask"]](), sys.stdout)
