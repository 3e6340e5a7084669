import { describe, expect, test } from 'vitest';
import { createDetector } from '../../shared/detection/detector.ts';
import {
  candidateRecordSchema,
  outcomeSchema,
  pastPostingSchema,
  selfReportSchema,
  stages,
} from '../../shared/protocol/candidate.ts';
import { isMarked } from '../../shared/protocol/finding.ts';
import { statementSchema } from '../../shared/protocol/sidecar.ts';
import { clusterPeople } from '../qualification/person-cluster.ts';
import { generateSampleCompany } from './generate.ts';
import { occupations } from './occupations/occupations.ts';

const company = generateSampleCompany({ seed: 1 });

describe('generateSampleCompany', () => {
  test('the same seed gives the same company, another seed another one', () => {
    const small = { candidates: 60, postings: 4 };
    expect(generateSampleCompany({ seed: 7, ...small })).toEqual(
      generateSampleCompany({ seed: 7, ...small }),
    );
    const other = generateSampleCompany({ seed: 8, ...small });
    expect(other.candidates).not.toEqual(generateSampleCompany({ seed: 7, ...small }).candidates);
  });

  test('everything has the form that the service stores and says that it is synthetic', () => {
    for (const candidate of company.candidates) {
      expect(candidateRecordSchema.parse(candidate).externalId).toMatch(/^synthetic-/);
    }
    for (const posting of company.postings) {
      expect(pastPostingSchema.parse(posting).employer).toContain('synthetic sample');
    }
    for (const report of company.selfReports) {
      expect(selfReportSchema.parse(report).lawfulBasis).toContain('synthetic');
    }
    for (const statement of company.statements) statementSchema.parse(statement);
    expect(company.company).toContain('synthetic sample');
  });

  test('as many people and postings as promised, each person once', () => {
    expect(company.candidates).toHaveLength(6000);
    expect(company.postings).toHaveLength(40);
    expect(company.selfReports).toHaveLength(3 * 6000);
    expect(new Set(company.candidates.map(({ externalId }) => externalId)).size).toBe(6000);
  });

  test('no two people are near duplicates, so that folds can part them', () => {
    const people = company.candidates.map(({ externalId, text }) => ({ id: externalId, text }));
    expect(new Set(clusterPeople(people)).size).toBe(6000);
  });

  test('no resume names a group', () => {
    const groupWord =
      /\b(?:he|she|his|her|him|hers|wom[ae]n|m[ae]n|fe?male|black|white|asian|hispanic|latin[oa]|young|old|aged?)\b/i;
    for (const { text } of company.candidates) expect(groupWord.exec(text)?.[0]).toBeUndefined();
  });

  test('no placeholder is left and articles fit', () => {
    const texts = [...company.candidates, ...company.postings].map(({ text }) => text);
    for (const text of texts) {
      expect(text).not.toMatch(/[{}[\]⟦⟧]|undefined|NaN/);
      expect(text).not.toMatch(
        /\ba (?:accountant|electrician|emergency|insurance|outpatient|office|apartment|in-house)/i,
      );
    }
  });

  test('about two thirds of the postings have wording that the detector marks', () => {
    const detector = createDetector();
    const marked = company.postings.filter(({ text }) => detector.check(text).findings.some(isMarked));
    expect(marked.length).toBeGreaterThanOrEqual(22);
    expect(marked.length).toBeLessThanOrEqual(32);
  });

  test('six occupations have enough people to measure in half of them, six do not', () => {
    const counts = occupations.map(
      ({ title }) => company.candidates.filter(({ occupation }) => occupation === title).length,
    );
    expect(counts.filter((count) => count >= 800)).toHaveLength(6);
    expect(counts.filter((count) => count < 200)).toHaveLength(6);
    expect(occupations.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test('groups have the documented shares', () => {
    for (const { title, womenShare } of occupations) {
      const ids = new Set(company.candidates.filter((c) => c.occupation === title).map((c) => c.externalId));
      const known = company.selfReports.filter(
        (r) =>
          r.attribute === 'gender' && ids.has(r.externalId) && (r.value === 'woman' || r.value === 'man'),
      );
      const women = known.filter(({ value }) => value === 'woman').length;
      const deviation = Math.sqrt((womenShare * (1 - womenShare)) / known.length);
      expect(Math.abs(women / known.length - womenShare)).toBeLessThan(4 * deviation);
    }
    const values = new Set(company.selfReports.map(({ value }) => value));
    for (const value of ['nonbinary', 'unknown', 'declined', 'Asian', '65 and over'])
      expect(values).toContain(value);
  });

  test('a year of outcomes, each person going through the stages in order and in time', () => {
    const journeys = new Map<string, typeof company.outcomes>();
    for (const outcome of company.outcomes) {
      outcomeSchema.parse(outcome);
      expect(outcome.on.startsWith('2025-')).toBe(true);
      const key = `${outcome.postingId} ${outcome.externalId}`;
      journeys.set(key, [...(journeys.get(key) ?? []), outcome]);
    }
    for (const journey of journeys.values()) {
      const order = journey.map(({ stage }) => stages.indexOf(stage));
      expect(order).toEqual(order.slice().sort((a, b) => a - b));
      expect(journey[0]?.stage).toBe('seen');
      const dates = journey.map(({ on }) => on);
      expect(dates).toEqual(dates.slice().sort());
    }
    for (const stage of stages) {
      expect(company.outcomes.filter((outcome) => outcome.stage === stage).length).toBeGreaterThan(30);
    }
  });
});
