import { register } from 'tsx/esm/api';

// A process of its own does not take over its parent's TypeScript loader.
register();
await import('./run-training.ts');
