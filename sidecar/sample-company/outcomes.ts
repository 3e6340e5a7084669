import type { Outcome, Stage } from '../../shared/protocol/candidate.ts';
import type { Random } from '../../shared/random.ts';

/** What the funnel needs of one person. */
export interface Applicant {
  readonly externalId: string;
  /** Terms of the plant in the person's resume. */
  readonly terms: ReadonlySet<string>;
  readonly skills: ReadonlySet<string>;
}

export interface Opening {
  readonly postingId: string;
  /** Terms of the plant in the posting. */
  readonly terms: readonly string[];
  readonly skills: readonly string[];
  readonly publishedOn: string;
  readonly positions: number;
}

/** The documented rates of the funnel. Nothing here reads a group: differences come through the shared wording only. */
export const funnel = {
  seen: 90,
  /** Chance to apply of somebody who shares no wording with the posting, and what each shared term adds. */
  applies: 0.22,
  appliesPerSharedTerm: 0.09,
  /** Chance of an interview by the share of skills that the person has. */
  interviewedAtNoSkill: 0.05,
  interviewedAtAllSkills: 0.55,
  offeredWhenInterviewed: 0.45,
  acceptsOffer: 0.85,
} as const;

function daysAfter(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`) + days * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}

/** Steps of every person who saw the opening, in time order for each person. */
export function runFunnel(opening: Opening, people: readonly Applicant[], random: Random): Outcome[] {
  const outcomes: Outcome[] = [];
  let hired = 0;
  for (const person of random.shuffle(people).slice(0, funnel.seen)) {
    let day = random.integer(14);
    const step = (stage: Stage) => {
      outcomes.push({
        postingId: opening.postingId,
        externalId: person.externalId,
        stage,
        on: daysAfter(opening.publishedOn, day),
      });
      day += 2 + random.integer(9);
    };
    step('seen');
    const shared = opening.terms.filter((term) => person.terms.has(term)).length;
    if (random.next() >= funnel.applies + funnel.appliesPerSharedTerm * shared) continue;
    step('applied');
    const met =
      opening.skills.filter((skill) => person.skills.has(skill)).length / Math.max(1, opening.skills.length);
    const chance =
      funnel.interviewedAtNoSkill + met * (funnel.interviewedAtAllSkills - funnel.interviewedAtNoSkill);
    if (random.next() >= chance) {
      step('rejected');
      continue;
    }
    step('interviewed');
    if (hired >= opening.positions || random.next() >= funnel.offeredWhenInterviewed) {
      step('rejected');
      continue;
    }
    step('offered');
    if (random.next() < funnel.acceptsOffer) {
      step('hired');
      hired += 1;
    }
  }
  return outcomes;
}
