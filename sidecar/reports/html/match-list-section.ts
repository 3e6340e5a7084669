import type { MatchListSection, ReportData } from '../../../shared/protocol/report.ts';
import { matchListChart } from '../charts/match-list-chart.ts';
import { capital, decimals, nothing, percent, plural, ratio } from '../format.ts';
import type { Markup } from '../markup.ts';
import { html, trusted } from '../markup.ts';
import { texts } from '../texts.ts';
import { range } from './selection-section.ts';
import { bullets, dataTable, note } from './table.ts';

const words = texts.matchList;

export function matchListSection({ matchList }: ReportData): Markup {
  if (matchList.length === 0) return html`<p>${words.intro}</p><p>${words.none}</p>`;
  return html`<p>${words.intro}</p>
${matchList.map((section, i) => one(section, `list-${i + 1}`))}
<p class="note">${words.local}</p>`;
}

/** Shares are rounded to whole per cents, so no decimals are printed. */
const whole = (share: number) => `${Math.round(share * 100)} %`;
const wholeRange = (interval: MatchListSection['groups'][number]['beforeInterval']) =>
  interval === null ? nothing : `${whole(interval.lower)} to ${whole(interval.upper ?? 1)}`;

function one(section: MatchListSection, id: string): Markup {
  return html`<h3>${capital(section.attribute)}</h3>
<p>${section.sentence}</p>
<figure><figcaption>${words.chart(section.attribute)}</figcaption>${trusted(matchListChart(section, id))}</figure>
${dataTable(
  texts.tableOf(words.chart(section.attribute)),
  [
    { heading: words.group },
    { heading: words.pool, figure: true },
    { heading: words.before, figure: true },
    { heading: words.interval, figure: true },
    { heading: words.after, figure: true },
    { heading: words.interval, figure: true },
  ],
  section.groups.map((group) => ({
    cells: [
      group.group,
      whole(group.pool),
      whole(group.before),
      wholeRange(group.beforeInterval),
      whole(group.after),
      wholeRange(group.afterInterval),
    ],
  })),
)}
${bullets(details(section))}
${section.learned === null ? '' : learnedTable(section.learned)}
`;
}

function details(section: MatchListSection): string[] {
  const { excessGap, nullMean, matchRate, relevance } = section;
  const change =
    excessGap.interval === null ? '' : ` (95 % interval of the change ${range(excessGap.interval)})`;
  const items = [
    words.basis(
      section.recommender,
      plural(section.postings, 'posting'),
      plural(section.people, 'person', 'people'),
      section.depth,
      percent(section.knownShare),
    ),
    words.excess(excessGap.before.toFixed(3), excessGap.after.toFixed(3), change),
  ];
  items.push(words.distance(distanceText(section.distance.before), distanceText(section.distance.after)));
  if (nullMean !== null) items.push(words.floor(nullMean.toFixed(3)));
  if (matchRate !== null) {
    items.push(words.matchRate(percent(matchRate.before), percent(matchRate.after), percent(matchRate.m0)));
  }
  if (relevance !== null) items.push(words.relevance(ratio(relevance.before), ratio(relevance.after)));
  return items;
}

function distanceText(distance: MatchListSection['distance']['before']): string {
  const { totalVariation, jensenShannon, wasserstein, minSkew, maxSkew } = distance;
  return words.distances(
    decimals(totalVariation),
    decimals(jensenShannon),
    wasserstein === null ? '' : words.bands(decimals(wasserstein)),
    minSkew === null ? '' : words.skew(decimals(minSkew), decimals(maxSkew)),
  );
}

function learnedTable({ learned, embedded }: NonNullable<MatchListSection['learned']>): Markup {
  const { columns } = words.learned;
  return html`${dataTable(
    words.learned.caption,
    [
      { heading: columns.recommender },
      { heading: columns.excessGap, figure: true },
      { heading: columns.nullMean, figure: true },
      { heading: columns.matchRate, figure: true },
      { heading: columns.relevance, figure: true },
    ],
    [learned, embedded].map((list) => ({
      cells: [
        list.recommender,
        decimals(list.excessGap),
        decimals(list.nullMean),
        percent(list.matchRate),
        ratio(list.relevance),
      ],
    })),
  )}
${note(words.learned.note)}`;
}
