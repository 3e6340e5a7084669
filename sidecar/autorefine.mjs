#!/usr/bin/env node
import { register } from 'tsx/esm/api';

register();
const { runProcess } = await import('./process.ts');
await runProcess();
