"""Makes gguf-values.json: stored blocks and their values by the `gguf` package (pip install gguf numpy).

Run from this folder: python gguf_values.py > gguf-values.json
"""

import base64
import json

import gguf
import numpy as np

random = np.random.default_rng(20260101)
half_scale_offsets = {
    "Q8_0": [0],
    "Q4_0": [0],
    "Q4_1": [0, 2],
    "Q4_K": [0, 2],
    "Q5_K": [0, 2],
    "Q6_K": [208],
    "Q5_0": [0],
    "Q5_1": [0, 2],
}


def encode(array):
    return base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()


def stored(name, blocks):
    """Random blocks whose half-precision scales are finite and of a usual size."""
    block_weights, block_bytes = gguf.GGML_QUANT_SIZES[gguf.GGMLQuantizationType[name]]
    data = random.integers(0, 256, size=(blocks, block_bytes), dtype=np.uint8)
    for offset in half_scale_offsets.get(name, []):
        scales = random.uniform(-0.1, 0.1, size=(blocks, 1)).astype("<f2")
        data[:, offset : offset + 2] = scales.view(np.uint8)
    if name in ("F32", "F16", "BF16"):
        values = random.normal(size=blocks).astype("<f4")
        data = {
            "F32": values,
            "F16": values.astype("<f2"),
            "BF16": (values.view("<u4") >> 16).astype("<u2"),
        }[name].view(np.uint8)
    return data.reshape(-1)


result = {"dequantised": {}, "quantised": {}}
for name in ["F32", "F16", "BF16", "Q8_0", "Q4_0", "Q4_1", "Q4_K", "Q5_K", "Q6_K", "Q5_0", "Q5_1"]:
    data = stored(name, 64 if name in ("F32", "F16", "BF16") else 3)
    values = gguf.quants.dequantize(data, gguf.GGMLQuantizationType[name]).astype("<f4")
    result["dequantised"][name] = {"bytes": encode(data), "values": encode(values)}

weights = np.concatenate([random.normal(scale=0.05, size=256), np.zeros(32), [1e-7] * 32]).astype("<f4")
for name in ["F16", "Q8_0", "Q4_0"]:
    data = gguf.quants.quantize(weights, gguf.GGMLQuantizationType[name])
    result["quantised"][name] = {"weights": encode(weights), "bytes": encode(data.view(np.uint8))}

print(json.dumps(result, indent=1))
