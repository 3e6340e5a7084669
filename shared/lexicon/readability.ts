import type { Rule } from '../detection/rule.ts';
import { sources } from './sources.ts';

export const readability = [
  {
    id: 'readability/jargon',
    category: 'readability',
    patterns: [
      '(synergy|synergies|synergise~|synergize~|ideate~|ideation|low-hanging fruit|paradigm shift~|blue-sky thinking|move the needle|deep dive~|boil the ocean|win-win|circle back|bleeding-edge|best-of-breed|mission-critical|value-add~|thought leader~|thought leadership|value proposition~|holistically|learnings|net-net|bandwidth to)',
      'think outside (of)? the box',
      'wear (many|multiple) hats',
      'wearing (many|multiple) hats',
      '(leverage~) (our|the|your|best|cross)',
    ],
    polarity: 'neutral',
    severity: 'style',
    evidence: sources.plainLanguage,
    message: 'Plain words are understood by everyone, also by people for whom English is a second language.',
    flags: ['You create synergies between teams.', 'At the museum you wear many hats.'],
    passes: ['You connect teams.', 'You sell hats.'],
  },
  {
    id: 'readability/wordy',
    category: 'readability',
    patterns: [
      'in order to',
      'utilise~',
      'utilize~',
      'prior to',
      'commence~',
      'endeavour~',
      'facilitate~',
      'pursuant to',
      'henceforth',
      'aforementioned',
    ],
    polarity: 'neutral',
    severity: 'style',
    evidence: sources.plainLanguage,
    message: 'A shorter word says the same.',
    suggestions: [],
    flags: ['You utilise tools in order to test.', 'Report prior to leaving.'],
    passes: ['You use tools to test.', 'Report before leaving.'],
  },
] as const satisfies readonly Rule[];
