import type { Evidence } from '../protocol/finding.ts';

/** What the rules rest on. `law` cites a text of law; `field` and `lab` a study; `style` a style guide or common advice. */
export const sources = {
  adea: {
    grade: 'law',
    source: 'US Age Discrimination in Employment Act of 1967, 29 U.S.C. 623(e); 29 CFR 1625.4',
    url: 'https://www.law.cornell.edu/cfr/text/29/1625.4',
  },
  ada: {
    grade: 'law',
    source: 'US Americans with Disabilities Act of 1990, 42 U.S.C. 12112; 29 CFR 1630.10',
    url: 'https://www.law.cornell.edu/cfr/text/29/1630.10',
  },
  titleVii: {
    grade: 'law',
    source: 'US Civil Rights Act of 1964, Title VII, 42 U.S.C. 2000e-3(b)',
    url: 'https://www.law.cornell.edu/uscode/text/42/2000e-3',
  },
  sexAdvertising: {
    grade: 'law',
    source: 'US EEOC Guidelines on Discrimination Because of Sex, 29 CFR 1604.5 (1972)',
    url: 'https://www.law.cornell.edu/cfr/text/29/1604.5',
  },
  nationalOrigin: {
    grade: 'law',
    source: 'US EEOC Enforcement Guidance on National Origin Discrimination (2016)',
    url: 'https://www.eeoc.gov/laws/guidance/eeoc-enforcement-guidance-national-origin-discrimination',
  },
  citizenshipStatus: {
    grade: 'law',
    source: 'US Immigration and Nationality Act, 8 U.S.C. 1324b(a): citizenship status in hiring',
    url: 'https://www.law.cornell.edu/uscode/text/8/1324b',
  },
  arrestRecords: {
    grade: 'law',
    source: 'US EEOC Enforcement Guidance on Arrest and Conviction Records (2012)',
    url: 'https://www.eeoc.gov/laws/guidance/enforcement-guidance-consideration-arrest-and-conviction-records-employment-decisions',
  },
  preEmploymentInquiries: {
    grade: 'law',
    source: 'US EEOC, Prohibited Employment Policies/Practices: pre-employment inquiries',
    url: 'https://www.eeoc.gov/prohibited-employment-policiespractices',
  },
  gaucher: {
    grade: 'lab',
    source:
      'Gaucher, Friesen & Kay (2011), laboratory studies; field evidence is weaker (Castilla & Rho 2023)',
    url: 'https://doi.org/10.1037/a0022530',
  },
  genericPronouns: {
    grade: 'lab',
    source: 'Stout & Dasgupta (2011), gender-exclusive language in job interviews',
    url: 'https://doi.org/10.1177/0146167211406434',
  },
  genderedTitles: {
    grade: 'lab',
    source: 'Bem & Bem (1973), sex-biased job advertisements',
    url: 'https://doi.org/10.1111/j.1559-1816.1973.tb01290.x',
  },
  ageStereotypes: {
    grade: 'field',
    source: 'Burn, Button, Munguia Corella & Neumark (2022), ageist stereotypes in job ads',
    url: 'https://doi.org/10.1086/717730',
  },
  degreeInflation: {
    grade: 'field',
    source: 'Fuller & Raman (2017), "Dismissed by Degrees", Harvard Business School',
  },
  requirementLoad: {
    grade: 'style',
    source: 'CIPD guide to inclusive recruitment (2022)',
    url: 'https://www.cipd.org/uk/knowledge/guides/inclusive-employers/',
  },
  classBackground: {
    grade: 'field',
    source: 'Rivera (2015), "Pedigree: How Elite Students Get Elite Jobs"',
  },
  culturalMatching: {
    grade: 'field',
    source: 'Rivera (2012), hiring as cultural matching, American Sociological Review',
    url: 'https://doi.org/10.1177/0003122412463213',
  },
  careerBreaks: {
    grade: 'field',
    source: 'Kristal, Nicks, Gloor & Hauser (2023), résumés with and without employment gaps',
    url: 'https://doi.org/10.1038/s41562-022-01485-6',
  },
  politicalViews: {
    grade: 'field',
    source: 'Gift & Gift (2015), does politics influence hiring? A randomised experiment',
    url: 'https://doi.org/10.1007/s11109-014-9286-0',
  },
  looks: {
    grade: 'field',
    source: 'Rooth (2009), attractiveness, obesity and hiring: a field experiment',
    url: 'https://doi.org/10.3368/jhr.44.3.710',
  },
  serviceMembers: {
    grade: 'law',
    source: 'US Uniformed Services Employment and Reemployment Rights Act, 38 U.S.C. 4311',
    url: 'https://www.law.cornell.edu/uscode/text/38/4311',
  },
  lawfulActivities: {
    grade: 'law',
    source: 'US state laws on lawful activities off duty, such as New York Labor Law 201-d',
    url: 'https://www.nysenate.gov/legislation/laws/LAB/201-D',
  },
  caste: {
    grade: 'law',
    source: 'Seattle Municipal Code 14.04, on caste (2023); Constitution of India, Articles 15 and 16',
    url: 'https://library.municode.com/wa/seattle/codes/municipal_code?nodeId=TIT14HURI_CH14.04FAEMPR',
  },
  drivingLicence: {
    grade: 'law',
    source:
      'California Government Code 12940, as amended by Senate Bill 1100 (2025), on licences in job advertisements',
    url: 'https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id=202320240SB1100',
  },
  apa: {
    grade: 'style',
    source: 'APA Style, Bias-Free Language Guidelines (2020)',
    url: 'https://apastyle.apa.org/style-grammar-guidelines/bias-free-language',
  },
  payHistory: {
    grade: 'law',
    source:
      'Directive (EU) 2023/970, Article 5(2); US state pay-history laws, such as California Labor Code 432.3',
    url: 'https://eur-lex.europa.eu/eli/dir/2023/970/oj',
  },
  payTransparency: {
    grade: 'style',
    source: 'Directive (EU) 2023/970, recitals 32 and 33, on pay information before employment',
    url: 'https://eur-lex.europa.eu/eli/dir/2023/970/oj',
  },
  plainLanguage: {
    grade: 'style',
    source: 'US Federal Plain Language Guidelines (2011)',
    url: 'https://www.plainlanguage.gov/guidelines/',
  },
} as const satisfies Readonly<Record<string, Evidence>>;
