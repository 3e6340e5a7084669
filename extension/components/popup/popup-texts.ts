import { plural } from '../../plural.ts';

export const popupTexts = {
  siteOn: 'On for this site',
  siteOff: 'Off for this site',
  companyOn: 'Your company keeps it on for this site',
  companyOff: 'Your company keeps it off for this site',
  companyLists: 'Your company lists this site: switch it on',
  siteSwitch: (host: string) => `Check postings on ${host}`,
  unsupported: 'This page cannot be checked.',
  marks: (count: number) =>
    count === 0 ? 'Nothing marked in this form' : `${plural(count, 'mark', 'marks')} in this form`,
  noField: 'No posting field on this page yet',
  openPanel: 'Open side panel',
  privacy: 'It talks to this computer only.',
  pages: 'More pages',
};
