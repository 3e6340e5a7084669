/** log(1 + exp(value)), without overflow. */
export function softplus(value: number): number {
  return value > 30 ? value : Math.log1p(Math.exp(value));
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
