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

it('an edit says what its kind did elsewhere, and nothing where that is said of all', () => {
  const known = 'In 7 postings this kind of change brought the list closer.';
  expect(shown(known)).toContain(known);
  expect(shown(undefined)).not.toContain('kind of change');
});
