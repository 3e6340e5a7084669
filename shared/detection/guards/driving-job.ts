import type { Guard } from '../rule.ts';

/** The job is to drive, so a licence or a vehicle is what the work needs. */
export const drivingJob: Guard = {
  name: 'driving-job',
  scope: 'document',
  patterns: [
    '(truck|van|bus|taxi|hgv|lgv|lorry|delivery|cdl|train|tram|forklift|multi-drop) _1 driver~',
    '(courier~|chauffeur~|driving instructor~)',
    '^ driver~ $',
    '(drive|driving) (a|an|our|the|your) _1 (van|truck|bus|lorry|car|tram|taxi|train|minibus)',
  ],
};
