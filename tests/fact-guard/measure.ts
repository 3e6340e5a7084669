import { pathToFileURL } from 'node:url';
import { brokenFact } from '../../shared/edits/fact-guard.ts';
import { type Fact, factKinds } from '../../shared/protocol/edit.ts';
import { type LabelledEdit, readLabelledEdits, toEdit } from './labelled-edits.ts';

export interface Judged {
  readonly label: LabelledEdit;
  readonly fact: Fact | undefined;
}

export interface GuardFigures {
  readonly breaking: number;
  readonly caught: number;
  readonly harmless: number;
  readonly refused: number;
}

/** Puts every labelled edit before the guard. */
export function judge(labels: readonly LabelledEdit[]): Judged[] {
  return labels.map((label) => ({ label, fact: brokenFact(label.text, toEdit(label)) }));
}

export function figures(judged: readonly Judged[]): GuardFigures {
  const breaking = judged.filter(({ label }) => label.breaks !== null);
  const harmless = judged.filter(({ label }) => label.breaks === null);
  return {
    breaking: breaking.length,
    caught: breaking.filter(({ fact }) => fact !== undefined).length,
    harmless: harmless.length,
    refused: harmless.filter(({ fact }) => fact !== undefined).length,
  };
}

/** Prints the table by kind, and with `--errors` every edit that the guard judged otherwise than the label. */
function print(): void {
  const judged = judge(readLabelledEdits());
  const percent = (part: number, whole: number) =>
    whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
  console.log('kind           edits  caught  recall');
  for (const kind of factKinds) {
    const { breaking, caught } = figures(judged.filter(({ label }) => label.breaks === kind));
    console.log(
      `${kind.padEnd(14)} ${String(breaking).padStart(5)} ${String(caught).padStart(7)}  ${percent(caught, breaking)}`,
    );
  }
  const all = figures(judged);
  console.log(
    `all breaking   ${all.breaking} edits, ${all.caught} caught: recall ${percent(all.caught, all.breaking)}`,
  );
  console.log(
    `all harmless   ${all.harmless} edits, ${all.refused} refused: false refusals ${percent(all.refused, all.harmless)}`,
  );
  if (!process.argv.includes('--errors')) return;
  for (const { label, fact } of judged) {
    if ((label.breaks !== null) === (fact !== undefined)) continue;
    const { text, start, end, after } = label;
    const shown = `${text.slice(0, start)}[${text.slice(start, end)}=>${after}]${text.slice(end)}`;
    console.log(
      `${label.breaks ?? 'harmless'} judged ${fact ? `${fact.kind} ${fact.value}` : 'harmless'}: ${shown}`,
    );
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) print();
