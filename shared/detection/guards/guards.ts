import type { Guard } from '../rule.ts';
import { accommodation } from './accommodation.ts';
import { benefit } from './benefit.ts';
import { campaign } from './campaign.ts';
import { citizenshipByLaw } from './citizenship-by-law.ts';
import { companyHistory, foundedBy } from './company-history.ts';
import { companyAsSpecialist, companySubject } from './company-subject.ts';
import { drivingJob } from './driving-job.ts';
import { employerIsSchool } from './employer-is-school.ts';
import { enduranceTest } from './endurance-test.ts';
import { equalOpportunity } from './equal-opportunity.ts';
import {
  alsoAccepted,
  alsoWelcome,
  everyone,
  insteadOfDegree,
  levelNamed,
  otherLevel,
  rangeFromFew,
  supervision,
  weAre,
  withinRange,
} from './experience.ts';
import { fairChance } from './fair-chance.ts';
import { fashion } from './fashion.ts';
import {
  colleagueSpokenOf,
  contestedThing,
  manSpokenOf,
  namedPerson,
  pairOfSexes,
  pairOfTitles,
  pay,
  personServedBefore,
  pronounPair,
  superiorSpokenOf,
  unmanned,
  watchedMarket,
  womanSpokenOf,
} from './gender.ts';
import { helpedOthers } from './helped-others.ts';
import { maori } from './maori.ts';
import { minimumAge, otherUnit } from './minimum-age.ts';
import {
  listedSoftware,
  namedThing,
  quotedName,
  quotedThing,
  thingNamed,
  wordingItself,
} from './name-or-quotation.ts';
import { nativeColleagues } from './native-colleagues.ts';
import { negation } from './negation.ts';
import { optionalEquipment } from './optional-equipment.ts';
import { orEquivalent } from './or-equivalent.ts';
import { payroll } from './payroll.ts';
import { personServed } from './person-served.ts';
import { positiveAction } from './positive-action.ts';
import { listedTeam, praisedTeam } from './praised-team.ts';
import { productMeasure } from './product-measure.ts';
import { properName } from './proper-name.ts';
import { realJobNeed } from './real-job-need.ts';
import { replacement } from './replacement.ts';
import { servedGroup, serviceUsers, usersOfService } from './served-group.ts';
import { technicalSense } from './technical-sense.ts';
import { voluntaryAnswer } from './voluntary-answer.ts';
import { bothWelcome, welcomeAll } from './welcome-all.ts';
import { withOrWithout } from './with-or-without.ts';

/** Every guard a rule can name. */
export const guards = [
  accommodation,
  alsoAccepted,
  alsoWelcome,
  benefit,
  bothWelcome,
  campaign,
  citizenshipByLaw,
  colleagueSpokenOf,
  companyAsSpecialist,
  companyHistory,
  foundedBy,
  companySubject,
  contestedThing,
  drivingJob,
  employerIsSchool,
  enduranceTest,
  equalOpportunity,
  everyone,
  fairChance,
  fashion,
  helpedOthers,
  insteadOfDegree,
  levelNamed,
  listedSoftware,
  listedTeam,
  manSpokenOf,
  maori,
  minimumAge,
  namedPerson,
  superiorSpokenOf,
  namedThing,
  nativeColleagues,
  negation,
  optionalEquipment,
  orEquivalent,
  otherLevel,
  otherUnit,
  pairOfSexes,
  pairOfTitles,
  pay,
  payroll,
  personServed,
  personServedBefore,
  positiveAction,
  praisedTeam,
  productMeasure,
  pronounPair,
  properName,
  quotedName,
  quotedThing,
  rangeFromFew,
  realJobNeed,
  replacement,
  servedGroup,
  serviceUsers,
  supervision,
  technicalSense,
  thingNamed,
  unmanned,
  usersOfService,
  voluntaryAnswer,
  watchedMarket,
  weAre,
  welcomeAll,
  wordingItself,
  withinRange,
  withOrWithout,
  womanSpokenOf,
] as const satisfies readonly Guard[];

/** Guards that hold for every rule that does not list them under `unguarded`. */
export const defaultGuards: readonly string[] = [
  'equal-opportunity',
  'negation',
  'technical-sense',
  'proper-name',
  'wording-itself',
  'quoted-name',
  'quoted-thing',
  'named-thing',
  'thing-named',
];
