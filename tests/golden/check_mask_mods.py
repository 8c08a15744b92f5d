#!/usr/bin/env python3
"""Runs the mask_mod of every entry of mask_mods.json on tensors and compares it with the mask that stands beside it.

Needs torch 2.5 or newer. Every source is evaluated on broadcast index tensors of 64 and of 32 bits, and pair by pair under vmap, as FlexAttention does;
with --kernel also create_block_mask is asked for, and the element mask it is made of.
"""
import json
import pathlib
import sys

import torch

ENTRIES = json.loads((pathlib.Path(__file__).parent / "mask_mods.json").read_text())


def mask_by_broadcast(mask_mod, n, dtype):
    index = torch.arange(n, dtype=dtype)
    return mask_mod(torch.tensor(0), torch.tensor(0), index[:, None], index[None, :]).expand(n, n)


def mask_by_vmap(mask_mod, n):
    index = torch.arange(n)
    zero = torch.tensor(0)
    over_keys = torch.vmap(mask_mod, in_dims=(None, None, None, 0))
    return torch.vmap(over_keys, in_dims=(None, None, 0, None))(zero, zero, index, index)


def mask_of_kernel(mask_mod, n):
    from torch.nn.attention.flex_attention import create_block_mask, create_mask
    create_block_mask(mask_mod, B=None, H=None, Q_LEN=n, KV_LEN=n, device="cpu")
    return create_mask(mask_mod, 1, 1, n, n, device="cpu")[0, 0]


def main():
    failures = 0
    for entry in ENTRIES:
        scope = {}
        exec(compile(entry["source"], "mask_mod", "exec"), scope)
        n = entry["tokens"]
        want = torch.tensor([[c == "1" for c in row] for row in entry["mask"]])
        found = {"int64": mask_by_broadcast(scope["mask_mod"], n, torch.int64), "int32": mask_by_broadcast(scope["mask_mod"], n, torch.int32),
                 "vmap": mask_by_vmap(scope["mask_mod"], n)}
        if "--kernel" in sys.argv:
            found["kernel"] = mask_of_kernel(scope["mask_mod"], n)
        for how, mask in found.items():
            if mask.dtype != torch.bool or not torch.equal(mask, want):
                failures += 1
                print(f"{entry['pattern']}: differs ({how})")
    print(f"{len(ENTRIES)} patterns, {failures} differ")
    return 1 if failures or not ENTRIES else 0


if __name__ == "__main__":
    sys.exit(main())
