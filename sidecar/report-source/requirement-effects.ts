import type { AttributeColumn, Requirements } from '../../training/recommender.ts';
import type { RequirementEffect } from '../reports/report-source.ts';
import type { StoredQualification } from '../storage/candidates.ts';

interface Requirement {
  readonly label: string;
  readonly kind: RequirementEffect['kind'];
  readonly isMet: (qualification: StoredQualification) => boolean;
}

interface Effect {
  readonly kind: Requirement['kind'];
  postings: number;
  /** People who qualify for a posting with this requirement as it stands, and those who would without it. */
  readonly with: Set<number>;
  readonly without: Set<number>;
}

/**
 * For each requirement that postings state, how many of the company's own candidates meet everything they ask for, and
 * how many would without this one. Over several postings with the same requirement each person counts once. What a
 * posting calls a plus is no requirement, and the occupation is never left out.
 * @param columns self-reported groups, aligned with the candidates; without any, people are counted without groups.
 */
export function countRequirementEffects(
  postings: readonly Requirements[],
  candidates: readonly StoredQualification[],
  columns: readonly AttributeColumn[],
): RequirementEffect[] {
  const holders = indexOccupations(candidates);
  const everyone = [...candidates.keys()];
  const effects = new Map<string, Effect>();
  for (const posting of postings) {
    const stated = statedRequirements(posting);
    const counted = stated.map(({ label, kind }) => {
      const effect = effects.get(label) ?? { kind, postings: 0, with: new Set(), without: new Set() };
      effects.set(label, effect);
      effect.postings += 1;
      return effect;
    });
    const { occupation } = posting;
    for (const person of occupation === undefined ? everyone : (holders.get(occupation) ?? [])) {
      const qualification = candidates[person];
      if (qualification === undefined) continue;
      const unmet = counted.filter((_, i) => stated[i]?.isMet(qualification) === false);
      for (const effect of unmet.length === 0 ? counted : []) {
        effect.with.add(person);
        effect.without.add(person);
      }
      // Who lacks exactly one requirement would qualify without it.
      if (unmet.length === 1) unmet[0]?.without.add(person);
    }
  }
  return [...effects].map(([requirement, effect]) => ({
    requirement,
    kind: effect.kind,
    postings: effect.postings,
    attributes:
      columns.length === 0
        ? [{ attribute: 'everyone', groups: [groupCount(null, effect, () => true)] }]
        : columns.map((column) => countGroups(column, effect)),
  }));
}

function indexOccupations(candidates: readonly StoredQualification[]): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  candidates.forEach(({ occupations }, person) => {
    for (const occupation of occupations) {
      const known = holders.get(occupation);
      if (known === undefined) holders.set(occupation, [person]);
      else known.push(person);
    }
  });
  return holders;
}

function statedRequirements({ skills, licences, years }: Requirements): Requirement[] {
  return [
    ...skills.map(
      (skill): Requirement => ({
        label: skill,
        kind: 'skill',
        isMet: (qualification) => qualification.skills.includes(skill),
      }),
    ),
    ...licences.map(
      (licence): Requirement => ({
        label: licence,
        kind: 'licence',
        isMet: (qualification) => qualification.licences.includes(licence),
      }),
    ),
    ...(years === undefined
      ? []
      : [
          {
            label: `at least ${years} ${years === 1 ? 'year' : 'years'} of experience`,
            kind: 'years',
            isMet: (qualification) => (qualification.years ?? -1) >= years,
          } satisfies Requirement,
        ]),
  ];
}

function countGroups({ name, groups, codes }: AttributeColumn, effect: Effect) {
  const codeOf = (person: number) => codes[person] ?? -1;
  return {
    attribute: name,
    groups: [
      ...groups.map((group, code) => groupCount(group, effect, (person) => codeOf(person) === code)),
      groupCount(null, effect, (person) => codeOf(person) < 0),
    ],
  };
}

function groupCount(group: string | null, effect: Effect, isIn: (person: number) => boolean) {
  const count = (people: ReadonlySet<number>) => [...people].filter(isIn).length;
  return { group, with: count(effect.with), without: count(effect.without) };
}
