import type { EquivalentExamples } from './equivalent-group.ts';

export const nounExamples: EquivalentExamples = {
  goal: {
    exchanged: ['Our goal is good bread.', 'You know the objectives of the shop.'],
    kept: ['She scored a goal kick.', 'An objective test is given.'],
  },
  task: {
    exchanged: ['You share the tasks of the day.', 'Your duties are light.'],
    kept: ['You work on heavy duties.', 'Our Duties include sweeping.'],
  },
  role: {
    exchanged: ['This role is new.', 'The position is in Leeds.'],
    kept: ['The role of bread is large.', 'You take up a standing position.'],
  },
  chance: {
    exchanged: ['You get the chance to travel.', 'A great opportunity to learn.'],
    kept: ['Rain is a matter of chance.', 'We are an equal opportunity employer.'],
  },
  problem: {
    exchanged: ['You see problems.', 'The issue is known.'],
    kept: ['We train problem solving.', 'You issue tickets.'],
  },
  colleague: {
    exchanged: ['You help your colleagues.', 'A friendly co-worker is near.'],
    kept: ['Acme "Colleague" is our till.', 'COLLEAGUES WANTED'],
  },
  'staff-member': {
    exchanged: ['You feed our employees.', 'The staff members are kind.'],
    kept: ['We have 40 employees.', 'The staff entrance is left.'],
  },
  company: {
    exchanged: ['Our company is small.', 'The organization is young.'],
    kept: ['You keep guests company.', 'You need good organization.'],
  },
  technique: {
    exchanged: ['You know the methods of the trade.', 'New techniques are welcome.'],
    kept: ['The method acting class is full.', 'TECHNIQUES LTD'],
  },
  understanding: {
    exchanged: ['You have knowledge of bread.', 'Good understanding of cakes is useful.'],
    kept: ['We sign a memorandum of understanding of terms.', 'You are understanding and kind.'],
  },
  ability: {
    exchanged: ['Ability to listen.', 'You have the capacity to learn.'],
    kept: ['The oven has a capacity of six.', 'The lifting capacity to the roof is low.'],
  },
  variety: {
    exchanged: ['You bake a variety of breads.', 'We sell a range of teas.'],
    kept: ['Variety is our strength.', 'The range is hot.'],
  },
  'wide-variety': {
    exchanged: ['We sell a wide range of teas.', 'You bake a wide variety of breads.'],
    kept: ['A wide range of motion is needed.', 'The wide oven is new.'],
  },
  environment: {
    exchanged: ['We have a friendly environment.', 'You like a busy setting.'],
    kept: ['We protect the environment.', 'You change the setting of the oven.'],
  },
  person: {
    exchanged: ['We seek a kind person who bakes.', 'An individual with patience does well.'],
    kept: ['You meet guests in person.', 'Each guest gets an individual cake.'],
  },
  applicant: {
    exchanged: ['The ideal candidate is calm.', 'The successful applicant is told in June.'],
    kept: ['The candidate pool is small.', 'A Candidate Portal is open.'],
  },
  assistance: {
    exchanged: ['You provide assistance to guests.', 'You will be offering help with forms.'],
    kept: ['You get tuition assistance.', 'The help desk is open.'],
  },
  guidance: {
    exchanged: ['You give guidance to new bakers.', 'You take direction from the owner.'],
    kept: ['You walk in one direction.', 'Guidance is free.'],
  },
  enthusiasm: {
    exchanged: ['You have a passion for bread.', 'Your enthusiasm for cakes shows.'],
    kept: ['We sell passion fruit.', 'Passion is our brand.'],
  },
  outlook: {
    exchanged: ['You bring a positive attitude.', 'You have a positive outlook.'],
    kept: ['You use Outlook.', 'Your attitude matters.'],
  },
  commitment: {
    exchanged: ['We value your commitment to quality.', 'Your dedication to guests counts.'],
    kept: ['The time commitment to the choir is low.', 'The dedication of the church is in May.'],
  },
  'career-growth': {
    exchanged: ['We offer career growth.', 'You find career development here.'],
    kept: ['The career development team is small.', 'Growth is slow.'],
  },
  workplace: {
    exchanged: ['We have a kind workplace.', 'Your place of work is Leeds.'],
    kept: ['We are a drug-free workplace.', 'We work at a place.'],
  },
  'care-over-detail': {
    exchanged: ['You show attention to detail.', 'Care over detail is needed.'],
    kept: ['You pay attention to guests.', 'The detail is small.'],
  },
  record: {
    exchanged: ['You have a proven track record in sales.', 'A proven record of success is good.'],
    kept: ['You track record players.', 'The record is broken.'],
  },
  'people-skills': {
    exchanged: ['You have good interpersonal skills.', 'You have people skills.'],
    kept: ['You meet people.', 'The people skills course is free.'],
  },
  'team-work': {
    exchanged: ['We value teamwork.', 'Collaboration is our way.'],
    kept: ['We sell collaboration software.', 'A cooperation agreement is signed.'],
  },
  progress: {
    exchanged: ['You suggest improvements.', 'We plan enhancements for guests.'],
    kept: ['You plan home improvements.', 'Improvements team wanted.'],
  },
  suggestions: {
    exchanged: ['You make suggestions to guests.', 'We like recommendations from bakers.'],
    kept: ['The suggestions box is red.', 'RECOMMENDATIONS'],
  },
  changes: {
    exchanged: ['You make changes to menus.', 'You note modifications in the log.'],
    kept: ['Hours are subject to changes.', 'She changes trains.'],
  },
  aspects: {
    exchanged: ['You learn all aspects of baking.', 'You see many parts of the shop.'],
    kept: ['You clean parts of ovens.', 'Rural areas of Wales are lovely.'],
  },
  expertise: {
    exchanged: ['You bring expertise in bread.', 'You share expert knowledge of tea.'],
    kept: ['Areas of expertise in play: bread.', 'Your expertise counts.'],
  },
  skills: {
    exchanged: ['You have good communication skills.', 'You have organizational abilities.'],
    kept: ['You learn skills.', 'The leadership skills course is free.'],
  },
  effect: {
    exchanged: ['You have an impact on guests.', 'You see the effect on sales.'],
    kept: ['The impact wrench is new.', 'The rule takes effect on Monday.'],
  },
  'job-duties': {
    exchanged: ['Your job duties are light.', 'Other job functions are shared.'],
    kept: ['The essential job functions are listed.', 'The job is new.'],
  },
};
