/**
 * The wording differences between groups of synthetic people, and the same wording in postings. This file is the planted
 * truth: a posting that uses a term ranks the people higher who use it too. The directions follow what is published on
 * the language of postings and of reference letters (Gaucher, Friesen and Kay 2011; Madera, Hebl and Martin 2009); the
 * sizes are ours and larger than in life, so that a test can find them.
 */
export interface WordingTerm {
  readonly id: string;
  /** The group whose resumes use the term more often, or `none`: then changing it changes no list. */
  readonly leansTo:
    | { readonly attribute: 'gender' | 'age band'; readonly groups: readonly string[] }
    | 'none';
  /**
   * In [0, 1]: at skew 1 people of that group use the term with `rate * (1 + strength)` and all others with
   * `rate * (1 - strength)`, so that the term stays about as frequent however strong the plant is.
   */
  readonly strength: number;
  /** Whether the planted world marks the term; a biased term that no rule marks cannot be mended by an edit. */
  readonly flagged: boolean;
  /** Sentences of resumes. */
  readonly resume: readonly string[];
  /** Sentences of postings with the term in [brackets]. */
  readonly posting: readonly string[];
  readonly suggestions: readonly Suggestion[];
}

/** A replacement for the bracketed span, with the sentences of resumes that use the same words. */
export interface Suggestion {
  readonly text: string;
  readonly resume: readonly string[];
  /** Like the term's own strength, toward the same group: some suggestions are skewed themselves. */
  readonly strength: number;
}

/** Rate at which a resume of the sample company uses a term or a suggestion's words, before any lean. */
export const sampleRate = 0.08;

const men = { attribute: 'gender', groups: ['man'] } as const;
const women = { attribute: 'gender', groups: ['woman'] } as const;
const underThirtyFive = { attribute: 'age band', groups: ['18 to 24', '25 to 34'] } as const;
const overFortyFive = { attribute: 'age band', groups: ['45 to 54', '55 to 64', '65 and over'] } as const;

