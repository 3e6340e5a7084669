/** Guards of rules whose words may be about the people whom the job serves, such as patients or pupils. */
export const peopleServed = ['served-group', 'service-users', 'users-of-service'] as const;

/** Guards of pronouns, which may stand for somebody other than the person sought. */
export const somebodyElse = [
  'pronoun-pair',
  'named-person',
  'superior-spoken-of',
  'person-served',
  'person-served-before',
] as const;
