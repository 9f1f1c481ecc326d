"""The Transformer (Vaswani et al., 2017), pre-norm, with one embedding matrix for both sides and the output.

A deep encoder and a shallow decoder: the encoder runs once a sentence, the decoder once a piece and beam.
Names of parameters are read by `training.export`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn
from torch.nn import functional
from torch.utils.checkpoint import checkpoint

from training.errors import TrainingError
from training.vocabulary import PAD

_ROWS = 16_384  # rows of the output that are held as logits at a time


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of the network; `positions` is the longest sentence in pieces that it can be run on."""

    vocabulary: int
    width: int = 512
    inner: int = 2048
    heads: int = 8
    encoder: int = 8
    decoder: int = 2
    dropout: float = 0.2
    positions: int = 512

    def __post_init__(self) -> None:
        if self.width % self.heads or self.width % 2:
            hint = "Choose --width as an even multiple of --heads"
            raise TrainingError(f"a width of {self.width} for {self.heads} heads", hint=hint)


class Attention(nn.Module):
    """Multi-head attention on normalised input; across to `memory` where there is one."""

    def __init__(self, shape: Shape, *, across: bool) -> None:
        super().__init__()
        width = shape.width
        self.heads, self.across = shape.heads, across
        self.norm = nn.LayerNorm(width)
        self.query = nn.Linear(width, width if across else 3 * width)
        self.memory = nn.Linear(width, 2 * width) if across else None
        self.output = nn.Linear(width, width)

    def forward(self, x: Any, memory: Any = None, mask: Any = None, causal: bool = False) -> Any:
        """Return what attention adds to `x` of shape (batch, length, width)."""
        parts = self.query(self.norm(x))
        if self.memory is not None:
            query, (key, value) = parts, self.memory(memory).chunk(2, -1)
        else:
            query, key, value = parts.chunk(3, -1)
        split = [part.unflatten(-1, (self.heads, -1)).transpose(1, 2) for part in (query, key, value)]
        attended = functional.scaled_dot_product_attention(*split, attn_mask=mask, is_causal=causal)
        return self.output(attended.transpose(1, 2).flatten(2))


class Feed(nn.Module):
    """The feed-forward half of a layer."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(shape.width)
        self.inner = nn.Linear(shape.width, shape.inner)
        self.outer = nn.Linear(shape.inner, shape.width)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, x: Any) -> Any:
        """Return what the layer adds to `x`."""
        return self.outer(self.dropout(functional.relu(self.inner(self.norm(x)))))


class Layer(nn.Module):
    """Self-attention, attention to the source in the decoder, feed-forward."""

    def __init__(self, shape: Shape, *, decoder: bool) -> None:
        super().__init__()
        self.own = Attention(shape, across=False)
        self.source = Attention(shape, across=True) if decoder else None
        self.feed = Feed(shape)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, x: Any, mask: Any, memory: Any = None) -> Any:
        """Return the layer's output; `mask` is True where the source is no padding."""
        decoder = self.source is not None
        x = x + self.dropout(self.own(x, mask=None if decoder else mask, causal=decoder))
        if self.source is not None:
            x = x + self.dropout(self.source(x, memory, mask))
        return x + self.dropout(self.feed(x))


class Network(nn.Module):
    """The whole: ids in, the label-smoothed loss out."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(shape.vocabulary, shape.width, padding_idx=PAD)
        self.bias = nn.Parameter(torch.zeros(shape.vocabulary))
        self.encoder = nn.ModuleList(Layer(shape, decoder=False) for _ in range(shape.encoder))
        self.decoder = nn.ModuleList(Layer(shape, decoder=True) for _ in range(shape.decoder))
        self.encoder_norm = nn.LayerNorm(shape.width)
        self.decoder_norm = nn.LayerNorm(shape.width)
        self.dropout = nn.Dropout(shape.dropout)
        self.register_buffer("places", sinusoids(shape.positions, shape.width), persistent=False)
        nn.init.normal_(self.embedding.weight, std=shape.width**-0.5)
        with torch.no_grad():
            self.embedding.weight[PAD].zero_()
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                nn.init.zeros_(module.bias)

    def forward(self, source: Any, inputs: Any, output: Any, smoothing: float = 0.1) -> tuple[Any, Any, Any]:
        """Return the smoothed loss, the negative log-likelihood (both summed, in nats) and the pieces."""
        mask = (source != PAD)[:, None, None, :]
        memory = self._embed(source)
        for layer in self.encoder:
            memory = layer(memory, mask)
        memory = self.encoder_norm(memory)
        x = self._embed(inputs)
        for layer in self.decoder:
            x = layer(x, mask, memory)
        real = output != PAD
        rows, labels = self.decoder_norm(x)[real], output[real]
        loss = nll = rows.new_zeros((), dtype=torch.float32)
        for some, those in zip(rows.split(_ROWS), labels.split(_ROWS), strict=True):
            # The logits of 50,000 pieces and 24,000 words are made again in the backward pass, not kept.
            part, likelihood = checkpoint(
                self._loss, some, those, smoothing, use_reentrant=False, preserve_rng_state=False
            )
            loss, nll = loss + part, nll + likelihood.detach()
        return loss, nll, labels.numel()

    def _embed(self, ids: Any) -> Any:
        return self.dropout(self.embedding(ids) * math.sqrt(self.shape.width) + self.places[: ids.size(1)])

    def _loss(self, rows: Any, labels: Any, smoothing: float) -> tuple[Any, Any]:
        logs = functional.linear(rows, self.embedding.weight, self.bias).float().log_softmax(-1)
        nll = -logs.gather(-1, labels[:, None]).sum()
        return (1 - smoothing) * nll - smoothing * logs.mean(-1).sum(), nll


def sinusoids(length: int, width: int) -> Any:
    """Return the position encodings, a float tensor of (length, width), sine and cosine in turn."""
    places = torch.arange(length)[:, None].float()
    rates = torch.exp(torch.arange(0, width, 2).float() * (-math.log(10_000.0) / width))
    table = torch.zeros(length, width)
    table[:, 0::2] = torch.sin(places * rates)
    table[:, 1::2] = torch.cos(places * rates)
    return table
