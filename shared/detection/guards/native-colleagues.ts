import type { Guard } from '../rule.ts';

/** Native speakers whom one works or learns with (teachers of a class, customers, colleagues), and speakers who are not native. */
export const nativeColleagues: Guard = {
  name: 'native-colleagues',
  scope: 'over',
  patterns: [
    '(with|including|by|from|to|among|support|(work|classes|lessons|courses|content|books) for) (a|our|certified|other)? native ({language})? speaker~ (of {language})?',
    'native ({language})? speaker~ (from abroad|among|in our team)',
    '(native ({language})? speaker~ (/|or|and|,))? non-native ({language})? speaker~?',
  ],
};
