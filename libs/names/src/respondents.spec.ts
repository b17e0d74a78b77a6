import { describe, expect, it } from '@jest/globals';
import { languages } from './languages.js';
import { resolveRespondent } from './resolve-respondent.js';
import { unTerms } from './un-names.js';
import { isRespondentCode, nameOf, respondentCodes, respondentKind, sortByName } from './respondents.js';

describe('respondents', () => {
  it('are 249 areas of ISO 3166-1, organisations, and areas without a code', () => {
    const ofKind = (kind: string) => respondentCodes.filter((code) => respondentKind(code) === kind);
    expect(ofKind('area')).toHaveLength(249);
    expect(ofKind('organisation')).toEqual(expect.arrayContaining(['LAS', 'UNODC', 'OSRSG-CAAC']));
    expect(ofKind('other-area')).toEqual(expect.arrayContaining(['XK', 'CQ', 'AW-CW', 'EEU']));
    expect(respondentKind('ZZ')).toBeUndefined();
    expect(respondentKind('constructor')).toBeUndefined();
  });

  it('have no organisation or other area under a code that ISO 3166-1 uses', () => {
    expect(new Set(respondentCodes).size).toBe(respondentCodes.length);
  });

  it('Kosovo stands with the resolution in each language, and is found by that name', () => {
    const names = languages.map((language) => nameOf('XK', language));
    for (const name of names) {
      expect(name).toMatch(/^(Kosovo|Косово|كوسوفو|科索沃) \(S\/RES\/1244 \(1999\)\)$/);
      expect(resolveRespondent(name)).toMatchObject({ code: 'XK' });
    }
    expect(resolveRespondent('Kosovo')).toMatchObject({ code: 'XK' });
  });

  it('are codes only as they are written here', () => {
    expect(['SV', 'LAS', 'sv', 'SLV', 'toString', ''].map(isRespondentCode)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('are named in each of the six languages, as the UN names them where English has several names', () => {
    expect(languages.map((language) => nameOf('SV', language))).toEqual([
      'السلفادور',
      'El Salvador',
      'El Salvador',
      'El Salvador',
      'Сальвадор',
      '萨尔瓦多',
    ]);
    expect(['CN', 'CI', 'CG', 'KR'].map((code) => nameOf(code, 'en'))).toEqual([
      'China',
      "Côte d'Ivoire",
      'Congo',
      'Republic of Korea',
    ]);
    expect(languages.map((language) => nameOf('LAS', language))).toContain('阿拉伯国家联盟');
  });

  it('are called by the short names that the UN use, in each of the six languages', () => {
    const named = (code: string) => languages.map((language) => nameOf(code, language));
    expect(named('MM')).toEqual(['ميانمار', 'Myanmar', 'Myanmar', 'Myanmar', 'Мьянма', '缅甸']);
    expect(named('BY')).toEqual(['بيلاروس', 'Belarus', 'Belarús', 'Bélarus', 'Беларусь', '白俄罗斯']);
    expect(named('CZ')).toEqual(['تشيكيا', 'Czechia', 'Chequia', 'Tchéquie', 'Чехия', '捷克']);
    expect(named('SZ')).toEqual(['إسواتيني', 'Eswatini', 'Eswatini', 'Eswatini', 'Эсватини', '斯威士兰']);
    expect(['VN', 'MD', 'KP', 'CV', 'VE'].map((code) => nameOf(code, 'en'))).toEqual([
      'Viet Nam',
      'Republic of Moldova',
      "Democratic People's Republic of Korea",
      'Cabo Verde',
      'Venezuela (Bolivarian Republic of)',
    ]);
  });

  it('have a UN short name in every language where they have one, and are understood by it', () => {
    expect(Object.keys(unTerms).length).toBeGreaterThan(190);
    for (const [code, names] of Object.entries(unTerms)) {
      expect([code, respondentKind(code)]).toEqual([code, 'area']);
      for (const language of languages) {
        expect([code, language, names[language]?.trim()]).toEqual([code, language, nameOf(code, language)]);
        expect([code, language, resolveRespondent(nameOf(code, language))]).toMatchObject([
          code,
          language,
          { code },
        ]);
      }
    }
  });

  it('have a name of their own in each language where a State’s part or an organisation replies', () => {
    expect(nameOf('GB-SCT', 'ru')).toBe('Соединенное Королевство (Шотландия)');
    for (const code of respondentCodes.filter((one) => one.length > 2))
      for (const language of ['ar', 'ru', 'zh'] as const)
        expect(nameOf(code, language)).not.toBe(nameOf(code, 'en'));
  });

  it('fall back to the code', () => {
    expect(nameOf('ZZ', 'ru')).toBe('ZZ');
    expect(nameOf('toString', 'en')).toBe('toString');
  });

  it('are sorted by name without regard to accents, the same way from any order', () => {
    const sorted = ['AX', 'AL', 'AT', 'LV', 'OM', 'SE', 'TR'];
    expect(sortByName(['TR', 'AX', 'SE', 'LV', 'AT', 'OM', 'AL'], 'en')).toEqual(sorted);
    for (const language of languages) {
      expect(sortByName([...respondentCodes].reverse(), language)).toEqual(
        sortByName(respondentCodes, language),
      );
    }
  });
});
