export const statementsTexts = {
  title: 'Approved statements',
  hint: 'Entered as true by your own people. A rewrite may add these and nothing else.',
  none: 'No statement yet.',
  topics: {
    'flexible-hours': 'Flexible hours',
    'parental-leave': 'Parental leave',
    accommodation: 'Accommodation',
    training: 'Training',
    'equal-opportunity': 'Equal opportunity',
    other: 'Other',
  },
};
