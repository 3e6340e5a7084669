/** What a column of the file can stand for. Only `text` is needed. */
export const postingColumns = ['text', 'title', 'id', 'link', 'date', 'pay', 'location'] as const;
export type PostingColumn = (typeof postingColumns)[number];

/** Which column of the file holds what. */
export type ColumnMapping = Readonly<Partial<Record<PostingColumn, string>>>;

/** Names that such columns have in exports of applicant tracking systems, best first. */
const usualNames: Readonly<Record<PostingColumn, readonly string[]>> = {
  text: ['text', 'description', 'jobdescription', 'body', 'content', 'posting', 'advert', 'ad', 'html'],
  title: ['title', 'jobtitle', 'position', 'role', 'name'],
  id: ['id', 'externalid', 'jobid', 'requisitionid', 'reqid', 'reference'],
  link: ['link', 'url', 'joburl', 'applyurl', 'href'],
  date: [
    'publishedon',
    'publisheddate',
    'publishedat',
    'dateposted',
    'posteddate',
    'postedon',
    'date',
    'createdat',
  ],
  pay: ['pay', 'salary', 'salaryrange', 'compensation', 'payrange'],
  location: ['location', 'city', 'place', 'joblocation'],
};

/** Guesses by the header; a column is used once, and what is not recognised stays open. */
export function guessMapping(columns: readonly string[]): ColumnMapping {
  const free = new Map(columns.map((column) => [column.toLowerCase().replace(/[^a-z]/g, ''), column]));
  const mapping: Partial<Record<PostingColumn, string>> = {};
  for (const target of postingColumns) {
    const name = usualNames[target].find((usual) => free.has(usual));
    const column = name && free.get(name);
    if (!name || !column) continue;
    mapping[target] = column;
    free.delete(name);
  }
  return mapping;
}
