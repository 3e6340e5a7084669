import { type LocatedFact, matches } from './located-fact.ts';

/** Named tools and technologies, matched in any letter case. Facts about the job market, collected by hand. */
const tools =
  'javascript|typescript|python|java|kotlin|swift|ruby|rails|rust|golang|scala|perl|php|cobol|fortran|matlab|julia|c\\+\\+|c#|f#|\\.net|asp\\.net|node(?:\\.?js)?|react(?: native)?|angular|vue(?:\\.?js)?|svelte|django|flask|fastapi|spring(?: boot)?|laravel|graphql|rest apis?|html5?|css3?|sass|tailwind|sql|nosql|mysql|postgres(?:ql)?|sqlite|mongodb|redis|kafka|rabbitmq|elasticsearch|spark|hadoop|airflow|dbt|snowflake|bigquery|redshift|databricks|tableau|power bi|looker|excel|powerpoint|outlook|google sheets|sas|spss|stata|aws|azure|gcp|google cloud|docker|kubernetes|helm|terraform|ansible|jenkins|git(?:hub|lab)?|linux|unix|bash|powershell|ci/cd|jira|confluence|trello|asana|slack|figma|sketch|photoshop|illustrator|indesign|after effects|premiere|blender|autocad|solidworks|revit|catia|sketchup|arcgis|qgis|salesforce|hubspot|marketo|mailchimp|google analytics|google ads|seo|sem|wordpress|shopify|magento|sap|oracle|netsuite|workday|servicenow|quickbooks|xero|sage|peachtree|epic|cerner|meditech|opera|micros|toast|lightspeed|pytorch|tensorflow|scikit-learn|pandas|numpy|plc|scada|hvac|cnc|cad|cam|bim|gis|erp|crm|etl|nlp|fpga|vhdl|verilog|labview|hplc|pcr|elisa|lc-ms|haccp|gmp|kanban|scrum|agile|lean|kaizen|5s';
/** Trades and crafts as nouns: what a person can do, not how a person is. */
const crafts =
  '(?:(?:tig|mig|arc|stick|spot|laser|orbital)[\\s-])?welding|soldering|brazing|machining|milling|turning|grinding|carpentry|joinery|plumbing|plastering|tiling|bricklaying|roofing|scaffolding|upholstery|sewing|pattern[\\s-]cutting|knitting|weaving|baking|butchery|pastry|grilling|barista|mixology|bookkeeping|payroll|invoicing|accounts (?:payable|receivable)|reconciliations?|auditing|budgeting|forecasting|taxation|vat|phlebotomy|venepuncture|triage|wound care|catheteri[sz]ation|intubation|radiography|ultrasound|physiotherapy|massage|cbt|counselling|safeguarding|dispensing|compounding|titration|pipetting|chromatography|microscopy|forklift|telehandler|excavator|crane|lathes?|copywriting|copyediting|proofreading|transcription|translation|interpreting|shorthand|typing|data entry|data analysis|statistics|machine learning|deep learning|computer vision|cryptography|penetration testing|photography|animation|typography|illustration|ux|ui|accounting|procurement|purchasing|underwriting|negotiation|cold[\\s-]calling|teaching|tutoring|lesson planning|landscaping|pruning|irrigation|horticulture|grooming|electrical wiring|wiring|pipefitting|sheet metal|painting|spraying|tuning|dressage|lifeguarding|swimming|first aid|manual handling|patient care|medication administration|care planning|customer service|public speaking|project management|stock control|inventory management|merchandising|cash handling';
/** Human languages; ASL and BSL are languages too. */
const languages =
  'english|spanish|french|german|italian|portuguese|dutch|polish|romanian|russian|ukrainian|turkish|arabic|hebrew|farsi|urdu|hindi|punjabi|bengali|tamil|gujarati|mandarin|cantonese|chinese|japanese|korean|vietnamese|thai|tagalog|swahili|somali|yoruba|welsh|gaelic|irish|swedish|norwegian|danish|finnish|greek|czech|hungarian|asl|bsl|sign language|braille|bilingual|multilingual';

const notPartOfWord = '(?<![\\w.#+-])';
const notFollowed = '(?![\\w#]|\\+\\+)';

const patterns = [
  new RegExp(`${notPartOfWord}(?:${tools})${notFollowed}`, 'gi'),
  new RegExp(`${notPartOfWord}(?:${crafts})${notFollowed}`, 'gi'),
  new RegExp(`${notPartOfWord}(?:${languages})${notFollowed}`, 'gi'),
  // Formats of a product name: an inner capital, a digit inside, or letters joined by + # / and the like.
  /(?<![\w@/.-])(?:[A-Z]?[a-z]+[A-Z][A-Za-z]*|[A-Z]{2,}[a-z]+[A-Z]\w*|[A-Z][A-Za-z]*\d+\w*|[A-Z]\+\+|[A-Z]#|R(?= (?:and|or|programming|Studio|is))|Go(?= (?:and|or|developer|engineer|services)))(?![\w@])/g,
];

const synonyms: Record<string, string> = {
  postgresql: 'postgres',
  nodejs: 'node',
  'node.js': 'node',
  'vue.js': 'vue',
  vuejs: 'vue',
  html5: 'html',
  css3: 'css',
};

/** Skills by a compact list of common names and by the way product names are written. */
export function findSkills(line: string): LocatedFact[] {
  return patterns.flatMap((pattern) =>
    matches('skill', pattern, (text) => {
      const value = text.toLowerCase().replace(/[\s-]+/g, ' ');
      return synonyms[value] ?? value;
    })(line),
  );
}
