import type { Guard } from '../rule.ts';

/** The leave is why the post is open, not a benefit. */
export const replacement: Guard = {
  name: 'replacement',
  scope: 'sentence',
  patterns: [
    '(cover|covering|replacement|replace|backfill|fixed-term|temporary)',
    '(maternity|paternity) leave (vacancy|period|contract|position|of)',
    '(contract|position|vacancy|employment) : (maternity|paternity) leave',
    '(colleague~|associate~|employee~) (maternity|paternity) leave',
  ],
};
