import { z } from 'zod';
import { interactionsGap } from '../market/match-list/interactions-gap.ts';
import { createMatchListCache } from '../market/match-list/measured-cache.ts';
import type { EarlierReport, ReportSource } from '../reports/report-source.ts';
import type { AttributeStore } from '../storage/attributes.ts';
import type { Store } from '../storage/store.ts';
import { createReportSource } from './report-source.ts';

/** What is remembered of a report: when, and how many people it counted. Two reports may differ by single people. */
const earlierReportSchema = z.object({ madeOn: z.string(), people: z.number() });

/** The kind under which reports stand among the measurements. */
const reportKind = 'report';

export interface ReportDesk {
  readonly source: ReportSource;
  /** Notes that a report was made and by whom. */
  record(report: EarlierReport & { readonly format: string }): void;
}

export interface ReportDeskOptions {
  readonly store: Store;
  readonly attributes: AttributeStore;
  readonly version: string;
  readonly seed: number;
  /** `command line` or the name of a paired client. */
  readonly actor: string;
  readonly now: () => Date;
}

/** Reads and notes of one report. */
export function openReportDesk({
  store,
  attributes,
  version,
  seed,
  actor,
  now,
}: ReportDeskOptions): ReportDesk {
  const matchList = createMatchListCache({ store, attributes, seed });
  const measured = store.settings.read().measuring ? matchList.read(matchList.key()) : undefined;
  return {
    source: createReportSource({
      store,
      attributes,
      version,
      seed,
      matchList: measured ?? [],
      learnedGaps: (interactionsGap({ store, attributes, seed }) ?? []).map(
        ({ attribute, interactions, embedded }) => ({ attribute, learned: interactions, embedded }),
      ),
      earlierReports: store.measurements.all(reportKind, earlierReportSchema).reverse(),
    }),
    record({ madeOn, people, format }) {
      store.measurements.write(reportKind, now().toISOString(), { madeOn, people });
      store.auditLog.add(actor, 'figures-seen', { report: format });
    },
  };
}
