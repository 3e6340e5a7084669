import type { EquivalentExamples } from './equivalent-group.ts';

export const descriptionExamples: EquivalentExamples = {
  strong: {
    exchanged: ['You have strong skills.', 'A solid understanding of tea is useful.'],
    kept: ['You like strong coffee.', 'The door is solid wood.'],
  },
  excellent: {
    exchanged: ['You have excellent manners.', 'We serve outstanding bread.'],
    kept: ['You chase outstanding invoices.', 'The bread is excellent.'],
  },
  various: {
    exchanged: ['You bake various breads.', 'You meet different people and animals, in different towns.'],
    kept: ['Each day is different.', 'No different rules hold.'],
  },
  additional: {
    exchanged: ['Ask for additional information.', 'You take on extra duties.'],
    kept: ['The shop is further away.', 'An extra bed is free.'],
  },
  key: {
    exchanged: ['You play a key role.', 'You are an important part of the shop.'],
    kept: ['You hold the key to the shop.', 'The most important part is bread.'],
  },
  current: {
    exchanged: ['You visit current customers.', 'You look after existing accounts.'],
    kept: ['You maintain current accounts.', 'The current in the river is fast.'],
  },
  appropriate: {
    exchanged: ['You wear appropriate shoes.', 'You find suitable suppliers.'],
    kept: ['Your shoes are appropriate.', 'This is not suitable.'],
  },
  complex: {
    exchanged: ['You solve complex problems.', 'You run complicated systems.'],
    kept: ['You live in the complex.', 'A complex carbohydrate is bread.'],
  },
  rapid: {
    exchanged: ['We see rapid growth.', 'You give a quick response.'],
    kept: ['You eat fast food.', 'You ride the rapid.'],
  },
  primary: {
    exchanged: ['Your primary duty is bread.', 'The main focus is tea.'],
    kept: ['You teach in a primary school.', 'You mend the gas main.'],
  },
  numerous: {
    exchanged: ['We have numerous shops.', 'You meet many guests.'],
    kept: ['How many guests come?', 'Many of us bake.'],
  },
  entire: {
    exchanged: ['You serve the entire team.', 'You know the whole process.'],
    kept: ['You sell whole milk.', 'The entire is too much.'],
  },
  great: {
    exchanged: ['This is a great place.', 'We have wonderful people.'],
    kept: ['We deliver in Great Britain.', 'The great oak fell.'],
  },
  friendly: {
    exchanged: ['We have a friendly team.', 'You find a welcoming atmosphere.'],
    kept: ['We are a pet friendly place.', 'Our dog is friendly.'],
  },
  large: {
    exchanged: ['You bake large cakes.', 'We have a big kitchen.'],
    kept: ['You analyse big data.', 'You work with the public at large events.'],
  },
  'at-ease': {
    exchanged: ['You are comfortable with crowds.', 'You are at ease with tills.'],
    kept: ['The chairs are comfortable.', 'You set guests at ease.'],
  },
  'at-ease-doing': {
    exchanged: ['You are comfortable working alone.', 'You feel at ease working here.'],
    kept: ['We sell "comfortable working" shoes.', 'You are at ease.'],
  },
  responsible: {
    exchanged: ['You are responsible for bread.', 'You are in charge of tea.'],
    kept: ['We are a responsible firm.', 'You are not responsible for losses.'],
  },
  familiar: {
    exchanged: ['You are familiar with tills.', 'You are acquainted with ovens.'],
    kept: ['You see familiar faces.', 'You are acquainted.'],
  },
  committed: {
    exchanged: ['We are committed to quality.', 'You are dedicated to your guests.'],
    kept: ['We are committed to equal pay.', 'A dedicated line is open.'],
  },
  enthusiastic: {
    exchanged: ['You are passionate about bread.', 'You are enthusiastic about tea.'],
    kept: ['You are passionate.', 'An enthusiastic baker is sought.'],
  },
  reliable: {
    exchanged: ['You are a reliable baker.', 'We want dependable people.'],
    kept: ['You need reliable transportation.', 'The van is reliable.'],
  },
  hardworking: {
    exchanged: ['We want hard-working bakers.', 'You are a diligent person.'],
    kept: ['You are hard at work.', 'The Industrious club is open.'],
  },
  creative: {
    exchanged: ['You have creative ideas.', 'You are an imaginative person.'],
    kept: ['You report to the creative director.', 'You buy creative commons pictures.'],
  },
  innovative: {
    exchanged: ['We sell innovative products.', 'You find innovative ways.'],
    kept: ['We are innovative.', 'An innovative team is near.'],
  },
  accurate: {
    exchanged: ['You keep accurate records.', 'You make precise measurements.'],
    kept: ['The clock is accurate.', 'You are at a precise spot.'],
  },
  'high-quality': {
    exchanged: ['You bake high-quality bread.', 'We sell first-rate tea.'],
    kept: ['Our bread is of high quality.', 'You check the quality.'],
  },
  ongoing: {
    exchanged: ['We give ongoing support.', 'We offer continuing training.'],
    kept: ['You take continuing education.', 'The trial is ongoing.'],
  },
  proven: {
    exchanged: ['You have proven experience.', 'You show demonstrated leadership.'],
    kept: ['The dough is proven.', 'She has demonstrated ovens.'],
  },
  stimulating: {
    exchanged: ['This is an exciting role.', 'You find stimulating work.'],
    kept: ['The film is exciting.', 'You sell stimulating drinks.'],
  },
  demanding: {
    exchanged: ['This is challenging work.', 'You like a demanding role.'],
    kept: ['You are challenging a bill.', 'Guests are demanding.'],
  },
  rewarding: {
    exchanged: ['This is a rewarding career.', 'You find fulfilling work.'],
    kept: ['We are rewarding loyalty.', 'You are fulfilling orders.'],
  },
  varied: {
    exchanged: ['You have varied tasks.', 'You work on diverse projects.'],
    kept: ['We have a diverse workforce.', 'Opinions varied.'],
  },
  lively: {
    exchanged: ['We are a dynamic team.', 'You find a lively atmosphere.'],
    kept: ['You use dynamic programming.', 'The street is lively.'],
  },
  expanding: {
    exchanged: ['We are a growing company.', 'You join an expanding team.'],
    kept: ['You are growing roses.', 'Demand is growing.'],
  },
  positive: {
    exchanged: ['You bring positive energy.', 'You find an upbeat atmosphere.'],
    kept: ['The test is positive.', 'You read positive poles.'],
  },
  collaborative: {
    exchanged: ['We have a collaborative culture.', 'You like a cooperative approach.'],
    kept: ['The shop is a cooperative.', 'You are cooperative.'],
  },
  supportive: {
    exchanged: ['We have a supportive team.', 'You find an encouraging atmosphere.'],
    kept: ['The news is encouraging.', 'You wear supportive shoes.'],
  },
  oral: {
    exchanged: ['You have verbal and written skills.', 'You use oral communication.'],
    kept: ['You know oral surgery.', 'English is spoken here.'],
  },
  'written-first': {
    exchanged: ['You have written and verbal skills.', 'Good written and oral English.'],
    kept: ['The menu is written.', 'You give written notice.'],
  },
  practical: {
    exchanged: ['You have hands-on experience.', 'You get practical training.'],
    kept: ['The shoes are practical.', 'Hands on deck.'],
  },
  'fast-paced': {
    exchanged: ['You like a fast-paced environment.', 'We are a busy kitchen.'],
    kept: ['You are busy.', 'The road is busy on Fridays.'],
  },
  effective: {
    exchanged: ['You ensure effective communication.', 'You build successful relationships.'],
    kept: ['The rule is effective in June.', 'You are successful.'],
  },
  extensive: {
    exchanged: ['You have extensive knowledge.', 'You bring broad experience.'],
    kept: ['The wide door is open.', 'The damage is extensive.'],
  },
  'in-depth': {
    exchanged: ['You have in-depth knowledge.', 'You show a deep understanding.'],
    kept: ['The pool is deep.', 'You work with deep learning.'],
  },
  'confident-with-people': {
    exchanged: ['You are a polite person.', 'You give courteous service.'],
    kept: ['You are polite.', 'It is courteous.'],
  },
  'good-at-organizing': {
    exchanged: ['A well-organized person.', 'You keep an organized manner.'],
    kept: ['The event is organized by us.', 'You join organized labour.'],
  },
  several: {
    exchanged: ['You run multiple projects.', 'We have a number of shops.'],
    kept: ['You set a multiple choice test.', 'You care for people with multiple sclerosis.'],
  },
  relevant: {
    exchanged: ['You have relevant experience.', 'You have related work.'],
    kept: ['She is related to us.', 'A degree in a related field.'],
  },
};