export const wordingTerms: readonly WordingTerm[] = [
  {
    id: 'competitive-spirit',
    leansTo: men,
    strength: 0.95,
    flagged: true,
    resume: [
      'Competitive spirit and steady follow-through.',
      'Brings a competitive spirit to every quarter.',
    ],
    posting: ['You bring a [competitive spirit] to the work.', 'A [competitive spirit] suits this team.'],
    suggestions: [
      { text: 'motivated approach', strength: 0, resume: ['Motivated approach, also on slow days.'] },
      { text: 'lasting interest', strength: 0, resume: ['Lasting interest in doing the work well.'] },
    ],
  },
  {
    id: 'aggressive-goals',
    leansTo: men,
    strength: 0.85,
    flagged: true,
    resume: ['Used to aggressive goals and short deadlines.', 'Meets aggressive goals year after year.'],
    posting: ['We set [aggressive goals] and meet them.', 'You like to work toward [aggressive goals].'],
    suggestions: [
      { text: 'clear goals', strength: 0, resume: ['Works best with clear goals.'] },
      { text: 'stretch goals', strength: 0.55, resume: ['Comfortable with stretch goals.'] },
    ],
  },
  {
    id: 'fearless',
    leansTo: men,
    strength: 0.8,
    flagged: true,
    resume: ['Fearless in new situations.', 'Known for fearless decisions when time is short.'],
    posting: ['You are [fearless] when plans change.', 'You take on new tasks in a [fearless] way.'],
    suggestions: [
      {
        text: 'confident',
        strength: 0,
        resume: ['Confident when plans change.', 'Calm and confident with new tasks.'],
      },
    ],
  },
  {
    id: 'take-charge',
    leansTo: men,
    strength: 0.9,
    flagged: true,
    resume: [
      'Ready to take charge when things get busy.',
      'Colleagues expect me to take charge of hard cases.',
    ],
    posting: ['You [take charge] when it gets busy.', 'We like people who [take charge] early.'],
    suggestions: [
      { text: 'take responsibility', strength: 0, resume: ['Ready to take responsibility for results.'] },
      { text: 'take the lead', strength: 0.55, resume: ['Happy to take the lead on difficult work.'] },
    ],
  },
  {
    id: 'guru',
    leansTo: men,
    strength: 0.75,
    flagged: true,
    resume: ['The guru of the team for difficult questions.', 'Office guru for tools and shortcuts.'],
    posting: ['You are the [guru] whom colleagues ask.', 'Become the [guru] of our systems.'],
    suggestions: [{ text: 'expert', strength: 0, resume: ['The expert whom colleagues ask first.'] }],
  },
  {
    id: 'thick-skinned',
    leansTo: men,
    strength: 0.8,
    flagged: true,
    resume: ['Thick-skinned and quick to learn.', 'Thick-skinned in difficult talks.'],
    posting: [
      'You are [thick-skinned] and take criticism well.',
      'A [thick-skinned] colleague fits in here.',
    ],
    suggestions: [
      { text: 'even-tempered', strength: 0, resume: ['Even-tempered on long days.'] },
      { text: 'resilient', strength: 0.5, resume: ['Resilient when things go wrong.'] },
    ],
  },
  {
    id: 'winning-mentality',
    leansTo: men,
    strength: 0.7,
    flagged: true,
    resume: ['Winning mentality, on the job and off.', 'A winning mentality that carries others along.'],
    posting: ['A [winning mentality] matters to us.', 'You have a [winning mentality] and show it.'],
    suggestions: [
      {
        text: 'focus on results',
        strength: 0,
        resume: ['Clear focus on results.', 'Keeps the focus on results.'],
      },
    ],
  },
  {
    id: 'crush-targets',
    leansTo: men,
    strength: 0.65,
    flagged: true,
    resume: ['Crushing targets since the first year.', 'Enjoys crushing targets with a small team.'],
    posting: ['You enjoy [crushing targets].', 'Together we are [crushing targets] every quarter.'],
    suggestions: [
      { text: 'reaching targets', strength: 0, resume: ['Reaching targets through careful planning.'] },
    ],
  },
  {
    id: 'nurturing',
    leansTo: women,
    strength: 0.8,
    flagged: true,
    resume: ['Nurturing toward newer colleagues.', 'A nurturing colleague who shares what works.'],
    posting: [
      'You have a [nurturing] way with new colleagues.',
      'A [nurturing] tone is part of how we work.',
    ],
    suggestions: [{ text: 'encouraging', strength: 0, resume: ['Encouraging toward new colleagues.'] }],
  },
  {
    id: 'compassionate',
    leansTo: women,
    strength: 0.85,
    flagged: true,
    resume: ['Compassionate and dependable.', 'Compassionate in conversations that are hard.'],
    posting: ['You are [compassionate] with the people we serve.', 'We look for [compassionate] colleagues.'],
    suggestions: [
      { text: 'attentive', strength: 0, resume: ['Attentive to what people need.'] },
      { text: 'considerate', strength: 0.5, resume: ['Considerate in busy moments.'] },
    ],
  },
  {
    id: 'warm-and-welcoming',
    leansTo: women,
    strength: 0.8,
    flagged: true,
    resume: ['Warm and welcoming on the phone and in person.', 'Creates a warm and welcoming place to work.'],
    posting: [
      'You are [warm and welcoming] to everyone.',
      'A [warm and welcoming] manner is part of the role.',
    ],
    suggestions: [{ text: 'courteous', strength: 0, resume: ['Courteous to visitors and colleagues.'] }],
  },
  {
    id: 'gentle',
    leansTo: women,
    strength: 0.7,
    flagged: true,
    resume: ['Gentle with people who are upset.', 'Gentle but clear in difficult talks.'],
    posting: ['You keep a [gentle] tone under pressure.', 'A [gentle] approach works best with us.'],
    suggestions: [{ text: 'calm', strength: 0, resume: ['Calm under pressure.', 'Keeps a calm tone.'] }],
  },
  {
    id: 'outperform',
    leansTo: men,
    strength: 0.75,
    flagged: false,
    resume: ['Outperforms peers on most measures.', 'Likes to outperform the plan.'],
    posting: ['People who [outperform] their peers do well here.'],
    suggestions: [],
  },
  {
    id: 'high-stakes',
    leansTo: men,
    strength: 0.7,
    flagged: false,
    resume: ['Steady in high-stakes situations.', 'Trusted with high-stakes work.'],
    posting: ['You will handle [high-stakes] situations.'],
    suggestions: [],
  },
  {
    id: 'tough-negotiator',
    leansTo: men,
    strength: 0.65,
    flagged: false,
    resume: ['Tough negotiator with suppliers and partners.'],
    posting: ['A [tough negotiator] will enjoy this position.'],
    suggestions: [],
  },
  {
    id: 'thoughtful-listener',
    leansTo: women,
    strength: 0.8,
    flagged: false,
    resume: ['Thoughtful listener who remembers details.', 'A thoughtful listener in every meeting.'],
    posting: ['You are a [thoughtful listener].'],
    suggestions: [],
  },
  {
    id: 'tech-savvy',
    leansTo: underThirtyFive,
    strength: 0.65,
    flagged: true,
    resume: ['Tech-savvy and quick with new tools.'],
    posting: ['You are [tech-savvy].', 'We want a [tech-savvy] colleague.'],
    suggestions: [
      { text: 'confident with technology', strength: 0, resume: ['Confident with technology at work.'] },
    ],
  },
  {
    id: 'energetic-person',
    leansTo: underThirtyFive,
    strength: 0.6,
    flagged: true,
    resume: ['Energetic person with a cheerful manner.'],
    posting: ['We are looking for an [energetic] person.'],
    suggestions: [{ text: 'motivated', strength: 0, resume: ['Motivated person who likes a full day.'] }],
  },
  {
    id: 'seasoned-professional',
    leansTo: overFortyFive,
    strength: 0.7,
    flagged: true,
    resume: ['Seasoned professional with broad practice.'],
    posting: ['You are a [seasoned] professional.'],
    suggestions: [{ text: 'skilled', strength: 0, resume: ['Skilled professional with broad practice.'] }],
  },
  {
    id: 'go-getter',
    leansTo: 'none',
    strength: 0,
    flagged: true,
    resume: ['Go-getter who finishes what is begun.'],
    posting: ['You are a [go-getter].', 'This suits a [go-getter] with patience.'],
    suggestions: [
      { text: 'person with initiative', strength: 0, resume: ['A person with initiative and patience.'] },
    ],
  },
  {
    id: 'results-driven',
    leansTo: 'none',
    strength: 0,
    flagged: true,
    resume: ['Results-driven and careful with figures.'],
    posting: ['We want [results-driven] people.'],
    suggestions: [{ text: 'goal-minded', strength: 0, resume: ['Goal-minded and careful with figures.'] }],
  },
  {
    id: 'fast-paced',
    leansTo: 'none',
    strength: 0,
    flagged: true,
    resume: ['At home in a fast-paced environment.'],
    posting: ['This is a [fast-paced environment].'],
    suggestions: [{ text: 'lively workplace', strength: 0, resume: ['At home in a lively workplace.'] }],
  },
];
