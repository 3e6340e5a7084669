import { testContract } from './contract.ts';
import { leading } from './fixtures/fixtures.ts';

testContract([leading.textarea]);
