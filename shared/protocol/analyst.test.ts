import { describe, expect, it } from 'vitest';
import { analystCalls } from './analyst.ts';

describe('the table of calls', () => {
  it('fills parameters into the path, as data and never as path', () => {
    expect(analystCalls.trainingRun.path({ id: '../audit-log?x=/' })).toBe(
      '/v1/training-runs/..%2Faudit-log%3Fx%3D%2F',
    );
  });

  it('sends the other parameters as the query, one pair a value', () => {
    expect(
      analystCalls.importCandidates.path({ dryRun: 'true', map: ['text=About me', 'skills=Skills'] }),
    ).toBe('/v1/candidates?dryRun=true&map=text%3DAbout+me&map=skills%3DSkills');
    expect(analystCalls.auditLog.path({})).toBe('/v1/audit-log');
  });

  it('checks path and query parameters together', () => {
    const { parameters } = analystCalls.auditLog;
    expect(parameters.safeParse({ limit: 0 }).success).toBe(false);
    expect(parameters.safeParse({ limit: 20, before: 7 }).success).toBe(true);
    expect(analystCalls.person.parameters.safeParse({}).success).toBe(false);
  });

  it('names every method and route once', () => {
    const routes = Object.values(analystCalls).map(({ method, route }) => `${method} ${route}`);
    expect(new Set(routes).size).toBe(routes.length);
  });
});
