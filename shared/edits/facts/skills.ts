import { type LocatedFact, matches } from './located-fact.ts';

/** Named tools and technologies, in any letter case. Facts about the job market, collected by hand. */
const tools =
  'javascript|typescript|python|java|kotlin|rails|golang|perl|php|cobol|fortran|matlab|elixir|phoenix|c\\+\\+|c#|f#|\\.net|asp\\.net|node\\.?js|react native|angular|vue(?:\\.?js)?|svelte|django|fastapi|spring boot|laravel|graphql|rest apis?|html5?|css3?|sass|sql|nosql|mysql|postgres(?:ql)?|sqlite|mongodb|redis|kafka|rabbitmq|elasticsearch|hadoop|dbt|bigquery|databricks|tableau|power bi|looker|powerpoint|google sheets|spreadsheets?|pivot tables?|vlookup|macros|spss|stata|aws|azure|gcp|google cloud|docker|kubernetes|containers|terraform|ansible|jenkins|git(?:hub|lab)?|linux|unix|powershell|ci/cd|jira|confluence|trello|asana|figma|photoshop|indesign|after effects|autocad|solidworks|revit|catia|sketchup|freecad|fusion 360|houdini|arcgis|qgis|salesforce|hubspot|marketo|mailchimp|google analytics|google ads|seo|wordpress|shopify|magento|sap|netsuite|servicenow|quickbooks|xero|cerner|meditech|pytorch|tensorflow|scikit-learn|pandas|numpy|plcs?|scada|hvac|cnc|cad|bim|gis|erp|crm|etl|nlp|fpga|vhdl|verilog|labview|hplc|pcr|elisa|lc-ms|rna-seq|chip-seq|haccp|gmp|kanban|scrum|p&ids?|siemens|allen-bradley|iso \\d+|en \\d+';
/** Tools that are ordinary words too: they count with a capital inside a sentence, or after words that announce a tool. */
const ambiguousTools =
  'excel|word|access|outlook|teams|swift|spark|slack|lean|epic|react|ruby|rust|go|agile|sage|toast|spring|helm|sketch|oracle|julia|scala|flask|opera|premiere|illustrator|blender|maya|airflow|redshift|snowflake|workday|bash|node|vue|six sigma|r|c';
/** Trades and crafts as nouns: what a person can do, not how a person is. */
const crafts =
  '(?:(?:tig|mig|arc|stick|spot|laser|orbital)[\\s-])?welding|soldering|brazing|machining|carpentry|joinery|plumbing|plastering|tiling|bricklaying|roofing|scaffolding|upholstery|sewing|pattern[\\s-]cutting|knitting|weaving|crochet|french polishing|polishing|baking|butchery|pastry|sourdough|rye|barista|mixology|bookkeeping|payroll|invoicing|accounts (?:payable|receivable)|reconciliations?|auditing|budgeting|forecasting|taxation|vat|(?:cost|management|tax|fund|financial) accounting|accounting|phlebotomy|venepuncture|(?:intravenous )?cannulat?(?:ion|as?)|triage|wound care|blood (?:pressure|samples?|draws?)|vital signs|catheteri[sz]ation|intubation|radiography|ultrasound|physiotherapy|massage|cbt|counselling|counseling|safeguarding|dispensing|compounding|titration|pipetting|chromatography|microscopy|(?:counterbalance|reach) (?:forklift|truck)|forklift|telehandler|excavator|lathes?|copywriting|copyediting|proofreading|transcription|translation|interpreting|shorthand|touch[\\s-]typing|data entry|data analysis|statistics|machine learning|deep learning|computer vision|cryptography|penetration testing|(?:unit|integration|load|usability) tests?|documentation|photography|animation|typography|ux|ui|procurement|underwriting|negotiation|cold[\\s-]calling|warm[\\s-]calling|tutoring|lesson planning|landscaping|pruning|irrigation|horticulture|wiring|pipefitting|sheet metal|lifeguarding|first aid|manual handling|patient care|medication administration|care planning|customer service|public speaking|project management|stock control|inventory management|merchandising|cash handling|piano|violin|guitar|organ|flute|ballet';
