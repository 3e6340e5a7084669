/** The pages of the dashboard in the order of its menu; each is a name in the address, such as `#postings`. */
export const sections = [
  'overview',
  'postings',
  'text',
  'candidates',
  'training',
  'policy',
  'statements',
  'reports',
  'privacy',
] as const;
export type Section = (typeof sections)[number];
