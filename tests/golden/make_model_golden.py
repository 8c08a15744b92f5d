#!/usr/bin/env python3
"""Golden values from the reference implementation: of tiny random models, and of the built-in models.

Needs torch, transformers 4.46 and safetensors.

    make_model_golden.py             writes tests/golden/models/NAME/ (config.json, model.safetensors, golden.json) and, for each model in
                                     resources/models, tests/golden/built_in/NAME.json
    make_model_golden.py --check DIR [IDS]   opens a folder that this program wrote and prints the logits of the last row
"""
import argparse
import json
import pathlib
import shutil

import torch
from transformers import (AutoModelForCausalLM, GPTNeoXConfig, GPTNeoXForCausalLM, LlamaConfig, LlamaForCausalLM,
                          PreTrainedTokenizerFast)

MODELS = pathlib.Path(__file__).parent / "models"
BUILT_IN = pathlib.Path(__file__).parent / "built_in"
RESOURCES = pathlib.Path(__file__).parents[2] / "resources" / "models"
TEXT = "Lily gave Tom a red ball because he was sad. Tom said, \"Thank you, Lily!\" Then Tom gave"
PROMPT = [1, 5, 9, 5, 9, 17, 3, 11, 2, 5, 9, 30]
DECIMALS = 7


def configurations():
    neox = dict(vocab_size=41, hidden_size=24, num_hidden_layers=2, num_attention_heads=3, intermediate_size=40,
                max_position_embeddings=64, bos_token_id=0, eos_token_id=None)
    llama = dict(vocab_size=37, hidden_size=24, num_hidden_layers=2, intermediate_size=36, max_position_embeddings=64,
                 bos_token_id=1, eos_token_id=None)
    return {
        "neox-sequential": (GPTNeoXForCausalLM, GPTNeoXConfig(**neox, rotary_pct=1.0, use_parallel_residual=False)),
        "neox-parallel": (GPTNeoXForCausalLM, GPTNeoXConfig(**{**neox, "hidden_size": 32, "num_attention_heads": 2}, rotary_pct=0.25,
                                                             use_parallel_residual=True, hidden_act="gelu_new")),
        "llama-grouped": (LlamaForCausalLM, LlamaConfig(**llama, num_attention_heads=4, num_key_value_heads=2, rms_norm_eps=1e-5,
                                                        attention_bias=True, mlp_bias=True)),
        "llama-tied": (LlamaForCausalLM, LlamaConfig(**llama, num_attention_heads=3, num_key_value_heads=1, head_dim=10,
                                                     rope_theta=500.0, tie_word_embeddings=True)),
    }


def randomise(model, seed):
    """Weights far from their initial values: attention is peaked, gains and biases matter."""
    torch.manual_seed(seed)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            is_gain = "norm" in name and name.endswith("weight")
            parameter.copy_((1.0 if is_gain else 0.0) + 0.3 * torch.randn_like(parameter))


def rounded(tensor):
    return json.loads(json.dumps(tensor.double().tolist()), parse_float=lambda text: round(float(text), DECIMALS))


def evaluated(model, ids):
    """The run over the ids in double precision, and the 20 ids that follow greedily."""
    with torch.no_grad():
        run = model.double()(torch.tensor([ids]), output_attentions=True)
        greedy = list(ids)
        for _ in range(20):
            greedy.append(int(model(torch.tensor([greedy])).logits[0, -1].argmax()))
    return run, greedy[len(ids):]


def golden(model):
    run, greedy = evaluated(model, PROMPT)
    return {
        "ids": PROMPT,
        "logits": rounded(run.logits[0]),
        "attentions": [rounded(layer[0]) for layer in run.attentions],
        "greedy": greedy,
    }


def built_in_golden(folder):
    """Small for a real model: the last row of every head, and the whole matrix of the first head and the last."""
    # The class for any tokenizer.json: that of GPT-NeoX puts its own post-processor in place of the file's and drops the start token.
    ids = PreTrainedTokenizerFast(tokenizer_file=str(folder / "tokenizer.json"))(TEXT).input_ids
    run, greedy = evaluated(AutoModelForCausalLM.from_pretrained(folder, torch_dtype=torch.float64, attn_implementation="eager").eval(), ids)
    return {
        "text": TEXT,
        "ids": ids,
        "logits_last": rounded(run.logits[0, -1]),
        "last_rows": [rounded(layer[0, :, -1]) for layer in run.attentions],
        "first_head": rounded(run.attentions[0][0, 0]),
        "last_head": rounded(run.attentions[-1][0, -1]),
        "greedy": greedy,
    }


def write(path, values):
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(values, separators=(",", ":")) + "\n")


def make_built_in():
    for folder in sorted(path.parent for path in RESOURCES.glob("*/config.json")):
        write(BUILT_IN / f"{folder.name}.json", built_in_golden(folder))
        print(folder.name)


def make_models():
    shutil.rmtree(MODELS, ignore_errors=True)
    for seed, (name, (kind, config)) in enumerate(configurations().items()):
        config._attn_implementation = "eager"
        model = kind(config).eval()
        randomise(model, seed)
        model.save_pretrained(MODELS / name, safe_serialization=True)
        (MODELS / name / "generation_config.json").unlink(missing_ok=True)
        write(MODELS / name / "golden.json", golden(model))
        print(name, sum(p.numel() for p in model.parameters()), "parameters")


def check(folder, ids):
    model = AutoModelForCausalLM.from_pretrained(folder, torch_dtype=torch.float32).eval()
    with torch.no_grad():
        print(" ".join(f"{value:.6f}" for value in model(torch.tensor([ids])).logits[0, -1]))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", metavar="DIR")
    parser.add_argument("ids", nargs="?", default=",".join(map(str, PROMPT)))
    arguments = parser.parse_args()
    if arguments.check:
        check(arguments.check, [int(i) for i in arguments.ids.split(",")])
    else:
        make_models()
        make_built_in()