/** Verbs that name the craft itself. */
const craftVerbs =
  '(?<=\\b(?:you|to|can|and|or|will) )(?:sew|knit|weave|weld|solder|bake|bone|trim|fillet|debone|translate|interpret|proofread|code|program|draft|plaster|tile|thatch|plumb|wire|prune|shear|milk|lambing)';
/** Crafts that are also ordinary adjectives or verbs count in a list, at the end of a phrase or before a machine. */
const ambiguousCrafts =
  '(?:milling|turning|grinding|teaching|painting|tuning|spraying|swimming|grilling|crane|purchasing|illustration|typing)(?=\\s*(?:[,.;:)]|$|and\\b|or\\b|machines?\\b|skills?\\b|experience\\b|tickets?\\b|speed\\b|of\\b))';
/** Human languages; signed ones too. `Polish` needs its capital. */
const languages =
  'english|spanish|french|german|italian|portuguese|dutch|romanian|russian|ukrainian|turkish|arabic|hebrew|farsi|urdu|hindi|punjabi|bengali|tamil|gujarati|mandarin|cantonese|chinese|japanese|korean|vietnamese|thai|tagalog|swahili|somali|yoruba|welsh|gaelic|irish|swedish|norwegian|danish|finnish|greek|latin|czech|hungarian|asl|bsl|sign language|spoken language|braille|bilingual|multilingual';

const start = '(?<![\\w.#+-])';
const end = '(?![\\w#]|\\+\\+)';
const announces =
  '(?:microsoft|ms|using|knowledge of|experience (?:with|in|of)|proficien\\w+ (?:in|with)|skilled in|written in|firmware in|know)';
const announced =
  '(?:skills?|macros?|developers?|engineers?|programmers?|experience|certified|studio|errors)';

const patterns = [
  new RegExp(`${start}(?:${tools})${end}`, 'gi'),
  new RegExp(`${start}(?:${crafts})${end}`, 'gi'),
  new RegExp(`${craftVerbs}\\b`, 'gi'),
  new RegExp(`\\b${ambiguousCrafts}`, 'gi'),
  new RegExp(`${start}(?:${languages})${end}(?:\\s\\(?[ABC][12]\\)?)?`, 'gi'),
  /\bPolish\b(?!\s(?:our|the|your|a|and)\b)/g,
  /\b(?:three|four|five|[345])[\s-]axis\b|\bwpm\b/gi,
  new RegExp(`(?<=\\b${announces}\\s)(?:${ambiguousTools})${end}`, 'gi'),
  new RegExp(`${start}(?:${ambiguousTools})${end}(?=\\s${announced}\\b)`, 'gi'),
];
const capitalised = new RegExp(
  `(?<=[\\p{L}\\d,;)]\\s|\\/|\\()(?=\\p{Lu})(?:${ambiguousTools})${end}(?=\\s*(?:[,.;:)/]|$|(?:and|or|to|for|is|in|with)\\b|\\p{Ll}))`,
  'giu',
);
/** How product names are written: an inner capital, a digit inside. */
const productName =
  /(?<![\w@/.-])(?:[A-Z]?[a-z]+[A-Z][A-Za-z]*|[A-Z]{2,}[a-z]+[A-Z]\w*|[A-Z][A-Za-z]*\d+\w*)(?![\w@])/g;

const synonyms: Readonly<Record<string, string>> = {
  postgresql: 'postgres',
  nodejs: 'node.js',
  vuejs: 'vue',
  'vue.js': 'vue',
  html5: 'html',
  css3: 'css',
};

function skillValue(text: string): string {
  const value = text.toLowerCase().replace(/[\s-]+/g, ' ');
  return synonyms[value] ?? value;
}

/** Skills by a compact list of common names and by the way product names are written. */
export function findSkills(line: string): LocatedFact[] {
  return [
    ...[...patterns, productName].flatMap((pattern) => matches('skill', pattern, skillValue)(line)),
    // The flag `i` would also fold the look-ahead that asks for a capital.
    ...matches('skill', capitalised, skillValue)(line).filter(({ text }) => /^\p{Lu}/u.test(text)),
  ];
}
