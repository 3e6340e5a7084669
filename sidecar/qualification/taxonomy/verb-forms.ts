import { normalForm } from '../tokens.ts';

/**
 * Maps `managing`, `managed` and `manages` to `manage` for the verbs that labels begin with, so that the label
 * `manage budgets` is found where a text says `managing budgets`.
 * @param labels phrases such as ESCO's, of which those of two words and more begin mostly with a verb.
 */
export function createVerbForms(labels: readonly string[]): (form: string) => readonly string[] {
  const bases = new Map<string, string>();
  for (const label of labels) {
    const [first = '', second] = label.split(' ');
    if (second === undefined || !/^[a-z]{3,}$/.test(first)) continue;
    for (const form of inflections(first)) if (!bases.has(form)) bases.set(form, first);
  }
  return (form) => {
    const base = bases.get(form);
    return base === undefined || base === form ? [] : [normalForm(base)];
  };
}

function inflections(verb: string): string[] {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  const doubled = /[^aeiou][aeiou][bdgmnprt]$/.test(verb) ? verb + verb.slice(-1) : stem;
  const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${doubled}ed`;
  return [`${doubled}ing`, `${stem}ing`, past, `${stem}ed`];
}
