const stateCodes = `AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia
FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland
MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire
NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania
RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington
WV West Virginia|WI Wisconsin|WY Wyoming`;

const memberStates = `AT Austria|BE Belgium|BG Bulgaria|HR Croatia|CY Cyprus|CZ Czechia|DK Denmark|EE Estonia|FI Finland|FR France
DE Germany|GR Greece|HU Hungary|IE Ireland|IT Italy|LV Latvia|LT Lithuania|LU Luxembourg|MT Malta|NL Netherlands|PL Poland
PT Portugal|RO Romania|SK Slovakia|SI Slovenia|ES Spain|SE Sweden`;

const read = (list: string) =>
  list.split(/[|\n]\s*/).map((entry) => ({ code: entry.slice(0, 2), name: entry.slice(3) }));

/** Cities with a law of their own. */
const cities = [
  { code: 'US-NY-NYC', name: /\bNew York(?: City)?, (?:NY|New York)\b|\bNYC\b/ },
  { code: 'US-OH-CLE', name: /\bCleveland, (?:OH|Ohio)\b/ },
  { code: 'US-OH-COL', name: /\bColumbus, (?:OH|Ohio)\b/ },
];

const states = read(stateCodes);
const union = read(memberStates);

/**
 * Reads where a job is from a location as people write it ("Denver, CO 80202", "Cork, Ireland").
 * @returns codes such as `US-CO`, or `DE` with `EU`; empty when the place is not recognised, for a wrong law is worse than none.
 */
export function jurisdictionsOf(location: string): string[] {
  const city = cities.find(({ name }) => name.test(location));
  if (city) return [city.code];
  for (const { code, name } of states) {
    const abbreviated = new RegExp(`,\\s*${code}(?:\\s+\\d{5}|,|\\s*$)`);
    if (abbreviated.test(location) || wholeName(name, location)) return [`US-${code}`];
  }
  for (const { code, name } of union) if (wholeName(name, location)) return [code];
  if (/\b(?:United Kingdom|UK|England|Scotland|Wales|Northern Ireland)\b/.test(location)) return ['UK'];
  return /\b(?:United States|USA|US)\b/.test(location) ? ['US'] : [];
}

/** Adds `EU` beside a member state, so that laws of the Union hold there. */
export function withUnion(jurisdictions: readonly string[]): string[] {
  const inUnion = jurisdictions.some((place) => union.some(({ code }) => code === place.slice(0, 2)));
  return [...new Set(inUnion ? [...jurisdictions, 'EU'] : jurisdictions)];
}

function wholeName(name: string, location: string): boolean {
  return new RegExp(`(?<!\\p{L})(?<!(?:West|Northern) )${name}(?!\\p{L})`, 'u').test(location);
}
