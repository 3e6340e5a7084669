import type { MatchListSection } from '../../../../shared/protocol/report.ts';
import { texts } from '../../../texts.ts';

interface MatchListSharesProps {
  readonly sections: readonly MatchListSection[];
}

const percent = (share: number) => `${Math.round(100 * share)} %`;

/** Each group's share of everyone qualified, and of the list before and after rewriting, with what that means. */
export function MatchListShares({ sections }: MatchListSharesProps) {
  const t = texts.dashboard.overview.list;
  return (
    <section className="card stack" aria-labelledby="list-title">
      <div>
        <h2 id="list-title">{t.title}</h2>
        <p className="soft">{t.hint}</p>
      </div>
      {sections.length === 0 && <p className="soft">{t.none}</p>}
      {sections.map((section) => (
        <div key={section.attribute} className="stack-tight">
          <h3>
            {section.attribute}: {texts.verdict[section.verdict].title}
          </h3>
          <p>{section.sentence}</p>
          <table className="kept figures-table">
            <thead>
              <tr>
                <th scope="col">{t.group}</th>
                <th scope="col">{t.pool}</th>
                <th scope="col">{t.before}</th>
                <th scope="col">{t.after}</th>
              </tr>
            </thead>
            <tbody>
              {section.groups.map(({ group, pool, before, after }) => (
                <tr key={group}>
                  <th scope="row">{group}</th>
                  <td>{percent(pool)}</td>
                  <td>{percent(before)}</td>
                  <td>{percent(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="small soft">{t.basis(section.postings, section.people, section.measuredOn)}</p>
          <details className="small soft">
            <summary>{t.recommender}</summary>
            {section.recommender}
          </details>
        </div>
      ))}
    </section>
  );
}
