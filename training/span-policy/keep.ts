import { keepAll } from '../actions.ts';
import type { SpanPolicy } from './policy.ts';

/** Changes nothing: the row that everything is compared with. */
export const keep: SpanPolicy = {
  name: 'keep',
  decide: async ({ task }) => keepAll(task.space),
};
