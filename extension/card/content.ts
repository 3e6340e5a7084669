import type { Edit } from '../../shared/protocol/edit.ts';
import type { Finding } from '../../shared/protocol/finding.ts';
import { type IgnoreScope, ignoreScopes } from '../frame/ignored.ts';
import { cardTexts } from '../texts/card.ts';
import { button, element } from './element.ts';
import { icon } from './icons.ts';

/** What a card shows: one finding, the edits it offers, and where the finding stands among the marks. */
export interface CardContent {
  readonly finding: Finding;
  readonly edits: readonly Edit[];
  /** 1 for the first mark. */
  readonly index: number;
  readonly count: number;
}

export interface CardActions {
  apply(edit: Edit): void;
  ignore(scope: IgnoreScope): void;
  wrong(): void;
  step(by: 1 | -1): void;
  openPanel(): void;
  close(): void;
}

/** Builds the card of one finding. */
export function cardContent(document: Document, content: CardContent, actions: CardActions): HTMLElement {
  const { finding } = content;
  return element(
    document,
    'div',
    {
      class: `card ${finding.severity}`,
      role: 'dialog',
      'aria-label': cardTexts.label(finding.text),
      tabindex: '-1',
    },
    heading(document, finding, actions),
    element(
      document,
      'div',
      { class: 'body' },
      element(document, 'p', { class: 'quoted' }, shorten(finding.text)),
      element(document, 'p', { class: 'message' }, finding.message),
      suggestions(document, content, actions),
      evidence(document, finding),
    ),
    ...foot(document, content, actions),
  );
}

function heading(document: Document, finding: Finding, actions: CardActions): HTMLElement {
  const severity = cardTexts.severity[finding.severity];
  return element(
    document,
    'header',
    {},
    element(
      document,
      'span',
      { class: 'kind' },
      element(
        document,
        'span',
        { class: 'severity', title: severity.hint },
        element(document, 'span', {}, severity.title),
      ),
      element(document, 'span', { class: 'category' }, cardTexts.category[finding.category]),
    ),
    button(
      document,
      { class: 'icon close', 'aria-label': cardTexts.close },
      icon(document, 'close'),
      actions.close,
    ),
  );
}

function suggestions(document: Document, { finding, edits }: CardContent, actions: CardActions): HTMLElement {
  if (finding.requirementQuestion) return element(document, 'p', { class: 'note' }, cardTexts.question);
  if (edits.length === 0) return element(document, 'p', { class: 'note' }, cardTexts.noSuggestion);
  const items = edits.map((edit, index) => {
    const leave = edit.source === 'delete' || edit.after.trim() === '';
    const label = leave
      ? cardTexts.removeLabel(finding.text)
      : cardTexts.replaceWith(edit.before, edit.after);
    const look = `suggestion${index === 0 ? ' first' : ''}${leave ? ' leave' : ''}`;
    const words = leave ? cardTexts.remove : edit.after.trim();
    return element(
      document,
      'li',
      {},
      button(document, { class: look, 'aria-label': label }, words, () => actions.apply(edit)),
    );
  });
  return element(document, 'ul', { class: 'suggestions' }, ...items);
}

function evidence(document: Document, { evidence: { grade, source, url } }: Finding): HTMLElement {
  const link = url
    ? element(document, 'a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, source)
    : element(document, 'span', {}, source);
  const chip = element(document, 'span', { class: 'grade' }, cardTexts.evidence[grade]);
  return element(document, 'p', { class: 'evidence' }, chip, link);
}

function foot(document: Document, { index, count }: CardContent, actions: CardActions): HTMLElement[] {
  const scopes = element(
    document,
    'div',
    { class: 'scopes', id: 'scopes', role: 'group', 'aria-label': cardTexts.ignore },
    ...ignoreScopes.map((scope) =>
      button(document, { class: 'quiet' }, cardTexts.scopes[scope], () => actions.ignore(scope)),
    ),
  );
  scopes.hidden = true;
  const toggle = button(
    document,
    { class: 'quiet', 'aria-expanded': 'false', 'aria-controls': 'scopes' },
    cardTexts.ignore,
    () => {
      scopes.hidden = !scopes.hidden;
      toggle.setAttribute('aria-expanded', String(!scopes.hidden));
      if (!scopes.hidden) scopes.querySelector('button')?.focus();
    },
  );
  const step = (by: 1 | -1) =>
    button(
      document,
      { class: 'icon', 'aria-label': by === 1 ? cardTexts.next : cardTexts.previous },
      icon(document, by === 1 ? 'next' : 'previous'),
      () => actions.step(by),
    );
  const bar = element(
    document,
    'footer',
    {},
    toggle,
    button(document, { class: 'quiet', 'aria-label': cardTexts.wrongLabel }, cardTexts.wrong, actions.wrong),
    button(document, { class: 'quiet' }, cardTexts.all, actions.openPanel),
    element(document, 'span', { class: 'spacer' }),
    ...(count > 1
      ? [step(-1), element(document, 'span', { class: 'place' }, cardTexts.place(index, count)), step(1)]
      : []),
  );
  return [bar, scopes];
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 118)}…` : text;
}
