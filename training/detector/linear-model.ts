/** A linear model over hashed features, before its weights are rounded. */
export interface LinearModel {
  /** By bucket. */
  readonly weights: Float64Array;
  readonly bias: number;
}
