/** Reasons of proposals and refusals as the server gives them, in the page's words, with the name of the code in them as well. */
import { describe, expect, it } from '@jest/globals';
import { frReasons } from './fr/reasons.js';
import { zhReasons } from './zh/reasons.js';
import { sayReason, sayRefusal } from './say-reason.js';

const say = (reason: string, name = '尼日利亚') => sayReason(reason, name, zhReasons.proposal);

it.each([
  ['demonym of Nigeria', '尼日利亚的国民称谓'],
  ['sometimes a demonym of Nigeria, two letters differ', '有时是尼日利亚的国民称谓，差两个字母'],
  ['name of Nigeria, one letter differs', '尼日利亚的名称，差一个字母'],
  ['code of Nigeria', '尼日利亚的代码'],
  ['"3 nigerians" in it: demonym of Nigeria', '其中“3 nigerians”：尼日利亚的国民称谓'],
  ['demonym of Nigeria, with broken letters', '尼日利亚的国民称谓，字母有损坏'],
  ['demonym of Congo (Brazzaville), as the brackets say', '尼日利亚的国民称谓，如括号中所示'],
  ['its name is "Nigeria"', '其名称为“Nigeria”'],
])('%s', (reason, said) => {
  expect(say(reason)).toBe(said);
});

it('a name with signs of its own is put in as it is', () => {
  expect(say('name of X', '$& {rest}')).toBe('$& {rest}的名称');
});

it('a reason of which it has no words is left to the server', () => {
  expect(say('something new')).toBeUndefined();
  expect(say('something new, with broken letters')).toBeUndefined();
});

describe('why a row is refused or waits', () => {
  const refusal = (reason: string) =>
    sayRefusal(
      reason,
      { blank: '(vide)', reasons: frReasons },
      { withheld: 'non communiqué', 'not-asked': 'non demandé' },
    );
  it.each([
    ['"Nigr" is no respondent; perhaps NE, NG', '« Nigr » n’est aucun répondant ; peut-être NE, NG'],
    ['"x \\"y\\" $&" is no count', '« x \\"y\\" $& » n’est pas un effectif'],
    ['a blank is no respondent', '« (vide) » n’est aucun répondant'],
    ['Unit is a blank, not counts', 'Unit : « (vide) », et non counts'],
    ['Unit is "Rate", not counts or persons', 'Unit : « Rate », et non counts or persons'],
    [
      '2031 lies after 2023-05-30, when the file was received',
      '2031 est postérieur au 2023-05-30, jour de réception du fichier',
    ],
    [
      'the figure is "5", and Status says that it is withheld',
      'le chiffre est « 5 », mais Status dit : non communiqué',
    ],
    [
      'A says that the figure is withheld, and B that it is not-asked',
      'A dit : non communiqué, mais B dit : non demandé',
    ],
    [
      'waits for a decision: "Nigr" is no respondent; perhaps NE; Sex is "a; b", which the mapping does not know; "z" is no indicator of the mapping',
      'attend une décision : « Nigr » n’est aucun répondant ; peut-être NE ; Sex : la table de correspondance ne connaît pas « a; b » ; la table de correspondance n’a pas l’indicateur « z »',
    ],
  ])('%s', (reason, said) => {
    expect(refusal(reason)?.replaceAll('\u00a0', ' ')).toBe(said);
  });
  it('is left to the server where the page has no words for a part of it', () => {
    expect(refusal('something new')).toBeUndefined();
    expect(refusal('waits for a decision: "z" is no indicator of the mapping; Sex is "…')).toBeUndefined();
  });
});
