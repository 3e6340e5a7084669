import { describe, expect, it } from 'vitest';
import { createDetector } from '../detection/detector.ts';
import { curatedRewrite } from '../edits/curated-rewrite.ts';
import { isMarked } from '../protocol/finding.ts';

const detector = createDetector();
const findings = (text: string) => detector.check(text).findings;
const rewritten = (text: string) => curatedRewrite(text, findings(text)).text;

describe('suggestions fit their place and pass the fact guard', () => {
  it.each([
    ['You are a good culture fit.', 'You are a good values match.'],
    ['We hope you blend in with our team.', 'We hope you work well with our team.'],
    ['A journeyman electrician repairs the mill.', 'A journeyperson electrician repairs the mill.'],
    ['Two journeymen repair the mill.', 'Two journeypeople repair the mill.'],
    ['You help a patrolman and a longshoreman.', 'You help a patrol officer and a dockworker.'],
    ['You have a thick skin.', 'You have resilience.'],
    ['A stress-resistant baker is needed.', 'An even-tempered baker is needed.'],
    ['You bring stress resistance.', 'You bring composure.'],
    ['A good sense of humor helps.', 'A friendly manner helps.'],
    ['The hours are crazy busy.', 'The hours are very busy.'],
    ['We hire only the best of the best.', 'We hire only skilled people.'],
    ['You have a great sense of humour.', 'You have a friendly manner.'],
    ['We work hard, play hard at the bakery.', 'We work hard and have fun at the bakery.'],
    ['A work hard, play hard culture awaits you.', 'A hard-working, sociable culture awaits you.'],
    ['You crush your targets every month.', 'You meet your targets every month.'],
    ['You conquer new markets for our bread.', 'You reach new markets for our bread.'],
    ['A born salesperson is needed.', 'A skilled salesperson is needed.'],
    ['You have big career ambitions.', 'You have clear career aims.'],
    ['You make quick decisions at the oven.', 'You make timely decisions at the oven.'],
    ['You tackle challenges head-on.', 'You work through challenges.'],
    ['You have a competitive nature.', 'You have a focus on results.'],
    ['You keep us ahead of the competition.', 'You keep us at the front of the field.'],
    ['You thrive on competition.', 'You enjoy working towards goals.'],
    ['Male candidates only need a certificate.', 'Candidates only need a certificate.'],
    ['The loom takes ten manhours.', 'The loom takes ten person-hours.'],
    ['We need a friendly lady at the front desk.', 'We need a friendly person at the front desk.'],
    ['Female receptionists wanted.', 'Receptionists wanted.'],
    ['Ideal for a graduate.', 'Ideal for an entry-level graduate.'],
    ['A recent graduate in Economics bakes well.', 'A graduate in Economics bakes well.'],
    ['We need a recent college graduate.', 'We need an entry-level graduate.'],
    ['The bakery has aggressive targets.', 'The bakery has ambitious targets.'],
    ['Cover is offered for husbands and wives.', 'Cover is offered for spouses.'],
    ['This is a traditional company.', 'This is an established company.'],
    ['You are hungry for success.', 'You are keen to do well.'],
    ['You are brave and daring.', 'You are confident and inventive.'],
    ['You know waitressing and baking.', 'You know serving and baking.'],
    ['A young professional will do well here.', 'A professional will do well here.'],
    ['We need a young, motivated lawyer.', 'We need a motivated lawyer.'],
    ['We want a young accountant.', 'We want an accountant.'],
    ['Friendly young team.', 'Friendly team.'],
    ['Our team is young.', 'Our team is collaborative.'],
  ])('%s', (text, expected) => {
    expect(rewritten(text)).toBe(expected);
    expect(findings(expected).filter(isMarked)).toEqual([]);
  });

  it.each([
    ['You utilise tools in order to test.', ['use', 'to']],
    ['You leverage our ovens and share learnings.', ['use our', 'lessons']],
    ['At the mill you wear many hats.', ['take on varied tasks']],
    ['Ask a thought leader.', ['an expert']],
  ])('notes name plainer words: %s', (text, expected) => {
    expect(findings(text).flatMap(({ suggestions }) => suggestions)).toEqual(expected);
  });
});
