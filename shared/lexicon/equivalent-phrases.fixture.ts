import type { EquivalentExamples } from './equivalent-group.ts';

export const phraseExamples: EquivalentExamples = {
  'in-order-to': {
    exchanged: ['You taste in order to learn.', 'You rise early so as to be there.'],
    kept: ['The files are in order.', 'Be so kind as to call.'],
  },
  before: {
    exchanged: ['You arrive prior to noon and open prior to lunch.', 'You call before arrival.'],
    kept: ['You earn 12 dollars before tax.', 'We met before.'],
  },
  'because-of': {
    exchanged: ['We close due to snow.', 'We grow because of you.'],
    kept: ['The rent is due to the owner.', 'The bill is due.'],
  },
  regarding: {
    exchanged: ['You answer questions regarding bread.', 'You give information about tea.'],
    kept: ['You walk about town.', 'We care about guests.'],
  },
  'along-with': {
    exchanged: ['You get lunch in addition to pay.', 'You send a letter along with photos.'],
    kept: ['You get along with guests.', 'An addition to the house is planned.'],
  },
  'daily-basis': {
    exchanged: ['You call each day.', 'You meet guests every day.'],
    kept: ['Bread is our daily business.', 'You bake for every dayshift.'],
  },
  'weekly-basis': {
    exchanged: ['We meet each week.', 'You report every week.'],
    kept: ['You get weekly pay.', 'A week is long.'],
  },
  regularly: {
    exchanged: ['We meet on a regular basis.', 'You clean ovens regularly.'],
    kept: ['You meet regularly scheduled trains.', 'A regular guest is here.'],
  },
  'in-line-with': {
    exchanged: ['You bake in keeping with our values.', 'You act in line with our values.'],
    kept: ['You work in accordance with applicable laws.', 'You stand in line.'],
  },
  emphasis: {
    exchanged: ['You bake with a focus on rye.', 'We teach with an emphasis on taste.'],
    kept: ['You focus a lens.', 'The emphasis is ours.'],
  },
  mainly: {
    exchanged: ['You primarily bake.', 'We mainly sell tea.'],
    kept: ['The main street is near.', 'Mainly Maps is our partner.'],
  },
  usually: {
    exchanged: ['You typically start at noon.', 'We usually close in May.'],
    kept: ['You follow generally accepted principles.', 'A typical day is long.'],
  },
  quickly: {
    exchanged: ['You learn quickly.', 'You work rapidly.'],
    kept: ['You call as quickly as you can.', 'You need a quick mind.'],
  },
  well: {
    exchanged: ['You communicate effectively.', 'You work well with others.'],
    kept: ['You dig a well.', 'We sell bread as well.'],
  },
  'at-present': {
    exchanged: ['We are currently hiring.', 'We are presently looking for bakers.'],
    kept: ['You stay currently employed.', 'You present currently.'],
  },
  'on-your-own': {
    exchanged: ['You work independently.', 'You like working on your own.'],
    kept: ['You live on your own.', 'The shop is independently owned.'],
  },
  carefully: {
    exchanged: ['You handle glass carefully.', 'You drive with care.'],
    kept: ['You carefully choose.', 'You deal with care homes.'],
  },
  approximately: {
    exchanged: ['We have approximately 40 shops.', 'You work about 20 hours.'],
    kept: ['You talk about bread.', 'You walk around town.'],
  },
  throughout: {
    exchanged: ['You travel throughout the region.', 'We have shops across the country.'],
    kept: ['You walk across the road.', 'Doors are open throughout.'],
  },
  additionally: {
    exchanged: ['Additionally, you bake.', 'In addition, we offer tea.'],
    kept: ['In addition to bread we sell tea.', 'You additionally bake.'],
  },
  promptly: {
    exchanged: ['You answer letters in a timely manner.', 'You reply promptly.'],
    kept: ['You act in a kind manner.', 'You promptly reply.'],
  },
  professionally: {
    exchanged: ['You dress in a professional manner.', 'You act professionally.'],
    kept: ['You sing a professionally made song.', 'A professional baker is sought.'],
  },
  'as-well-as': {
    exchanged: ['You bake bread as well as cakes.', 'We sell tea together with milk.'],
    kept: ['You bake as well as in Paris.', 'You work together with us.'],
  },
  'in-a-team': {
    exchanged: ['You work in a team.', 'You bake as part of a team.'],
    kept: ['You work in a team environment.', 'You work in a team of six.'],
  },
  'from-start-to-finish': {
    exchanged: ['You lead talks from start to finish.', 'You see cakes from beginning to end.'],
    kept: ['You start to finish early.', 'The beginning is near.'],
  },
  including: {
    exchanged: ['We sell breads, for example rye.', 'We sell teas, such as oolong.'],
    kept: ['This is such as we like.', 'For example, we sell tea.'],
  },
  'such-as': {
    exchanged: ['We sell teas including oolong.', 'You bake cakes such as pies.'],
    kept: ['You work days, including Fridays.', 'Teas including the green one are sold.'],
  },
  whenever: {
    exchanged: ['You help out as needed.', 'You call when necessary.'],
    kept: ['Help is needed.', 'You come as needed hands.'],
  },
  successfully: {
    exchanged: ['You finish cakes on time.', 'You send reports by the deadline.'],
    kept: ['You arrive on full time.', 'Please be on time.'],
  },
  'under-supervision': {
    exchanged: ['You bake under the direction of a chef.', 'You learn under the guidance of Ms Bell.'],
    kept: ['The direction of the wind is east.', 'You work under the roof.'],
  },
  'at-every-level': {
    exchanged: ['You meet staff at all levels.', 'You talk to people at every level.'],
    kept: ['We take bakers at all levels of experience.', 'You level floors.'],
  },
  willing: {
    exchanged: ['We value your willingness to learn.', 'Your readiness to help counts.'],
    kept: ['You are willing to learn.', 'The readiness level is low.'],
  },
  desire: {
    exchanged: ['You have a desire to learn.', 'You share the wish to bake.'],
    kept: ['You may wish to call.', 'We wish to thank you.'],
  },
  eager: {
    exchanged: ['You are eager to learn.', 'You are keen to bake.'],
    kept: ['You are keen on tea.', 'An eager baker is sought.'],
  },
};
