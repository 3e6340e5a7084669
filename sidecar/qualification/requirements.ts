import type { RequirementReader, Requirements } from '../../training/recommender.ts';
import { extractLicences } from './licences.ts';
import { postingOccupation } from './occupations.ts';
import { extractSkills } from './skills.ts';
import type { Taxonomy } from './taxonomy/taxonomy.ts';
import { requiredYears } from './years.ts';

type Force = 'required' | 'optional' | 'other';

const optionalCue =
  /\b(?:preferred|preferably|prefer|nice[- ]to[- ]haves?|a plus|pluses|bonus|desirable|desired|ideally|an? (?:advantage|asset)|advantageous|beneficial|helpful|welcome|not required|optional|would be (?:great|good|nice))\b/i;
const requiredCue =
  /\b(?:required?|requires|requirements?|must(?:[- ]haves?)?|minimum|at least|mandatory|essential|necessary|proficien(?:t|cy)|knowledge of|experience (?:with|in|of|using)|experienced in|familiar(?:ity)? with|expertise|fluent|skilled in|skills? in|ability to|able to|degree in|certified|licen[sc]ed?|background in|understanding of|qualifications?|you have|you are|strong|competen(?:t|ce)|years)\b/i;
const requiredHeading =
  /\b(?:requirements?|qualifications?|must[- ]haves?|what you(?:'|’)?(?:ll)? (?:need|bring|have)|who you are|your profile|skills|experience|you have|about you|what we(?:'|’)?re looking for|looking for|competenc(?:y|ies)|essential)\b/i;
const otherHeading =
  /\b(?:responsibilit(?:y|ies)|duties|what you(?:'|’)?(?:ll| will) do|the role|about (?:us|the (?:company|team|role))|benefits|we offer|what we offer|perks|overview|summary|description|who we are|our (?:mission|company|team)|equal|how to apply|compensation|salary|location)\b/i;
const optionalHeading =
  /^\W*(?:preferred|nice[- ]to[- ]haves?|bonus|desir(?:ed|able)|good to have|plus(?:es)?\b|additional|optional)/i;
const bullet = /^[-–•*·+>]/;
const longestHeading = 60;

/** A heading as postings write them: a short line that ends in a colon or holds few words and no full stop. */
function headingForce(line: string): Force | undefined {
  const text = line.trim();
  if (text.length === 0 || text.length > longestHeading || bullet.test(text)) return undefined;
  const looksLikeHeading = text.endsWith(':') || (!/[.,;]/.test(text) && text.split(/\s+/).length <= 5);
  if (!looksLikeHeading) return undefined;
  if (optionalHeading.test(text)) return 'optional';
  if (otherHeading.test(text) && !/requirement|qualification/i.test(text)) return 'other';
  if (requiredHeading.test(text)) return 'required';
  return undefined;
}

interface Passage {
  readonly text: string;
  readonly force: Force;
}

/**
 * Cuts a posting into sentences, each with the force it has: what the sentence says ("a plus", "must") goes before what
 * its heading says.
 */
function passages(text: string): Passage[] {
  const found: Passage[] = [];
  let heading: Force = 'other';
  for (const line of text.split('\n')) {
    const headed = headingForce(line);
    if (headed) {
      heading = headed;
      continue;
    }
    for (const sentence of line.split(/(?<=[.!?;])\s+|(?<=\p{Ll}{2}\.)(?=\p{Lu})/u)) {
      if (sentence.trim().length === 0) continue;
      const said = optionalCue.test(sentence)
        ? 'optional'
        : requiredCue.test(sentence)
          ? 'required'
          : undefined;
      found.push({
        text: sentence,
        force: said === 'required' && heading === 'optional' ? 'optional' : (said ?? heading),
      });
    }
  }
  return found;
}

/**
 * Creates the reader of what a posting explicitly asks for. Skills count as required where a sentence or heading asks
 * for them and as optional where it calls them a plus; skills that only describe the work are not requirements. A
 * posting with no wording of either kind asks for every skill that it names.
 */
export function createRequirementReader(taxonomy: Taxonomy): RequirementReader {
  return (postingText): Requirements => {
    const parts = passages(postingText);
    const textOf = (force: Force) =>
      parts
        .filter((part) => part.force === force)
        .map((part) => part.text)
        .join('\n');
    const asked = extractSkills(taxonomy, textOf('required'));
    const optional = extractSkills(taxonomy, textOf('optional'));
    const skills = asked.length + optional.length > 0 ? asked : extractSkills(taxonomy, postingText);
    const firm = parts
      .filter((part) => part.force !== 'optional')
      .map((part) => part.text)
      .join('\n');
    const occupation = postingOccupation(taxonomy, postingText);
    const years = requiredYears(firm);
    return {
      ...(occupation !== undefined && { occupation }),
      skills,
      optionalSkills: optional.filter((skill) => !skills.includes(skill)),
      licences: extractLicences(taxonomy, firm),
      ...(years !== undefined && { years }),
    };
  };
}
