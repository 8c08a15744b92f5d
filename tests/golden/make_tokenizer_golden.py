#!/usr/bin/env python3
"""Writes tests/golden/tokenizers/*.json: tiny tokenizers and what Hugging Face's `tokenizers` makes of texts with them.

Each file is {"tokenizer": a complete tokenizer.json, "vectors": [{"text", "ids", "decoded"}]}; "decoded" leaves special tokens out.
byte_level.json also has the "documents" that its vocabulary was learned from.
Needs: pip install tokenizers (made with 0.20.3). Everything here is deterministic.
"""
import json
from pathlib import Path

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

LINES = [
    "The cat sat on the mat because it was too tired to walk.",
    "Lily and Tom went to the park. Tom's ball rolled under the bench, and they couldn't find it.",
    "I'll say it again: we've seen that they're here, I'm sure you'd agree, isn't it?",
    "IT'S WHAT YOU'VE SAID, AND I'LL REMEMBER.",
    "In 1984 there were 12,345 cats; 67 of them had 3.14 tails.",
    "Ein Café in Zürich, naïve façade, señor, São Paulo, Łódź, Ďáblice.",
    "日本語の文章と中文字符。猫は椅子の上で眠っている。",
    "Smile 😀😀 👍🏽 and wave 👩‍💻 again 😀.",
    "def walk(n):\n    if n > 0:\n        return walk(n - 1)\n\n",
    "The  end   of    the     line.\n\n\nThe next one.\n",
]

TEXTS = [
    "", " ", "  ", "\n", "a", "The cat sat on the mat.", " The cat", "  two  spaces   three", "trailing space ", "line\n\n\nbreaks\r\n\ttab",
    "don't DON'T I'll I'LL we've WE'VE 'tis rock'n'roll it''s ' s", "1984 12,345 3.14 ٣٤٥ ½ Ⅻ x2y", "Café naïve Zürich Łódź",
    "Cafe\u0301 A\u030a \u0301alone", "日本語の文章。中文字符，猫", "😀👍🏽 👩‍💻🏳️‍🌈x😀", "שלום עולם مرحبا بالعالم", "\u0000NUL\u0000 \u007f",
    "a\u00a0b\u2003c\u3000d\u0085e\u000bf\u2028g", "\u200bzero\u200dwidth\ufeff", "<s>x</s> <unk> <|start|>y <0x41>", "▁under▁score_",
    "ﬁ ﬂ ① ｆｕｌｌ", "unseenwordwithoutanyspaces" * 4, "    return walk(n - 1)", "!?...---***", "\U0010ffff\ue000\u0378",
    "a[R]  b  [R] <mask>  x <mask> cat scat cat. cat_ cats  cat   dog", "Ǎa A\u030ca ǎa Éa",
]


def write(name, tokenizer, **extra):
    vectors = []
    for text in TEXTS:
        ids = tokenizer.encode(text).ids
        vectors.append({"text": text, "ids": ids, "decoded": tokenizer.decode(ids)})
    golden = {"tokenizer": json.loads(tokenizer.to_str()), "vectors": vectors, **extra}
    path = Path(__file__).parent / "tokenizers" / f"{name}.json"
    path.write_text(json.dumps(golden, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(path.name, path.stat().st_size, "bytes,", tokenizer.get_vocab_size(), "tokens")


def byte_level(pre_tokenizer, normalizer=None, size=420, ignore_merges=False):
    tokenizer = Tokenizer(models.BPE(ignore_merges=ignore_merges))
    if normalizer is not None:
        tokenizer.normalizer = normalizer
    tokenizer.pre_tokenizer = pre_tokenizer
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=size, min_frequency=2, special_tokens=["<|start|>"], initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
    )
    tokenizer.train_from_iterator(LINES, trainer)
    start = processors.TemplateProcessing(single="<|start|> $A", pair="<|start|> $A <|start|>:1 $B:1", special_tokens=[("<|start|>", 0)])
    tokenizer.post_processor = processors.Sequence([processors.ByteLevel(trim_offsets=False), start])
    return tokenizer


def sentencepiece(normalizer, pre_tokenizer):
    """As written for Llama 2: byte tokens in the vocabulary, spaces as "▁"."""
    control = ["<unk>", "<s>", "</s>"]
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    tokenizer.normalizer = normalizers.Replace(" ", "▁")
    tokenizer.pre_tokenizer = pre_tokenizers.Split("▁", "merged_with_next")
    trainer = trainers.BpeTrainer(
        vocab_size=430, min_frequency=2, special_tokens=control + [f"<0x{i:02X}>" for i in range(256)], show_progress=False
    )
    tokenizer.train_from_iterator([" " + line for line in LINES if line.isascii()], trainer)   # other characters fall back to bytes
    state = json.loads(tokenizer.to_str())
    state["added_tokens"] = state["added_tokens"][: len(control)]
    state["normalizer"] = state["pre_tokenizer"] = None
    tokenizer = Tokenizer.from_str(json.dumps(state))
    if normalizer is not None:
        tokenizer.normalizer = normalizer
    if pre_tokenizer is not None:
        tokenizer.pre_tokenizer = pre_tokenizer
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A", pair="<s> $A <s>:1 $B:1", special_tokens=[("<s>", 1)])
    tokenizer.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)])
    return tokenizer


LLAMA_3 = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"

write("byte_level", byte_level(pre_tokenizers.ByteLevel(add_prefix_space=False)), documents=LINES)

split = byte_level(
    pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(LLAMA_3), "isolated"), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)]),
    normalizers.NFC(), ignore_merges=True,
)
split.add_tokens([AddedToken("  ", normalized=True), AddedToken("<mask>", lstrip=True), AddedToken("cat", single_word=True), AddedToken("Ǎa")])
split.add_special_tokens([AddedToken("[R]", lstrip=True, rstrip=True, normalized=False)])
write("byte_level_split", split)

write("sentencepiece", sentencepiece(normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")]), None))
write("metaspace", sentencepiece(None, pre_tokenizers.Metaspace(prepend_scheme="first", split=False)))
