import { accountant } from './accountant.ts';
import { automotiveMechanic } from './automotive-mechanic.ts';
import { chef } from './chef.ts';
import { dispatcher } from './dispatcher.ts';
import { electrician } from './electrician.ts';
import type { Occupation } from './occupation.ts';
import { paralegal } from './paralegal.ts';
import { pharmacist } from './pharmacist.ts';
import { preschoolTeacher } from './preschool-teacher.ts';
import { receptionist } from './receptionist.ts';
import { registeredNurse } from './registered-nurse.ts';
import { salesRepresentative } from './sales-representative.ts';
import { softwareDeveloper } from './software-developer.ts';

/**
 * Six occupations with enough people to measure, six with too few: a sample company should also show what "not enough
 * data" looks like. Shares add up to 1.
 */
export const occupations: readonly Occupation[] = [
  registeredNurse,
  accountant,
  softwareDeveloper,
  salesRepresentative,
  pharmacist,
  dispatcher,
  electrician,
  chef,
  preschoolTeacher,
  paralegal,
  receptionist,
  automotiveMechanic,
];
