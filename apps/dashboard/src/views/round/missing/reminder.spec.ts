import { describe, expect, it } from '@jest/globals';
import type { RoundRespondent, WholeRound } from '@rapporteur/contract';
import { languages } from '../../../page/address.js';
import { loadTexts, textsOf } from '../../../page/texts/packs.js';
import { isExpecting, missingOf, toMailAddress, toMissingCsv, writeReminder } from './reminder.js';

const one = (code: string, name: string, status: RoundRespondent['status']) =>
  ({ respondent: { code, name }, asked: true, listed: null, status }) as RoundRespondent;
const [silent, standing, withdrawn] = [
  one('CI', 'Côte d’Ivoire', 'none'),
  one('SV', 'El Salvador', 'standing'),
  one('XX', 'A "B", C', 'withdrawn'),
];
const round = {
  ...{ id: 'c/2008', title: 'Second round', symbol: 'E/CN.15/2008/6', noteVerbaleOn: '2007-11-03' },
  ...{ replyBy: '2008-01-24', respondents: [silent, standing, withdrawn] },
} as unknown as WholeRound;
const day = '2008-02-01';

describe('who is missing', () => {
  it('is everybody of whom no reply stands', () => {
    expect(missingOf(round).map(({ respondent }) => respondent.code)).toEqual(['CI', 'XX']);
    expect(toMissingCsv([withdrawn]).split('\r\n')[1]).toBe('XX,"A ""B"", C",true,,withdrawn');
  });

  it('is known only of a round with a list', () => {
    const counts = { asked: null, listed: null, replies: 0, listedWithReply: 0, late: 0 };
    expect(isExpecting({ counts })).toBe(false);
    expect(isExpecting({ counts: { ...counts, listed: 3 } })).toBe(true);
  });
});

describe('a reminder', () => {
  it('names round, symbol, both days and what is missing in each language', async () => {
    for (const language of languages) {
      await loadTexts(language);
      const said = { language, texts: textsOf(language)!, day };
      const { subject, body } = writeReminder(round, [silent, withdrawn], said);
      expect(subject).toContain('Second round (E/CN.15/2008/6)');
      for (const part of ['Second round (E/CN.15/2008/6)', '2007', '24', '2008', '– Côte d’Ivoire\n'])
        expect([language, body]).toEqual([language, expect.stringContaining(part)]);
      expect(body).toMatch(/– A "B", C ?[(（]/);
    }
  });

  it('leaves out what the round does not say', () => {
    const bare = { id: 'c/2008', title: null, symbol: null, noteVerbaleOn: null, replyBy: null };
    const { subject, body } = writeReminder(bare, [silent], { language: 'en', texts: textsOf('en')!, day });
    expect(subject).toBe('Reminder: reply to c/2008');
    expect(body).not.toMatch(/null|undefined|note verbale|requested by/);
  });

  it('is a mail without its text where that is too long for an address', () => {
    expect(toMailAddress({ subject: 'a b', body: 'c\nd' })).toEqual({
      ...{ address: 'mailto:?subject=a%20b&body=c%0D%0Ad', isWhole: true },
    });
    expect(toMailAddress({ subject: 'a', body: 'x'.repeat(3000) })).toEqual({
      ...{ address: 'mailto:?subject=a', isWhole: false },
    });
  });
});
