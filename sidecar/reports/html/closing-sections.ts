import type { ReportData } from '../../../shared/protocol/report.ts';
import { count, nothing } from '../format.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import { texts } from '../texts.ts';
import { bullets, dataTable } from './table.ts';

export function limitsSection(): Markup {
  return bullets(texts.limits.points);
}

export function methodsSection(): Markup {
  return html`<dl class="glossary">${texts.methods.points.map(([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl>`;
}

export function againSection({ about, matchList }: ReportData): Markup {
  const words = texts.again;
  const data = [
    ...about.dataHashes.map(({ name, hash }) => [name, hash] as const),
    ...provenanceRows(matchList),
  ];
  return html`<p>${words.intro}</p>
<p>${words.version}: ${about.version}. ${words.seed}: ${about.seed === null ? nothing : String(about.seed)}. ${words.command}: <code>${commandOf(about)}</code></p>
${
  data.length === 0
    ? html`<p>${words.none}</p>`
    : dataTable(
        words.data,
        [{ heading: words.data }, { heading: words.value }],
        data.map(([name, value]) => ({ cells: [name, html`<code>${value}</code>`] })),
      )
}
${
  about.imports.length === 0
    ? ''
    : dataTable(
        words.imports,
        [
          { heading: words.kind },
          { heading: words.on },
          { heading: words.imported, figure: true },
          { heading: words.rejected, figure: true },
        ],
        about.imports.map((one) => ({ cells: [one.kind, one.on, count(one.imported), count(one.rejected)] })),
      )
}`;
}

/** What each match list rests on; said once where it is the same for every attribute. */
function provenanceRows(matchList: ReportData['matchList']): (readonly [string, string])[] {
  const { matchListOf, matchListBy } = texts.again;
  const names = [...new Set(matchList.flatMap((one) => Object.keys(one.provenance)))];
  return names.flatMap((name) => {
    const values = matchList.map((one) => one.provenance[name] ?? nothing);
    const [first = nothing] = values;
    if (values.every((value) => value === first)) return [[matchListOf(name), first] as const];
    return matchList.map((one, i) => [matchListBy(name, one.attribute), values[i] ?? nothing] as const);
  });
}

/** The command line that makes this report from the same data folder. */
function commandOf({ since, until, department, attributes }: ReportData['about']): string {
  const quoted = (value: string) => (/^[\w.-]+$/.test(value) ? value : JSON.stringify(value));
  return [
    'autorefine report --format html --out report.html',
    since === null ? '' : `--since ${since}`,
    until === null ? '' : `--until ${until}`,
    department === null ? '' : `--department ${quoted(department)}`,
    ...attributes.map((attribute) => `--attribute ${quoted(attribute)}`),
  ]
    .filter((part) => part.length > 0)
    .join(' ');
}
