import { z } from 'zod';

const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'an address such as http://127.0.0.1:8080/rank is needed',
});
const postgresUrl = z.url({
  protocol: /^postgres(?:ql)?$/,
  error: 'a connection string such as postgresql://user@127.0.0.1:5432/database is needed',
});
const allowOtherHost = z.boolean().default(false);

/**
 * Which recommender is measured, as kept in settings or given on the command line.
 * - `embedded`: BM25 and latent-semantic vectors fused on this machine; needs nothing else.
 * - `lexical`, `dense`: one of these parts alone.
 * - `interactions`: the embedded one, re-ranked by what the company's applications and hires show.
 * - `ollama`: the embedded one with vectors of an embedding model of the local Ollama in place of fitted ones.
 * - `external`: the company's own, over HTTP.
 * - `postgres`: vectors in PostgreSQL with pgvector, for pools past one machine.
 */
export const recommenderChoiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('embedded') }),
  z.strictObject({ kind: z.literal('lexical') }),
  z.strictObject({ kind: z.literal('dense') }),
  z.strictObject({ kind: z.literal('interactions') }),
  z.strictObject({
    kind: z.literal('ollama'),
    model: z.string({ error: 'name an embedding model with --embedding-model' }).min(1),
    url: httpUrl.optional(),
    allowOtherHost,
  }),
  z.strictObject({
    kind: z.literal('external'),
    url: httpUrl,
    allowOtherHost,
    token: z.string().min(1).optional(),
  }),
  z.strictObject({ kind: z.literal('postgres'), url: postgresUrl, allowOtherHost }),
]);

export type RecommenderChoice = z.infer<typeof recommenderChoiceSchema>;
export const recommenderKinds = recommenderChoiceSchema.options.map(({ shape }) => shape.kind.value);

/**
 * Reads a choice from options such as `--recommender external --url ADDRESS --allow-other-host`.
 * @throws RangeError that names the bad value, the good ones and the mend.
 */
export function readRecommenderChoice(options: {
  readonly recommender: string;
  readonly url?: string | undefined;
  readonly allowOtherHost?: boolean | undefined;
  readonly token?: string | undefined;
  /** The embedding model of `ollama`. */
  readonly model?: string | undefined;
}): RecommenderChoice {
  const { recommender: kind, ...given } = options;
  if (!recommenderKinds.some((known) => known === kind)) {
    throw new RangeError(`The recommender "${kind}" is unknown; use ${recommenderKinds.join(', ')}.`);
  }
  const named = Object.entries(given).filter(([, value]) => value !== undefined);
  const read = recommenderChoiceSchema.safeParse({ kind, ...Object.fromEntries(named) });
  if (read.success) return read.data;
  const why = read.error.issues
    .map(({ path, message }) => `${path.join('.') || 'options'}: ${message}`)
    .join('; ');
  throw new RangeError(`The recommender "${kind}" cannot be used with these options (${why}).`);
}
