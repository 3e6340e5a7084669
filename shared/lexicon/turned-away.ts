/**
 * Patterns for turning a group away: "no smiths", "not for smiths", "no jobs for smiths", "smiths need not apply", "smiths are not welcome".
 * @param group whom, in the notation of patterns, with its own brackets where it has alternatives.
 */
export function turnedAway(group: string): readonly string[] {
  return [
    `(no|not hire|not want|not employ|not suitable for|not suited to|not for|not suit|unsuitable for) ${group}`,
    `no (job~|work|sponsorship|visa~|place~|room|position~|vacancies) for ${group}`,
    `[${group}] _4 (need not|should not|may not|must not|will not|cannot|can not|please do not|kindly do not) be? (apply|bother|enquire|inquire|considered|hired|employed|accepted)`,
    `[${group}] _4 will be (rejected|refused|ignored|turned away)`,
    `[${group}] _1 (cannot|can not|may not|will not) (work|keep up|cope|do (this|the) (job|work))`,
    `[${group}] _1 not (welcome|wanted|suited|suitable|allowed)`,
  ];
}
