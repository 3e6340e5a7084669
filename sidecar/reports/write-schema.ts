import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { reportDataSchema } from '../../shared/protocol/report.ts';

/** Writes the published schema of the JSON report after `shared/protocol/report.ts` has changed. */
const published = new URL('../../docs/report.schema.json', import.meta.url);
writeFileSync(published, `${JSON.stringify(z.toJSONSchema(reportDataSchema), null, 2)}\n`);
