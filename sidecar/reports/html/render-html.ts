import type { ReportData } from '../../../shared/protocol/report.ts';
import type { Markup } from '../markup.ts';
import { html, trusted } from '../markup.ts';
import { texts } from '../texts.ts';
import { changesSection } from './changes-section.ts';
import { againSection, limitsSection, methodsSection } from './closing-sections.ts';
import { funnelSection } from './funnel-section.ts';
import { matchListSection } from './match-list-section.ts';
import { pageOne } from './page-one.ts';
import { postingSection } from './posting-section.ts';
import { requirementSection } from './requirement-section.ts';
import { selectionSection } from './selection-section.ts';
import { styleSheet } from './style.ts';
import { trendSection } from './trend-section.ts';

const sections: readonly (readonly [keyof typeof texts.sections, (data: ReportData) => Markup])[] = [
  ['matchList', matchListSection],
  ['selection', selectionSection],
  ['funnel', funnelSection],
  ['trend', trendSection],
  ['requirements', requirementSection],
  ['postings', postingSection],
  ['changes', changesSection],
  ['limits', limitsSection],
  ['methods', methodsSection],
  ['again', againSection],
];

/**
 * The report as one HTML file: no script, no external resource, light, dark and print by its own style sheet.
 * The same data give the same bytes.
 */
export function renderHtml(data: ReportData): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${texts.title} ${data.madeOn}</title>
<style>${trusted(styleSheet)}</style>
</head>
<body>
<header class="top">
<h1>${texts.title}</h1>
<p class="subtitle">${texts.subtitle}</p>
${data.about.synthetic ? html`<p class="banner" role="note">${texts.syntheticBanner}</p>` : ''}
</header>
<main>
${pageOne(data)}
<nav aria-label="${texts.contents}"><h2>${texts.contents}</h2><ol>${sections.map(([key]) => html`<li><a href="#${key}">${texts.sections[key]}</a></li>`)}</ol></nav>
${sections.map(
  ([key, render]) => html`<section id="${key}" aria-labelledby="${key}-heading">
<h2 id="${key}-heading">${texts.sections[key]}</h2>
${render(data)}
</section>
`,
)}</main>
<footer><p>${texts.notAnAudit}</p>${data.about.synthetic ? html`<p>${texts.syntheticBanner}</p>` : ''}</footer>
</body>
</html>
`;
  return page.markup;
}
