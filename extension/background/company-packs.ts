import { parseRulePack, RulePackError } from '../../shared/detection/rule-pack.ts';
import { type StoredPack, toStoredPack } from '../rule-packs.ts';
import { managed, pairing, policyPacks, type Setting, servicePacks, type TakenPacks } from '../settings.ts';
import { SidecarError } from './sidecar-client.ts';
import { withSidecar } from './sidecar-state.ts';

/**
 * Takes over the packs of the company's policy and of the paired local service. Each is proved once, here, so that a frame
 * need not; one with a mistake is left out, and the options page says why.
 */
export async function takeCompanyPacks(): Promise<void> {
  await Promise.all([takePolicyPacks(), takeServicePacks()]);
}

async function takePolicyPacks(): Promise<void> {
  const texts = await managed.rulePacks.get();
  await keep(
    policyPacks,
    proved(texts, (index) => `Rule pack ${index + 1} of the policy`),
  );
}

/** Without a pairing there are none; while the service is away those that it gave last stay. */
async function takeServicePacks(): Promise<void> {
  if (!(await pairing.get())) return keep(servicePacks, { packs: [], refused: [] });
  try {
    const { packs } = await withSidecar((client) => client.analyst.ask('rulePacks', {}));
    const texts = packs.map((pack) => JSON.stringify(pack, null, 2));
    await keep(
      servicePacks,
      proved(texts, (index) => `Rule pack ${index + 1} of the local service`),
    );
  } catch (error) {
    if (!(error instanceof SidecarError)) throw error;
  }
}

function proved(texts: readonly string[], nameOf: (index: number) => string): TakenPacks {
  const packs: StoredPack[] = [];
  const refused: string[] = [];
  for (const [index, text] of texts.entries()) {
    try {
      packs.push(toStoredPack(parseRulePack(text, nameOf(index))));
    } catch (error) {
      if (!(error instanceof RulePackError)) throw error;
      refused.push(error.message);
    }
  }
  return { packs, refused };
}

/** Written only when it is something new: every write makes the frames look again. */
async function keep(setting: Setting<TakenPacks>, taken: TakenPacks): Promise<void> {
  if (JSON.stringify(await setting.get()) !== JSON.stringify(taken)) await setting.set(taken);
}
