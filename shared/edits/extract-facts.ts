import type { Fact } from '../protocol/edit.ts';
import { findEmails, findUrls } from './facts/addresses.ts';
import { findNumbers, findPay } from './facts/amounts.ts';
import { findDates } from './facts/dates.ts';
import { withoutIdioms } from './facts/idioms.ts';
import { findLegal } from './facts/legal.ts';
import { findLicences } from './facts/licences.ts';
import type { FactFinder, LocatedFact } from './facts/located-fact.ts';
import { findNames } from './facts/names.ts';
import { findSkills } from './facts/skills.ts';
import { findModals, findNegations } from './facts/strength.ts';

/** In order of right: what an earlier finder claims, a later one does not see as another kind of fact. */
const finders: readonly FactFinder[] = [
  findEmails,
  findUrls,
  findPay,
  findDates,
  findLicences,
  findSkills,
  findNumbers,
  findNegations,
  findModals,
  findNames,
];

/** The guard asks for the same line once for each edit of it; the last few hundred answers are kept. */
const remembered = new Map<string, readonly LocatedFact[]>();
const mostRemembered = 256;

function factsOfLine(line: string): readonly LocatedFact[] {
  const known = remembered.get(line);
  if (known) return known;
  const facts = locateInLine(line);
  const [oldest] = remembered.keys();
  if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest);
  remembered.set(line, facts);
  return facts;
}

function locateInLine(written: string): LocatedFact[] {
  const line = withoutIdioms(written);
  const found: LocatedFact[] = [];
  for (const finder of finders) {
    const free = finder(line).filter((fact) => !found.some((f) => fact.start < f.end && f.start < fact.end));
    for (const fact of free.sort((a, b) => b.end - b.start - (a.end - a.start))) {
      if (!found.some((f) => fact.start < f.end && f.start < fact.end)) found.push(fact);
    }
  }
  // A legal sentence is a fact as a whole, beside those inside it.
  return [...found, ...findLegal(line)]
    .map((fact) => ({ ...fact, text: written.slice(fact.start, fact.end).trim() }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Every fact of a text in reading order: numbers, pay, dates, names, addresses, licences, skills, legal sentences,
 * negations and modal strength. `text` is as written, `value` the form that is compared. Facts never cross a line.
 */
export function extractFacts(text: string): Fact[] {
  return text
    .split('\n')
    .flatMap((line) => factsOfLine(line))
    .map(({ kind, text: asWritten, value }) => ({ kind, text: asWritten, value }));
}
