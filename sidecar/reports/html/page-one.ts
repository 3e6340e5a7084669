import type { Headline, ReportData } from '../../../shared/protocol/report.ts';
import { count, list, nothing, plural } from '../format.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import { texts } from '../texts.ts';
import { bullets } from './table.ts';

/** The page an HR person reads in two minutes: what was measured, the answers, how to read them, what to do next. */
export function pageOne(data: ReportData): Markup {
  return html`<section class="page-one" aria-label="${texts.pageOne}">
${facts(data)}
${data.warnings.map((warning) => html`<p class="warning">${warning}</p>`)}
<h2>${texts.answers.heading}</h2>
${data.headlines.length === 0 ? html`<p>${texts.answers.nothing}</p>` : html`<div class="answers">${data.headlines.map((headline) => answer(headline, data))}</div>`}
<div class="pair">
<div><h2>${texts.howToRead.heading}</h2>${bullets(texts.howToRead.points)}</div>
<div><h2>${texts.next.heading}</h2>${bullets(nextSteps(data))}<p class="small">${texts.notAnAudit}</p></div>
</div>
</section>`;
}

function facts({ madeOn, about }: ReportData): Markup {
  const words = texts.measured;
  const period = [
    about.since === null ? '' : words.since(about.since),
    about.until === null ? '' : words.until(about.until),
  ].filter((part) => part.length > 0);
  const shown = (value: number | null) => (value === null ? words.hidden : count(value));
  const entries: readonly (readonly [string, string | Markup])[] = [
    [words.madeOn, html`<time datetime="${madeOn}">${madeOn}</time>`],
    [words.period, period.length === 0 ? words.allTime : period.join(' ')],
    [words.department, about.department ?? words.allDepartments],
    [words.attributes, about.attributes.length === 0 ? words.noAttributes : list(about.attributes)],
    [words.candidates, count(about.candidates)],
    [words.postings, count(about.postings)],
    [words.applications, about.attributes.length === 0 ? nothing : shown(about.applications)],
    [words.selected, about.attributes.length === 0 ? nothing : shown(about.selected)],
  ];
  return html`<h2>${words.heading}</h2>
<dl class="facts">${entries.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function answer(headline: Headline, { selection }: ReportData): Markup {
  const section = selection.find((one) => one.attribute === headline.attribute && !one.crossing);
  const topic =
    headline.topic === 'selection' && section !== undefined
      ? texts.answers.topic.selection(headline.attribute, stageName(section.from), stageName(section.to))
      : texts.answers.topic['match-list'](headline.attribute);
  return html`<article class="answer ${headline.tone}">
<h3>${topic}</h3>
<p class="verdict">${headline.answer}</p>
${headline.sentences.map((sentence) => html`<p>${sentence}</p>`)}
</article>
`;
}

/** A stage in the reader's words. */
export function stageName(stage: string): string {
  return (texts.stages as Readonly<Record<string, string>>)[stage] ?? stage;
}

function nextSteps({ headlines, postings }: ReportData): string[] {
  const steps: string[] = [];
  const open = postings.filter((posting) => posting.legal.length > 0).length;
  if (headlines.some((one) => one.topic === 'selection' && one.tone === 'attention'))
    steps.push(texts.next.evidence);
  if (open > 0) steps.push(texts.next.postings(open, plural(open, 'posting')));
  if (headlines.some((one) => one.tone === 'open')) steps.push(texts.next.fewData);
  return steps.length === 0 ? [texts.next.nothing] : steps;
}
