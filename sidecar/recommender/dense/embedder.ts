/** Turns texts into vectors of one length. */
export interface Embedder {
  /** Names what was measured, such as `latent-semantic 256-d`; also keys stored vectors. */
  readonly name: string;
  readonly dimensions: number;
  /** One vector a text, in order. Their lengths count when they are added: a chunk that says more weighs more. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
}
