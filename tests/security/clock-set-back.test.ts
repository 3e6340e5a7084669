import { beforeEach, describe, expect, it } from 'vitest';
import { createClients } from '../../sidecar/security/clients.ts';
import { createPairingCodes } from '../../sidecar/security/pairing-codes.ts';
import type { Store } from '../../sidecar/storage/store.ts';
import { openTemporaryStore } from '../../sidecar/storage/temporary-store.fixture.ts';

const day = 24 * 60 * 60 * 1000;
let time: number;
const now = () => new Date(time);
const setBack = () => {
  time -= 400 * day;
};

beforeEach(() => {
  time = Date.UTC(2026, 4, 1);
});

describe('a clock that is set back by a year', () => {
  let store: Store;
  beforeEach(() => {
    ({ store } = openTemporaryStore({ now }));
  });

  it('leaves the policy in force that was promoted last, and the one before one step away', () => {
    for (const id of ['first', 'second']) {
      store.policies.save(id, 'span-policy', {});
      store.policies.promote(id, 'span-policy', {});
      setBack();
    }
    expect(store.policies.current('span-policy')?.policyId).toBe('second');
    store.policies.withdraw('span-policy');
    expect(store.policies.current('span-policy')?.policyId).toBe('first');
  });

  it('leaves the audit log in the order in which things happened', () => {
    store.auditLog.add('someone', 'imported', {});
    setBack();
    store.auditLog.add('someone', 'erased', {});
    expect(store.auditLog.page(10).map(({ action }) => action)).toEqual(['erased', 'imported']);
  });

  it('still moves the revision of the pool, and takes the newest text of a posting', () => {
    const posting = (text: string) => ({ externalId: 'p1', title: 'Chef', text });
    store.postings.save(posting('Cook.'));
    setBack();
    store.postings.save(posting('Cook well.'));
    expect(store.postings.all().map(({ text }) => text)).toEqual(['Cook well.']);
  });

  it('leaves paired clients paired', () => {
    const clients = createClients(store.tokens, now);
    const { token } = clients.issue('extension', ['recruiter']);
    expect(clients.recognise(`Bearer ${token}`)).toBeDefined();
    setBack();
    expect(clients.recognise(`Bearer ${token}`)).toBeDefined();
  });

  it('makes no pairing code good for longer, and locks nobody out for longer', () => {
    const codes = createPairingCodes(now);
    const code = codes.current();
    setBack();
    expect(codes.redeem(code)).toBe('wrong');
    for (let i = 0; i < 4; i += 1) codes.redeem('wrong');
    expect(codes.redeem(codes.current())).toBe('locked');
    setBack();
    expect(codes.redeem(codes.current())).toBe('paired');
  });
});
