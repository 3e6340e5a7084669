import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exampleEvaluation, exampleRow } from '../../training/evaluation/record.fixture.ts';
import type { RunRecord } from '../../training/evaluation/record.ts';
import { savePolicy } from '../../training/span-policy/saved-policy.ts';
import { policyKind } from '../storage/policy-kinds.ts';
import { openStore, type Store } from '../storage/store.ts';
import { exportPolicy } from './export-policy.ts';
import { acceptPolicy, readPolicyFile } from './import-policy.ts';

const policy = savePolicy({
  effects: { dimensions: ['gender/0', 'relevance'], edits: { 'rule:dominant': [-0.01, 0] }, occupations: {} },
  weights: { '12': 0.5, 'kind:curated': 1.25 },
});
const record: RunRecord = {
  kind: 'policy',
  data: { candidates: 'abc' },
  config: { epochs: 40 },
  evaluations: 10,
  training: [],
  evaluation: exampleEvaluation([exampleRow, { ...exampleRow, method: 'greedy-64' }]),
  promotion: { method: 'amortised', look: 1, level: 0.025, promoted: true, checks: [] },
};
const day = new Date('2024-05-01T10:00:00Z');

let directory: string;
let analyst: Store;
let recruiter: Store;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'autorefine-'));
  analyst = openStore(join(directory, 'analyst'));
  recruiter = openStore(join(directory, 'recruiter'));
  analyst.candidates.save(
    {
      externalId: 'person-7431',
      text: 'xylographer of quokkaville',
      skills: ['zamboni driving'],
      licences: [],
      qualification: { occupations: [], skills: ['zamboni driving'], licences: [] },
    },
    'hash',
  );
  // As if something had put people where none belong.
  analyst.policies.save('policy-1', policyKind, { ...policy, people: ['person-7431'] });
  analyst.policies.promote('policy-1', policyKind, { ...record, texts: ['xylographer'], vectors: [[0.125]] });
  analyst.statements.save({ id: 's1', text: 'We offer flexible hours.', topic: 'flexible-hours' });
});
afterEach(() => {
  analyst.close();
  recruiter.close();
  rmSync(directory, { recursive: true });
});

describe('an exported policy', () => {
  it('holds no candidate’s id, text or vector, even where a record was polluted with them', () => {
    const text = exportPolicy(analyst, 'Ada', day);
    expect(text).not.toMatch(/person-7431|xylographer|quokkaville|zamboni|vectors|0\.125/);
    expect(text.length).toBeLessThan(1_000_000);
  });

  it('holds rounded figures of this policy only', () => {
    const { payload } = readPolicyFile(exportPolicy(analyst, 'Ada', day), recruiter);
    const { methods } = payload.promotion.evaluation;
    expect(methods.map(({ method }) => method)).toEqual(['amortised']);
    expect(methods[0]?.gap.before).toBe(0.121);
    expect(methods[0]?.excessGap.change.interval?.lower).toBe(-0.081);
  });

  it('is in force at the recruiter’s after it was accepted, with its statements and its key', () => {
    const text = exportPolicy(analyst, 'Ada', day);
    const offer = readPolicyFile(text, recruiter);
    expect(offer).toMatchObject({ known: false, replaces: undefined, newStatements: [{ id: 's1' }] });
    expect(recruiter.policies.current(policyKind)).toBeUndefined();
    acceptPolicy(offer, recruiter);
    expect(recruiter.policies.current(policyKind)?.policyId).toBe('policy-1');
    expect(recruiter.statements.all()).toEqual(analyst.statements.all());
    analyst.statements.save({ id: 's1', text: 'We offer flexible hours to all.', topic: 'flexible-hours' });
    expect(readPolicyFile(exportPolicy(analyst, 'Ada', day), recruiter)).toMatchObject({
      known: true,
      replaces: 'policy-1',
      newStatements: [],
      changedStatements: [{ text: 'We offer flexible hours to all.' }],
    });
  });

  it('carries the company’s rule packs, which are told before they are taken over', () => {
    analyst.rulePacks.save({ name: 'Ours', disable: ['age/young'] });
    const offer = readPolicyFile(exportPolicy(analyst, 'Ada', day), recruiter);
    expect(offer).toMatchObject({ newRulePacks: [{ name: 'Ours' }], changedRulePacks: [] });
    expect(recruiter.rulePacks.all()).toEqual([]);
    acceptPolicy(offer, recruiter);
    expect(recruiter.rulePacks.all()).toEqual(analyst.rulePacks.all());
    analyst.rulePacks.save({ name: 'Ours', disable: ['age/young', 'age/digital-native'] });
    expect(readPolicyFile(exportPolicy(analyst, 'Ada', day), recruiter)).toMatchObject({
      newRulePacks: [],
      changedRulePacks: [{ name: 'Ours', disable: ['age/young', 'age/digital-native'] }],
    });
  });

  it('with a rule pack that does not work is refused with its line and the reason', () => {
    const rule = {
      id: 'general/xylograph',
      category: 'general' as const,
      patterns: ['xylograph'],
      severity: 'style' as const,
      evidence: { grade: 'style' as const, source: 'House style' },
      message: 'Not everyone knows this word.',
      flags: ['A printer is wanted.', 'A xylograph is needed.'] satisfies [string, string],
      passes: ['We want a printer.', 'A printer is needed.'] satisfies [string, string],
    };
    analyst.rulePacks.save({ name: 'Ours', rules: [rule] });
    expect(() => readPolicyFile(exportPolicy(analyst, 'Ada', day), recruiter)).toThrow(
      /Rule pack 1 of the policy file, line \d+: rule "general\/xylograph" does not find anything/,
    );
  });

  it('is signed with one key, which its owner alone can read', () => {
    const first = readPolicyFile(exportPolicy(analyst, 'Ada', day), recruiter);
    const second = readPolicyFile(exportPolicy(analyst, 'Ada', day), recruiter);
    expect(first.fingerprint).toMatch(/^([0-9a-f]{4}-){7}[0-9a-f]{4}$/);
    expect(second.fingerprint).toBe(first.fingerprint);
    if (process.platform !== 'win32') {
      expect(statSync(join(directory, 'analyst', 'signing-key.pem')).mode & 0o777).toBe(0o600);
    }
  });

  it.each([
    ['"kind:curated": 1.25', '"kind:curated": 9.25'],
    ['We offer flexible hours.', 'We offer yachts.'],
    ['"signedBy": "Ada"', '"signedBy": "Eve"'],
  ])('with %j changed to %j is refused', (from, to) => {
    const text = exportPolicy(analyst, 'Ada', day);
    expect(text).toContain(from);
    expect(() => readPolicyFile(text.replace(from, to), recruiter)).toThrow(/changed after it was signed/);
  });

  it('with spaces taken out is the same file', () => {
    const text = exportPolicy(analyst, 'Ada', day);
    const compact = JSON.stringify(JSON.parse(text));
    expect(readPolicyFile(compact, recruiter)).toEqual(readPolicyFile(text, recruiter));
  });

  it.each([
    '',
    '{}',
    '[1]',
    'MZ',
    `{"payload":{},"signature":{"algorithm":"ed25519","publicKey":"AA","value":""}}`,
  ])('is not read from %j', (text) => {
    expect(() => readPolicyFile(text, recruiter)).toThrow(/no policy file|changed after/);
  });

  it('needs a policy in force', () => {
    expect(() => exportPolicy(recruiter, 'Ada', day)).toThrow(/No policy is in force/);
  });
});
