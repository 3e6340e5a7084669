import { type SelfReport, selfReportSchema } from '../../shared/protocol/candidate.ts';
import { keptAnswer } from './answers.ts';
import { MappingError, splitPair } from './column-mapping.ts';
import { asText, type OutcomeColumns, outcomeFields, parseFields } from './outcome-rows.ts';

/** A table of self-reports as systems export them: a row a person, a column an attribute. */
export interface SelfReportTable {
  /** Column of each attribute, by the company's name of the attribute. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What holds for every row that has no column of its own for it. */
  readonly lawfulBasis?: string | undefined;
  readonly noticeVersion?: string | undefined;
  /** ISO 8601 day. */
  readonly recordedOn?: string | undefined;
}

/**
 * Reads values of the form `attribute=Column name`.
 * @throws MappingError that names the bad value and the form.
 */
export function parseAttributeColumns(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    values.map((value) => {
      const pair = splitPair(value);
      if (pair === undefined)
        throw new MappingError(
          `--attribute "${value}" is not understood; write ATTRIBUTE=COLUMN, such as gender=Gender`,
        );
      return pair;
    }),
  );
}

/**
 * The self-reports of one row, one for each attribute with an answer: an empty cell is no answer, and none is filled in.
 * @throws RangeError that says what is missing or wrong.
 */
export function readSelfReports(
  row: Readonly<Record<string, unknown>>,
  { attributes, ...everywhere }: SelfReportTable,
  map: OutcomeColumns,
): SelfReport[] {
  const { externalId, ...own } = outcomeFields(row, map);
  const person = { externalId: externalId ?? asText(row.id) };
  return Object.entries(attributes).flatMap(([attribute, column]) => {
    const answer = asText(row[column]);
    if (answer === undefined) return [];
    const report = {
      ...person,
      attribute,
      value: keptAnswer(answer),
      lawfulBasis: own.lawfulBasis ?? everywhere.lawfulBasis,
      noticeVersion: own.noticeVersion ?? everywhere.noticeVersion,
      recordedOn: own.recordedOn ?? everywhere.recordedOn,
    };
    return [parseFields(selfReportSchema, report)];
  });
}
