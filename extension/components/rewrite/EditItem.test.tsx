import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { EditItem } from './EditItem.tsx';

const edit = { start: 9, end: 17, before: 'rockstar', after: 'expert', source: 'curated' as const };
const rewrite = { text: 'We want an expert.', edits: [edit], refused: [], notes: [] };
const offer = { original: 'We want a rockstar.', findings: [], rewrite, by: 'sidecar' as const };
const shown = (effect: string | undefined) =>
  renderToStaticMarkup(
    <EditItem
      edit={edit}
      offer={offer}
      effect={effect}
      accepted
      disabled={false}
      onChoose={() => undefined}
    />,
  );

it('an edit says what its kind did elsewhere, and claims nothing where that is not known', () => {
  const known = 'In 7 postings this kind of change brought the list closer.';
  const unknown = 'No measurable effect known; suggested for clarity.';
  expect(shown(known)).toContain(known);
  expect(shown(known)).not.toContain(unknown);
  expect(shown(undefined)).toContain(unknown);
});
