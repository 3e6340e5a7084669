/**
 * Patterns for turning a group away: "no smiths", "smiths need not apply", "smiths cannot work here".
 * @param group whom, in the notation of patterns, with its own brackets where it has alternatives.
 */
export function turnedAway(group: string): [string, string, string] {
  return [
    `(no|not hire|not want|not employ) ${group}`,
    `[${group}] _4 (need not|should not|may not|must not|will not be|cannot|can not|please do not) (apply|considered|hired|employed|accepted)`,
    `[${group}] _1 (cannot|can not|may not|will not) work`,
  ];
}
