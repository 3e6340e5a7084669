import type { ServiceLog } from '../security/service-log.ts';
import type { Scorer } from './scorer.ts';

/** What the environment's app is made of. */
export interface EnvironmentDependencies {
  readonly scorer: Scorer;
  /** Postings that `reset` draws from; may be empty when only rewards are asked for. */
  readonly postings: readonly { readonly id: string; readonly text: string }[];
  /** Wording found in a text that may narrow who is matched. */
  readonly findings: (text: string) => readonly string[];
  /** Seed of a connection's draws where its resets name none. */
  readonly drawSeed: () => number;
  readonly token: string;
  readonly version: string;
  readonly log: ServiceLog;
  /** Whether another machine may call; the Host header is then not checked. */
  readonly otherMachines?: boolean;
  readonly limits?: Partial<EnvironmentLimits>;
}

export interface EnvironmentLimits {
  /** Requests running or waiting; the next is told to come back later. */
  readonly waiting: number;
  /** Milliseconds that a request may take, waiting included. */
  readonly time: number;
  /** Bytes of a body or of a message. */
  readonly body: number;
  /** Messages of one connection that wait for their reply. */
  readonly messages: number;
}

export const environmentLimits: EnvironmentLimits = {
  waiting: 64,
  time: 60_000,
  body: 32 * 1024 * 1024,
  messages: 16,
};
