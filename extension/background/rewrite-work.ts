import { createDetector } from '../../shared/detection/detector.ts';
import { curatedRewrite } from '../../shared/edits/curated-rewrite.ts';
import type { Rewrite } from '../../shared/protocol/rewrite.ts';
import { rewriteStreamSchema } from '../port-messages.ts';
import { packsInForce } from '../rule-packs.ts';
import { jurisdictions, managed, pairing, rewriteModel } from '../settings.ts';
import type { PortWork } from './answer-port.ts';
import { SidecarError } from './sidecar-client.ts';
import { withSidecar } from './sidecar-state.ts';

/**
 * Rewrites with the sidecar, or with the built-in rules alone when it is absent or not paired; the notes say which.
 * @throws SidecarError when the sidecar is there and refuses.
 */
export const rewriteWork: PortWork = async (message, signal, onEvent) => {
  const request = rewriteStreamSchema.parse(message);
  if (!(await pairing.get())) return offlineRewrite(request.text, 'The local service is not paired');
  const model = request.engine === 'policy' ? null : await rewriteModel.get();
  const asked = { ...request, ...(model === null ? {} : { model }) };
  try {
    return await withSidecar((client) => client.rewrite(asked, { signal, onEvent }));
  } catch (error) {
    if (!(error instanceof SidecarError) || error.failure === 'refused') throw error;
    const why =
      error.failure === 'absent' ? 'The local service is not running' : 'The pairing was taken back';
    return offlineRewrite(request.text, why);
  }
};

async function offlineRewrite(text: string, why: string): Promise<Rewrite> {
  const detector = createDetector({
    packs: await packsInForce(),
    jurisdictions: (await managed.jurisdictions.get()) ?? (await jurisdictions.get()),
  });
  const { edits, refused, text: rewritten } = curatedRewrite(text, detector.check(text).findings);
  const notes = [`${why}; these suggestions come from the built-in rules.`];
  return { text: rewritten, edits, refused, notes };
}
