import type { EquivalentExamples } from './equivalent-group.ts';

export const verbExamples: EquivalentExamples = {
  'help-people': {
    exchanged: ['You assist customers with returns.', 'You will help our colleagues with questions.'],
    kept: ['You help customers find shoes.', 'Call Customer Support for a form.'],
  },
  'support-work': {
    exchanged: ['You support the planning of new shops.', 'You will assist with the preparation of meals.'],
    kept: ['The support project ended.', 'You support the view of the team.'],
  },
  'help-with': {
    exchanged: ['You assist with returns.', 'You will help with the harvest.'],
    kept: ['Our help with forms is free.', 'Ask for help with "Help with Homes".'],
  },
  'help-in': {
    exchanged: ['You assist in baking bread.', 'You help in the planning of tours.'],
    kept: ['You assist in Leeds.', 'We offer help in several towns.'],
  },
  'ensure-that': {
    exchanged: ['You ensure that doors are shut.', 'You make sure that guests are seated.'],
    kept: ['You ensure safety.', 'You make sure of the facts.'],
  },
  use: {
    exchanged: ['You use our tills.', 'You will utilize a kiln.'],
    kept: ['You get used to the noise.', 'The use of a car is free.'],
  },
  'work-with': {
    exchanged: ['You work with other teams.', 'You collaborate with our designers.'],
    kept: ['You work with wood.', 'The work with clay is slow.'],
  },
  'work-closely-with': {
    exchanged: ['You work closely with the manager.', 'You collaborate closely with our suppliers.'],
    kept: ['You work closely with glue.', 'You work closely within limits.'],
  },
  'carry-out-study': {
    exchanged: ['You conduct tests.', 'You will perform an analysis.'],
    kept: ['You conduct an orchestra.', 'You perform songs.'],
  },
  'carry-out-work': {
    exchanged: ['You perform other duties.', 'You will carry out repairs.'],
    kept: ['You perform in plays.', 'You carry out boxes.'],
  },
  'take-part-in': {
    exchanged: ['You participate in meetings.', 'You will take part in tastings.'],
    kept: ['You take part of the bread.', 'The part in the play is small.'],
  },
  answer: {
    exchanged: ['You respond to emails.', 'You will answer questions.'],
    kept: ['You answer to the owner.', 'The answer is in the book.'],
  },
  'set-up': {
    exchanged: ['You set up new procedures.', 'You establish a workflow.'],
    kept: ['You set up chairs.', 'You establish trust.'],
  },
  arrange: {
    exchanged: ['You arrange meetings.', 'You will organize events.'],
    kept: ['You arrange flowers.', 'You organize shelves.'],
  },
  coordinate: {
    exchanged: ['You coordinate projects.', 'You will organize the work.'],
    kept: ['You coordinate with the press.', 'The coordinate is on the map.'],
  },
  identify: {
    exchanged: ['You identify new ways.', 'You will find errors.'],
    kept: ['You identify birds.', 'You find parcels.'],
  },
  resolve: {
    exchanged: ['You resolve problems.', 'You will solve issues.'],
    kept: ['You solve puzzles.', 'You resolve to stay.'],
  },
  improve: {
    exchanged: ['You improve our menus.', 'You will enhance the garden.'],
    kept: ['You improve on the past.', 'Sales improve by themselves.'],
  },
  'show-quality': {
    exchanged: ['You demonstrate initiative.', 'You will show commitment.'],
    kept: ['You show guests the way.', 'You demonstrate ovens.'],
  },
  gather: {
    exchanged: ['You gather feedback.', 'You will collect data.'],
    kept: ['You collect parcels.', 'We gather at noon.'],
  },
  obtain: {
    exchanged: ['You obtain quotes.', 'You will get permits.'],
    kept: ['You get coffee.', 'You get to the shop.'],
  },
  gain: {
    exchanged: ['You gain experience.', 'You will acquire new skills.'],
    kept: ['You gain time.', 'The gain of weight is small.'],
  },
  buy: {
    exchanged: ['You purchase flour.', 'You will buy our stock.'],
    kept: ['You write purchase orders.', 'The purchase of a car is rare.'],
  },
  review: {
    exchanged: ['You review documents.', 'You will go over the plans.'],
    kept: ['You review films.', 'The review is in June.'],
  },
  analyze: {
    exchanged: ['You analyze data.', 'You will examine the results.'],
    kept: ['You study law.', 'You examine patients.'],
  },
  'look-into': {
    exchanged: ['You investigate complaints.', 'You will look into delays.'],
    kept: ['You investigated fires.', 'You look in the oven.'],
  },
  'oversee-work': {
    exchanged: ['You manage the production.', 'You will oversee a project.'],
    kept: ['You manage to stay calm.', 'You manage people.'],
  },
  'oversee-people': {
    exchanged: ['You supervise staff.', 'You will oversee our technicians.'],
    kept: ['You supervise children.', 'You oversee the valley.'],
  },
  'lead-people': {
    exchanged: ['You lead a team.', 'You will head the department.'],
    kept: ['You work on lead generation.', 'You lead to a better team.'],
  },
  'lead-events': {
    exchanged: ['You lead workshops.', 'You will run meetings.'],
    kept: ['You run a marathon.', 'The lead project is paint.'],
  },
  prepare: {
    exchanged: ['You prepare reports.', 'You will create presentations.'],
    kept: ['You prepare meals.', 'You produce plays.'],
  },
  build: {
    exchanged: ['You build tools.', 'You will develop applications.'],
    kept: ['You build walls.', 'You develop a cough.'],
  },
  'develop-plans': {
    exchanged: ['You develop plans.', 'You will create a schedule.'],
    kept: ['You develop film.', 'You create pots.'],
  },
  'bring-about': {
    exchanged: ['You drive change.', 'You will bring about improvements.'],
    kept: ['You drive a van.', 'A drive for growth is on.'],
  },
  'keep-up': {
    exchanged: ['You maintain relationships.', 'You will keep up your knowledge.'],
    kept: ['You maintain lifts.', 'You keep up with trends.'],
  },
  receive: {
    exchanged: ['You receive training.', 'You will get support.'],
    kept: ['You receive parcels.', 'You get up early.'],
  },
  decide: {
    exchanged: ['You make decisions.', 'You will take decisions.'],
    kept: ['The decisions are made by the owner.', 'You make decision trees.'],
  },
  'build-relationships': {
    exchanged: ['You build trust.', 'You will develop relationships.'],
    kept: ['You build homes.', 'You establish facts.'],
  },
  'keep-records': {
    exchanged: ['You maintain records.', 'You will keep a log.'],
    kept: ['You maintain roads.', 'You keep bees.'],
  },
  'look-after-things': {
    exchanged: ['You maintain equipment.', 'You will look after the garden.'],
    kept: ['You maintain order.', 'You look after noon.'],
  },
  'look-after-people': {
    exchanged: ['You care for residents.', 'You will look after children.'],
    kept: ['You care about children.', 'The care for the elderly is paid.'],
  },
  handle: {
    exchanged: ['You handle complaints.', 'You will deal with inquiries.'],
    kept: ['You handle glass.', 'The deal with Acme is signed.'],
  },
  address: {
    exchanged: ['You address concerns.', 'You will tackle problems.'],
    kept: ['You address letters.', 'The address is below.'],
  },
  track: {
    exchanged: ['You monitor progress.', 'You will keep track of expenses.'],
    kept: ['You monitor patients.', 'The track is wet.'],
  },
  'put-in-place': {
    exchanged: ['You implement new processes.', 'You will introduce changes.'],
    kept: ['You introduce guests.', 'You put plates on tables.'],
  },
  'grow-sales': {
    exchanged: ['You increase sales.', 'You will grow our business.'],
    kept: ['You grow tomatoes.', 'An increase in sales is likely.'],
  },
  raise: {
    exchanged: ['You raise awareness.', 'You will increase productivity.'],
    kept: ['You raise pigs.', 'A raise is due in June.'],
  },
  cut: {
    exchanged: ['You reduce costs.', 'You will cut waste.'],
    kept: ['You cut hair.', 'The cut is deep.'],
  },
  'reach-goals': {
    exchanged: ['You achieve goals.', 'You will reach your targets.'],
    kept: ['You reach shelves.', 'You meet guests.'],
  },
  exceed: {
    exchanged: ['You exceed expectations.', 'You will surpass our goals.'],
    kept: ['You exceed the limit.', 'You go beyond the fence.'],
  },
  give: {
    exchanged: ['You provide feedback.', 'You will offer advice.'],
    kept: ['You give blood.', 'The offer of help came late.'],
  },
  deliver: {
    exchanged: ['You provide services.', 'You will deliver results.'],
    kept: ['You deliver milk.', 'You deliver to homes.'],
  },
  'offer-benefits': {
    exchanged: ['We offer flexible hours.', 'We provide great benefits.'],
    kept: ['The offer of a package ends soon.', 'We offer tea.'],
  },
  'train-people': {
    exchanged: ['You train staff.', 'You will teach students.'],
    kept: ['You train dogs.', 'The train is late.'],
  },
  mentor: {
    exchanged: ['You mentor colleagues.', 'You will coach trainees.'],
    kept: ['The coach stops here.', 'A guide to the town is free.'],
  },
  recommend: {
    exchanged: ['You recommend improvements.', 'You will suggest solutions.'],
    kept: ['We recommend early arrival.', 'You propose to stay.'],
  },
  choose: {
    exchanged: ['You select materials.', 'You will choose suppliers.'],
    kept: ['You choose your hours.', 'We serve select wines.'],
  },
  start: {
    exchanged: ['You start your career here.', 'You will begin working in June.'],
    kept: ['The start is at noon.', 'You start engines.'],
  },
  finish: {
    exchanged: ['You complete tasks.', 'You will finish projects.'],
    kept: ['You complete a course.', 'A finish in oak is usual.'],
  },
  'fill-in': {
    exchanged: ['You complete forms.', 'You will fill out paperwork.'],
    kept: ['You fill in for others.', 'You fill out boxes.'],
  },
  contact: {
    exchanged: ['You contact customers.', 'You will reach out to suppliers.'],
    kept: ['You contact the press.', 'The contact is Ms Bell.'],
  },
  talk: {
    exchanged: ['You speak with clients.', 'You will talk to guests.'],
    kept: ['You speak with care.', 'You talk to the press.'],
  },
  interact: {
    exchanged: ['You communicate with customers.', 'You will interact with the public.'],
    kept: ['You communicate with radios.', 'You interact with screens.'],
  },
  discuss: {
    exchanged: ['You discuss the plans.', 'You will talk about prices.'],
    kept: ['The plans discussed here are old.', 'The talk about bread is at noon.'],
  },
  inform: {
    exchanged: ['You inform customers.', 'You will notify your manager.'],
    kept: ['You inform choices.', 'You notify the police.'],
  },
  join: {
    exchanged: ['Come and join our team.', 'You will become part of our company.'],
    kept: ['You join boards with glue.', 'You become tired.'],
  },
  contribute: {
    exchanged: ['You contribute to our success.', 'You will play a part in our growth.'],
    kept: ['You contribute to a pension.', 'You play a part in a film.'],
  },
  'look-for': {
    exchanged: ['We seek a baker.', 'We are looking for a baker.'],
    kept: ['We seek to grow.', 'The search for gold is over.'],
  },
  'have-quality': {
    exchanged: ['You possess good skills.', 'You will have the ability to listen.'],
    kept: ['You have a car.', 'You have baked before.'],
  },
  enjoy: {
    exchanged: ['You enjoy meeting people.', 'You like baking bread.'],
    kept: ['You enjoy tea.', 'Breads like baking soda bread sell well.'],
  },
  encourage: {
    exchanged: ['You promote teamwork.', 'You will foster a good culture.'],
    kept: ['We promote from within.', 'A foster environment is a home.'],
  },
  assess: {
    exchanged: ['You evaluate the results.', 'You will assess risks.'],
    kept: ['The plan was evaluated.', 'Assess Ltd is our partner.'],
  },
  'find-out': {
    exchanged: ['You determine what sells.', 'You will find out why ovens fail.'],
    kept: ['You determine prices.', 'You work out at lunch.'],
  },
  verify: {
    exchanged: ['You verify orders.', 'You will check the accuracy of bills.'],
    kept: ['You check coats.', 'The check is in the post.'],
  },
  send: {
    exchanged: ['Please submit your resume.', 'Please send an application.'],
    kept: ['You submit to searches.', 'You send parcels.'],
  },
  'set-goals': {
    exchanged: ['You set goals.', 'You will define priorities.'],
    kept: ['You set tables.', 'You define words.'],
  },
  share: {
    exchanged: ['You share knowledge.', 'You will pass on information.'],
    kept: ['You share a room.', 'A share of the profit is yours.'],
  },
  'grow-career': {
    exchanged: ['You grow your career.', 'You will develop your skills.'],
    kept: ['You grow roses.', 'You build carts.'],
  },
  expand: {
    exchanged: ['You expand your knowledge.', 'You will broaden your skills.'],
    kept: ['You expand a balloon.', 'You widen roads.'],
  },
  operate: {
    exchanged: ['You operate machinery.', 'You will run the machines.'],
    kept: ['You operate on pets.', 'You run daily.'],
  },
  repair: {
    exchanged: ['You repair equipment.', 'You will fix machines.'],
    kept: ['You fix prices.', 'The repair of a roof is dear.'],
  },
  strive: {
    exchanged: ['We strive to please.', 'We aim to be kind.'],
    kept: ['We strive for calm.', 'The aim to please is ours.'],
  },
  rely: {
    exchanged: ['We rely on our drivers.', 'You can count on us.'],
    kept: ['Pay will depend on experience.', 'The count on Friday was high.'],
  },
  focus: {
    exchanged: ['You focus on bread.', 'You will concentrate on cakes.'],
    kept: ['The focus on price is wrong.', 'You focus the lens.'],
  },
  attend: {
    exchanged: ['You attend meetings.', 'You will go to conferences.'],
    kept: ['You attend to guests.', 'You go to work.'],
  },
  thrive: {
    exchanged: ['You thrive in a crowd.', 'You will do well in sales.'],
    kept: ['Plants that thrived in shade died.', 'You do well by others.'],
  },
  enable: {
    exchanged: ['We enable you to grow.', 'You will allow customers to save.'],
    kept: ['We allow dogs.', 'You enable alarms.'],
  },
};
