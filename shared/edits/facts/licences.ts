import { type LocatedFact, matches } from './located-fact.ts';

const acronyms =
  'CPA|ACCA|CIMA|ACA|CFA|CMA|CIA|EA|PMP|PRINCE2|CISSP|CISM|CISA|CCNA|CCNP|CEH|ITIL|CompTIA|OSHA|HGV|LGV|PCV|CDL|CPC|CSCS|CPCS|NPORS|IPAF|PASMA|SMSTS|SSSTS|NEBOSH|IOSH|COSHH|NVQ|BTEC|HND|HNC|GCSEs?|A-levels?|GED|LPN|RN|LVN|CNA|NP|PA-C|EMT|APRN|BLS|ACLS|PALS|NMC|GMC|HCPC|GPhC|GDC|RCVS|QTS|PGCE|DBS|CRB|SIA|ARRT|RDH|LCSW|LMSW|LMFT|BCBA|RBT|NCLEX|TEFL|CELTA|TESOL|SHRM-(?:CP|SCP)|PHR|SPHR|CIPD|FE|PE|EIT|LEED|ARB|RIBA|CNC|NMLS|FINRA|Series\\s\\d+|ServSafe|CEng|RICS|MRICS|NICEIC|ECS|TWIC|FAA|A&P|CDA|CPR|AED|EPA\\s\\d+|JD|LLB|LLM|MBA|MD|PhD|BSc|MSc|B\\.?S\\.?N|M\\.?Ed|B\\.?Ed|B\\.?Tech';
const withClass = "(?:[\\s-](?:Class\\s)?(?:[A-Z]|I{1,3}|\\d{1,3})\\b(?![\\w'’]))?";
const degree =
  "(?:bachelor|master|associate|doctora(?:l|te)|undergraduate|postgraduate|college|university|high[\\s-]school)(?:['’]?s)?\\s(?:degree|diploma|education)|\\bdegrees?\\b|\\bdiplomas?\\b|\\bdoctorate\\b|\\bbachelor['’]?s\\b|\\bmaster['’]s\\b";
const document =
  '(?:licen[cs]es?|licen[cs]ed|licensure|certificates?|certifications?|certified|accredit(?:ed|ation)|chartered|registered|registration|work\\spermits?|passport|(?:security\\s)?clearance|apprenticeship|bar\\sadmission|first[\\s-]aid)';

const patterns = [
  new RegExp(`(?<![\\w-])(?:${acronyms})(?![\\w-])${withClass}`, 'g'),
  /\b(?:[Cc]lass|[Ll]evel|[Gg]rade|[Cc]ategory|[Bb]and|[Tt]ier|[Tt]ype)\s(?:[A-Z]\d?|\d{1,2}|I{1,3}|one|two|three|four)\b/g,
  new RegExp(`\\b(?:(?:full|provisional)\\s)?(?:UK\\s)?(?:driv(?:ing|er['’]?s?)\\s)?${document}\\b`, 'gi'),
  new RegExp(
    `(?<![\\w-])(?:${acronyms})(?:\\s\\w+){0,3}\\s(?:badge|card|ticket|licen[cs]e|certificate|certification|registration)\\b`,
    'g',
  ),
  new RegExp(`\\b${degree}`, 'gi'),
  /\b(?:Gas Safe|City & Guilds|Six Sigma|(?:Green|Black|Yellow) Belt|Food Handler(?:['’]?s)?|Red Seal|Journeyman|Cisco|Azure Fundamentals)\b/g,
  /\b(?:driv(?:ing|er['’]?s?) licen[cs]e|forklift (?:licen[cs]e|ticket)|food hygiene)\b/gi,
];

/** Licences, certificates, registrations, degrees, with their class or level. */
export function findLicences(line: string): LocatedFact[] {
  return patterns.flatMap((pattern) => matches('licence', pattern)(line));
}
