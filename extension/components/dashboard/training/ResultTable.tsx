import type { ResultRow, TrainingRecord } from '../../../../shared/protocol/training-run.ts';
import { texts } from '../../../texts.ts';

interface ResultTableProps {
  readonly record: TrainingRecord;
}

const gap = (value: number) => value.toFixed(3);
const percent = (share: number) => `${Math.round(100 * share)} %`;

/** What each way of rewriting did to people and postings that training never saw. */
export function ResultTable({ record }: ResultTableProps) {
  const t = texts.dashboard.training.result;
  const { evaluation } = record;
  const enough = new Map(evaluation.power.map((power) => [power.attribute, power.enough]));
  return (
    <div className="stack-tight">
      <h3>{t.title}</h3>
      <p className="soft">{t.hint(evaluation.folds.candidates.report, evaluation.folds.postings.unseen)}</p>
      {evaluation.synthetic && <p className="small soft">{t.synthetic}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="wide-table" tabIndex={0} aria-label={t.title}>
        <table className="kept figures-table">
          <thead>
            <tr>
              {Object.values(t.columns).map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {evaluation.methods.map((row) => (
              <tr key={`${row.method} ${row.attribute}`}>
                <th scope="row">{methodName(row.method)}</th>
                <td>{row.attribute}</td>
                <td className="change">
                  {gap(row.excessGap.before)} → {gap(row.excessGap.after)}
                </td>
                <td>{changeOf(row, enough.get(row.attribute) ?? true)}</td>
                <td className="change">
                  {percent(row.relevance.before)} → {percent(row.relevance.after)}
                </td>
                <td>{row.edits.toFixed(1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="small soft">{t.recommender(evaluation.recommender)}</p>
    </div>
  );
}

/** The name of a method in plain words, such as `greedy-64`; one this version does not know keeps its own. */
function methodName(method: string): string {
  const t = texts.dashboard.training;
  const names: Readonly<Record<string, string>> = t.methods;
  const [, base = method, tries] = /^(.*?)(?:-(\d+))?$/.exec(method) ?? [];
  const name = names[base];
  if (name === undefined) return method;
  return tries === undefined ? name : t.withTries(name, Number(tries));
}

/** Below this, chance alone often gives such a change. */
const surprising = 0.05;

function changeOf({ excessGap, pHolm }: ResultRow, enough: boolean): string {
  const t = texts.dashboard.training.result;
  if (excessGap.before === excessGap.after) return t.same;
  if (pHolm > surprising) return enough ? t.noEvidence : t.notEnough;
  return excessGap.after < excessGap.before ? t.closer : t.further;
}
