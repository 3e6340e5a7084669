import { withUnion } from '../lexicon/places.ts';
import type { Finding } from '../protocol/finding.ts';

/** Whether a law's place covers one of the places a job is hired for: "US" covers "US-CO". */
export function covers(law: string, places: readonly string[]): boolean {
  return places.some((place) => place === law || place.startsWith(`${law}-`));
}

/**
 * Outside the places where its law holds, wording that excludes still excludes, but is no longer called a risk of law. Without chosen
 * places nothing changes.
 */
export function inJurisdiction(finding: Finding, chosen: readonly string[] | undefined): Finding {
  if (!finding.jurisdictions || !chosen?.length) return finding;
  const places = withUnion(chosen);
  if (finding.jurisdictions.some((law) => covers(law, places))) return finding;
  const { jurisdictions: _, ...rest } = finding;
  return { ...rest, severity: finding.severity === 'unlawful-risk' ? 'exclusionary' : finding.severity };
}
