import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

// A thread does not take over its parent's TypeScript loader on every supported Node, so it registers one of its own.
register();
await import(workerData.module);
