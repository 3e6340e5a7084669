import type { Guard } from '../rule.ts';

/** The word is part of a name: of a product, a place, a publication, a service. */
export const properName: Guard = {
  name: 'proper-name',
  scope: 'over',
  patterns: [
    '(old|young) (navy|dominion|mutual|kent|life|living)',
    'ernst and? young',
    '(black|white) (box|paper~|board~|label|list~|hat|friday|belt|rock)',
    'black and decker',
    'baker hughes',
    '(victoria|men|women) (secret|health|wearhouse|warehouse|wear)',
    'native (instrument~|american~|title)',
    'power bi',
    '(stanley|dewalt|tools|sears) ,? craftsman',
    'craftsman ,? (tools|mac|dewalt|brand)',
    'ninja (framework|kitchen|foodi|forms|trader|build)',
    '(cmake|make|meson|bazel) (,|/|and|or) ninja',
    '(java|php|javascript) ninja',
    'rock star (games|energy)',
    'rockstar (games|energy|north)',
    'guru (meditation|technologies)',
    'christian (dior|louboutin|aid|brother~)',
    '(boy|girl) scout~',
    'red hat',
    'merry maids',
    'sisters of mercy',
    'stand up paddle',
    'champion (sports|sportswear)',
  ],
};
