import { texts } from '../../../texts.ts';

/** What is kept where, and until when. */
export function WhatIsKept() {
  const t = texts.dashboard.privacy;
  return (
    <section className="card stack" aria-labelledby="kept-title">
      <h2 id="kept-title">{t.keptTitle}</h2>
      <table className="kept">
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.where}</th>
            <th scope="col">{t.until}</th>
          </tr>
        </thead>
        <tbody>
          {t.kept.map(({ what, where, until }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{where}</td>
              <td>{until}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">{t.never}</p>
    </section>
  );
}
