import { storage } from 'wxt/utils/storage';
import { z } from 'zod';
import { rulePackSchema } from '../shared/detection/rule-pack.ts';
import { defaultPort, roleSchema } from '../shared/protocol/sidecar.ts';
import { fieldChoiceSchema, frameSettingsSchema, wrongVerdictSchema } from './messages.ts';

/**
 * What the user chose, kept in `storage.local`, and what the company fixed, in `storage.managed`.
 * Only the worker and the extension's own pages may read it: see `keepStorageFromPages`.
 */
export interface Setting<T> {
  /** The stored value; the fallback when nothing is stored or what is stored has another shape. */
  get(): Promise<T>;
  set(value: T): Promise<void>;
  /** Calls back with every new value until the returned function is called. */
  watch(callback: (value: T) => void): () => void;
}

function setting<T>(
  key: `local:${string}` | `session:${string}` | `managed:${string}`,
  schema: z.ZodType<T>,
  fallback: T,
): Setting<T> {
  const parse = (value: unknown): T => {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : fallback;
  };
  return {
    get: async () => parse(await storage.getItem(key)),
    set: (value) => storage.setItem(key, value),
    watch: (callback) => storage.watch(key, (value) => callback(parse(value))),
  };
}

const strings = z.array(z.string());

/** Hosts that the user switched on or off; a host that is not here follows `sites.json`. */
export const siteChoices = setting('local:sites', z.record(z.string(), z.boolean()), {});
/** Wording that is never marked again, in lower case. */
export const ignoredTerms = setting('local:ignored-terms', strings, []);
export const ignoredRules = setting('local:ignored-rules', strings, []);
/** Marks that the user called wrong, the newest last; no text is kept of them. */
export const wrongVerdicts = setting('local:wrong-verdicts', z.array(wrongVerdictSchema), []);
/** Where the user hires, such as `US`, `US-CO`, `UK`. */
export const jurisdictions = setting('local:jurisdictions', strings, ['US']);
/** Packs that were added by hand, in the order they are merged. */
export const rulePacks = setting('local:rule-packs', z.array(rulePackSchema), []);

const takenPacksSchema = z.object({
  packs: z.array(rulePackSchema),
  /** Why a pack was left out, one sentence each. */
  refused: z.array(z.string()),
});
export type TakenPacks = z.infer<typeof takenPacksSchema>;
export const noPacks: TakenPacks = { packs: [], refused: [] };
/** Packs of the company's policy, as the worker read them from `managed.rulePacks`. */
export const policyPacks = setting('local:policy-packs', takenPacksSchema, noPacks);
/** Packs that the paired local service keeps for the company. */
export const servicePacks = setting('local:service-packs', takenPacksSchema, noPacks);
/** Number of employees, for laws that hold from a size on; null when not told, and then they are assumed to hold. */
export const employerSize = setting<number | null>(
  'local:employer-size',
  z.int().positive().nullable(),
  null,
);
/** Which field is the posting, corrected by the user, by host. */
export const fieldChoices = setting(
  'local:field-choices',
  z.record(z.string(), z.array(fieldChoiceSchema)),
  {},
);
export const drawing = setting('local:drawing', frameSettingsSchema.shape.drawing, 'highlights');
/** The language model that rewrites, by its name; null leaves the choice to the service. */
export const rewriteModel = setting<string | null>('local:model', z.string().min(1).nullable(), null);

export const sidecarPort = setting('local:port', z.int().min(1).max(65535), defaultPort);

const pairingRecordSchema = z.object({ token: z.string().min(1), role: roleSchema });
export type PairingRecord = z.infer<typeof pairingRecordSchema>;
export const pairing = setting<PairingRecord | null>('local:pairing', pairingRecordSchema.nullable(), null);

/** The company's settings; each replaces the user's own. The schema shipped to Chrome is `managed-schema.json`. */
export const managed = {
  sitesOn: setting('managed:sitesOn', strings, []),
  sitesOff: setting('managed:sitesOff', strings, []),
  jurisdictions: setting<string[] | null>('managed:jurisdictions', strings.nullable(), null),
  /** Each is the text of a rule pack file. */
  rulePacks: setting('managed:rulePacks', strings, []),
  port: setting<number | null>('managed:port', z.int().min(1).max(65535).nullable(), null),
  showWelcome: setting('managed:showWelcome', z.boolean(), true),
};

/** Must run before a token is stored: from then on no content script can read the storage, so no page can either. */
export async function keepStorageFromPages(): Promise<void> {
  await chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
