/**
 * A WebAssembly kernel, emitted here byte by byte because it is thirty instructions and a build step would be more: the
 * inner products of four rows with two queries. Every product adds its terms in the same order whatever stands beside
 * it, so that a query scored alone and among others gets the same bits.
 */

/** Rows and queries of one tile. */
export const tileRows = 4;
export const tileQueries = 2;
/** Floats of one unrolled step; rows are padded with zeros to a multiple of it. */
export const stepFloats = 16;

/**
 * Computes one tile. All arguments are byte offsets into the memory.
 * @param row first of four rows, one after another.
 * @param stride bytes of a row and of a query, a positive multiple of 64.
 * @param query first of two queries, one after another.
 * @param out where the four products of the first query go; the second's follow at `out + outStride`.
 */
export type Tile = (row: number, stride: number, query: number, out: number, outStride: number) => void;

const i32 = 0x7f;
const v128 = 0x7b;
const simd = 0xfd;

const unsigned = (value: number): number[] =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
const section = (id: number, body: readonly number[]) => [id, ...unsigned(body.length), ...body];
const get = (local: number) => [0x20, ...unsigned(local)];
const set = (local: number) => [0x21, ...unsigned(local)];
const load = (pointer: number, offset: number) => [...get(pointer), simd, 0x00, 4, ...unsigned(offset)];
const addPointers = (target: number, a: number, b: number) => [...get(a), ...get(b), 0x6a, ...set(target)];
const advance = (pointer: number, bytes: number) => [
  ...get(pointer),
  0x41,
  ...signed(bytes),
  0x6a,
  ...set(pointer),
];

function signed(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}

const [row, stride, query, out, outStride] = [0, 1, 2, 3, 4] as const;
const end = 5;
const rows = [row, 6, 7, 8] as const;
const queries = [query, 9] as const;
const sums = [
  [10, 11, 12, 13],
  [14, 15, 16, 17],
] as const;
const held = [18, 19, 20, 21] as const;
const factor = 22;
const stepBytes = 4 * stepFloats;

/** `sum += a * b` lane by lane, for one vector of four floats of each row and query. */
function multiplyAdd(offset: number): number[] {
  return [
    ...rows.flatMap((pointer, r) => [...load(pointer, offset), ...set(held[r] ?? 0)]),
    ...queries.flatMap((pointer, q) => [
      ...load(pointer, offset),
      ...set(factor),
      ...(sums[q] ?? []).flatMap((sum, r) => [
        ...get(sum),
        ...get(held[r] ?? 0),
        ...get(factor),
        ...[simd, 0xe6, 0x01],
        ...[simd, 0xe4, 0x01],
        ...set(sum),
      ]),
    ]),
  ];
}

/** Adds the four lanes of a sum and stores the result. */
function store(sum: number, offset: number): number[] {
  const lane = (index: number) => [...get(sum), simd, 0x1f, index];
  const total = [...lane(0), ...lane(1), 0x92, ...lane(2), 0x92, ...lane(3), 0x92];
  return [...get(out), ...total, 0x38, 2, ...unsigned(offset)];
}

function kernelBytes(): Uint8Array<ArrayBuffer> {
  const body = [
    ...[2, 5, i32, 13, v128],
    ...addPointers(end, row, stride),
    ...addPointers(rows[1], rows[0], stride),
    ...addPointers(rows[2], rows[1], stride),
    ...addPointers(rows[3], rows[2], stride),
    ...addPointers(queries[1], queries[0], stride),
    ...[0x03, 0x40],
    ...[0, 16, 32, 48].flatMap(multiplyAdd),
    ...[...rows, ...queries].flatMap((pointer) => advance(pointer, stepBytes)),
    ...[...get(row), ...get(end), 0x49, 0x0d, 0],
    0x0b,
    ...sums[0].flatMap((sum, r) => store(sum, 4 * r)),
    ...addPointers(out, out, outStride),
    ...sums[1].flatMap((sum, r) => store(sum, 4 * r)),
    0x0b,
  ];
  const name = (text: string) => [text.length, ...new TextEncoder().encode(text)];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 5, i32, i32, i32, i32, i32, 0]),
    ...section(2, [1, ...name('env'), ...name('memory'), 0x02, 0x00, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name('tile'), 0x00, 0]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ]);
}

let compiled: WebAssembly.Module | undefined;

/** The kernel over a memory. Compiled once. */
export function createTile(memory: WebAssembly.Memory): Tile {
  compiled ??= new WebAssembly.Module(kernelBytes());
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  return exports.tile as Tile;
}
