import { tokenise } from './tokens.ts';

/** What tells people apart: the identifier of the source, and the text. */
export interface PersonText {
  readonly id: string;
  readonly text: string;
}

/** Words a shingle; two resumes of one person share long runs, two people of one trade only short ones. */
const shingleWords = 5;
const bands = 16;
const rowsPerBand = 4;
/** Estimated Jaccard similarity from which two texts count as one person's. */
const sameFrom = 0.6;
/** Shorter texts have too few shingles to say anything; only equal ones are joined. */
const fewestShingles = 8;

/**
 * A cluster name for each person, aligned: the smallest id among those that share the external id or whose texts are
 * near duplicates (MinHash over word shingles, banded). Folds are drawn by cluster so that one person never stands on
 * both sides. Does not depend on the order of the candidates.
 * Source: Broder (1997), On the resemblance and containment of documents; Leskovec et al., Mining of Massive Datasets, 3.4.
 */
export function clusterPeople(people: readonly PersonText[]): string[] {
  const parents = people.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while ((parents[root] ?? root) !== root) root = parents[root] ?? root;
    for (let at = i; at !== root; ) {
      const next = parents[at] ?? root;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  const join = (i: number, j: number) => {
    parents[find(i)] = find(j);
  };
  const signatures = people.map(({ text }) => signature(text));

  const firstWithId = new Map<string, number>();
  people.forEach(({ id }, i) => {
    const first = firstWithId.get(id);
    if (first === undefined) firstWithId.set(id, i);
    else join(i, first);
  });
  for (let band = 0; band < bands; band += 1) {
    const buckets = new Map<string, number[]>();
    signatures.forEach((values, i) => {
      const key = values.subarray(band * rowsPerBand, (band + 1) * rowsPerBand).join();
      const bucket = buckets.get(key) ?? [];
      if (bucket.length === 0) buckets.set(key, bucket);
      // One comparison a distinct cluster of the bucket keeps a popular template from costing its square.
      const clusters = new Map(bucket.map((j) => [find(j), j]));
      for (const j of clusters.values()) {
        if (similarity(values, signatures[j] ?? values) >= sameFrom) join(i, j);
      }
      bucket.push(i);
    });
  }

  const names = new Map<number, string>();
  people.forEach(({ id }, i) => {
    const root = find(i);
    const name = names.get(root);
    if (name === undefined || id < name) names.set(root, id);
  });
  return people.map((_, i) => names.get(find(i)) ?? '');
}

function signature(text: string): Uint32Array {
  const forms = tokenise(text).map(({ form }) => hashWord(form));
  const count = forms.length - shingleWords + 1;
  const values = new Uint32Array(bands * rowsPerBand).fill(0xffffffff);
  if (count < fewestShingles) return values.fill(forms.reduce((hash, form) => mix(hash ^ form), 0x9e3779b9));
  for (let start = 0; start < count; start += 1) {
    let shingle = 0;
    for (let k = 0; k < shingleWords; k += 1) shingle = mix(shingle ^ (forms[start + k] ?? 0));
    for (let k = 0; k < values.length; k += 1) {
      const hash = mix(shingle ^ Math.imul(k + 1, 0x9e3779b1));
      if (hash < (values[k] ?? 0)) values[k] = hash;
    }
  }
  return values;
}

function similarity(a: Uint32Array, b: Uint32Array): number {
  let same = 0;
  for (let k = 0; k < a.length; k += 1) if (a[k] === b[k]) same += 1;
  return same / a.length;
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Finaliser of MurmurHash3. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
