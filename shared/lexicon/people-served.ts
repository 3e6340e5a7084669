/** Guards of rules whose words may be about the people whom the job serves, such as patients or pupils. */
export const peopleServed = ['served-group', 'service-users', 'users-of-service'] as const;
