import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fewestPeople, fewestPostings } from '../market/match-list/measuring-ground.ts';
import { type AttributeStore, attributesDatabaseFile, openAttributes } from '../storage/attributes.ts';
import { isEncrypted } from '../storage/connect.ts';
import { toStorageError } from '../storage/errors.ts';
import { mainDatabaseFile, openStore, type Store } from '../storage/store.ts';
import type { Diagnosis } from './diagnosis.ts';

/** The databases of a data folder, who is paired, and whether there is enough to measure. */
export function* examineData(data: string): Generator<Diagnosis> {
  const what = 'Database';
  if (!existsSync(data)) {
    yield {
      what,
      state: 'optional',
      detail: `There is none yet in ${data}.`,
      mend: 'It is made by npm start.',
    };
    return;
  }
  try {
    const store = openStore(data);
    try {
      const attributes = openAttributes(data);
      try {
        yield examineStore(store);
        yield examineMeasuring(store, attributes);
      } finally {
        attributes.close();
      }
      yield examinePairing(store);
      yield examineEncryption(data);
    } finally {
      store.close();
    }
  } catch (error) {
    const fault = toStorageError(error);
    if (fault === undefined) throw error;
    yield { what, state: 'broken', detail: fault.message, mend: fault.mend };
  }
}

function examineStore(store: Store): Diagnosis {
  const what = 'Database';
  const problems = store.integrityProblems();
  if (problems.length > 0) {
    return {
      what,
      state: 'broken',
      detail: `It is damaged in ${problems.length} places.`,
      mend: 'autorefine restore FOLDER',
    };
  }
  const { sample, measuring } = store.settings.read();
  const people = `${store.candidates.count()} candidates${sample ? ' (synthetic sample)' : ''}, ${store.postings.count()} postings`;
  const detail = `${people}; measuring is ${measuring ? 'on' : 'off'}. In ${store.directory}.`;
  if (store.candidates.count() > 0) return { what, state: 'works', detail };
  return { what, state: 'optional', detail, mend: 'autorefine import candidates FILE' };
}

/** Why a report would say "not enough data": measuring is off, or too few postings or people are there. */
function examineMeasuring(store: Store, attributes: AttributeStore): Diagnosis {
  const what = 'Measuring';
  if (!store.settings.read().measuring) {
    const detail = 'It is switched off: no self-report is read, and the report has no match list.';
    return { what, state: 'optional', detail, mend: 'autorefine settings --measuring on' };
  }
  const postings = store.postings.count();
  const ids = [...store.candidates.qualifications()].map(({ externalId }) => externalId);
  const known = attributes.attributes().map((name) => {
    const people = attributes.column(name, ids).codes.filter((code) => code >= 0).length;
    return { name, people };
  });
  const counted = known.map(({ name, people }) => `${name} of ${people} people`).join(', ') || 'nobody';
  const detail = `${postings} past postings; self-reports: ${counted}.`;
  if (postings >= fewestPostings && known.some(({ people }) => people >= fewestPeople)) {
    return { what, state: 'works', detail };
  }
  const mend = `At least ${fewestPostings} postings and ${fewestPeople} people with self-reports: autorefine import outcomes FILE`;
  return { what, state: 'optional', detail: `Not enough data. ${detail}`, mend };
}

function examineEncryption(data: string): Diagnosis {
  const what = 'Encryption';
  const paths = [mainDatabaseFile, attributesDatabaseFile].map((file) => join(data, file));
  const encrypted = paths.filter(isEncrypted);
  if (encrypted.length === paths.length)
    return { what, state: 'works', detail: 'Both databases are encrypted.' };
  const mend = 'autorefine encrypt';
  if (encrypted.length === 0) {
    const detail = 'The databases are not encrypted; keep them on an encrypted disk, or encrypt them.';
    return { what, state: 'optional', detail, mend };
  }
  return { what, state: 'broken', detail: `Only ${encrypted.join()} is encrypted: it was cut off.`, mend };
}

function examinePairing(store: Store): Diagnosis {
  const clients = store.tokens.live();
  if (clients.length > 0) {
    return { what: 'Pairing', state: 'works', detail: clients.map(({ client }) => client).join(', ') };
  }
  const mend = 'Start the service and type its code into the extension.';
  return { what: 'Pairing', state: 'optional', detail: 'No extension is paired.', mend };
}
