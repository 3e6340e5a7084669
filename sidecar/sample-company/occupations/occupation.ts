/** What the generator knows of one occupation. Sentences are ours; facts about tasks, skills and shares are cited. */
export interface Occupation {
  /** O*NET-SOC code, whose tasks and skills the duties and bullets restate in our words (O*NET 29, CC BY 4.0). */
  readonly code: string;
  readonly title: string;
  /** Other titles that resumes of the occupation carry. */
  readonly otherTitles: readonly string[];
  /** Share of the sample's candidates and postings. */
  readonly share: number;
  /** Share of women among employed people of the occupation; U.S. BLS, Current Population Survey, table 11, 2015. */
  readonly womenShare: number;
  readonly department: string;
  /** Skills that postings ask for; a candidate has each with the configured rate. */
  readonly skills: readonly string[];
  /** Skills that postings call a plus. */
  readonly optionalSkills: readonly string[];
  readonly licence?: string;
  readonly education: readonly string[];
  /** Places where the work is done. */
  readonly settings: readonly string[];
  /** Lines of a resume; `{team}`, `{percent}`, `{volume}`, `{months}` and `{setting}` are drawn for each person. */
  readonly bullets: readonly string[];
  /** Lines of a posting. */
  readonly duties: readonly string[];
  /** Range of yearly pay in US dollars that postings state, lowest and highest. */
  readonly pay: readonly [number, number];
}
