import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { hashText } from '../../shared/hash.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { createRandom } from '../../shared/random.ts';
import { drawProposal } from '../../training/outcomes/draw-proposal.ts';
import type { LoggedProposal } from '../storage/proposals.ts';

/** A rewrite that a recruiter could be shown, under the name that outcomes are learned by. */
export interface Proposal {
  readonly name: string;
  readonly edits: readonly Edit[];
}

export interface ChosenProposal<P extends Proposal> {
  readonly proposal: P;
  readonly rewritten: string;
  /** To be kept before anyone sees the proposal; undefined where no proposal changes the text. */
  readonly logged: LoggedProposal | undefined;
}

/**
 * Which of the proposals is shown, and the log of it. Proposals that give the same text are one, named by the first. A text is
 * always answered with the same draw, so that asking again until another proposal comes does not undo the draw.
 * @param proposals best guess first, which is the one that is shown without exploration
 * @throws RangeError without a proposal
 */
export function chooseProposal<P extends Proposal>(
  text: string,
  proposals: readonly P[],
  { exploring, seed }: { readonly exploring: boolean; readonly seed: number },
): ChosenProposal<P> {
  const byText = new Map<string, P>();
  for (const proposal of proposals) {
    const rewritten = applyEdits(text, proposal.edits);
    if (!byText.has(rewritten)) byText.set(rewritten, proposal);
  }
  const originalHash = hashText(text);
  const names = [...byText.values()].map(({ name }) => name);
  const drawn = drawProposal(names, {
    exploring,
    random: createRandom(seed).fork(`proposal for ${originalHash}`),
  });
  for (const [rewritten, proposal] of byText) {
    if (proposal.name !== drawn.shown) continue;
    const nothing = byText.size === 1 && rewritten === text;
    const logged = nothing ? undefined : { ...drawn, originalHash, proposedHash: hashText(rewritten) };
    return { proposal, rewritten, logged };
  }
  throw new Error(`${drawn.shown} was drawn and is none of ${names.join(', ')}`);
}
