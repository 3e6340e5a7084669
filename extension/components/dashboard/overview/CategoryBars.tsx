import { texts } from '../../../texts.ts';
import type { ScanSummary } from '../postings/scan-summary.ts';

interface CategoryBarsProps {
  readonly byCategory: ScanSummary['byCategory'];
  /** Number of postings that were read: the whole of each bar. */
  readonly of: number;
}

/** In how many postings each kind of finding stands: bars and their figures in one table. */
export function CategoryBars({ byCategory, of }: CategoryBarsProps) {
  const t = texts.dashboard.overview;
  return (
    <table className="bars">
      <caption>{t.byCategory}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t.category}</th>
          <th scope="col">{t.share}</th>
          <th scope="col">{t.postings}</th>
        </tr>
      </thead>
      <tbody>
        {byCategory.map(({ category, postings }) => (
          <tr key={category}>
            <th scope="row">{texts.category[category]}</th>
            <td>
              <span className="bar" style={{ width: `${(100 * postings) / of}%` }} />
              <span className="visually-hidden">{Math.round((100 * postings) / of)} %</span>
            </td>
            <td>{postings.toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
