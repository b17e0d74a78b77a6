import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { languages } from './languages.js';
import { expandedKey, nameKey } from './name-key.js';
import { resolveRespondent } from './resolve-respondent.js';
import { acceptedNames, nameOf, respondentCodes } from './respondents.js';
import { unodcFileRespondents } from './unodc-file-respondents.js';

const codeOf = (text: string) => {
  const resolution = resolveRespondent(text);
  return 'code' in resolution ? resolution.code : undefined;
};
const matchOf = (text: string) => {
  const resolution = resolveRespondent(text);
  return 'code' in resolution ? `${resolution.code} ${resolution.match}` : undefined;
};
const suggested = (text: string) => {
  const resolution = resolveRespondent(text);
  return 'suggestions' in resolution ? resolution.suggestions.map(({ code }) => code) : [];
};

describe('codes', () => {
  it('are alpha-2 and alpha-3 in any case, and organisation codes as they stand', () => {
    for (const text of ['SV', 'sv', 'SLV', ' slv ']) expect(matchOf(text)).toBe('SV code');
    expect(matchOf('LAS')).toBe('LAS code');
    expect(matchOf('OSRSG-CAAC')).toBe('OSRSG-CAAC code');
    expect(matchOf('Interpol')).toBe('INTERPOL exact');
    expect(codeOf('Las')).toBeUndefined();
    expect(codeOf('ZZ')).toBeUndefined();
  });
});

describe('names', () => {
  it.each(languages)(
    'in %s lead back to their own respondent, and each is told from all others',
    (language) => {
      const wrong = respondentCodes.filter((code) => codeOf(nameOf(code, language)) !== code);
      expect(wrong).toEqual([]);
    },
  );

  it('are accepted in every variant, unless several respondents share it', () => {
    const lost = respondentCodes.flatMap((code) =>
      acceptedNames(code)
        .filter((name) => codeOf(name) !== code)
        .map((name) => `${code} ${name}`),
    );
    // Congo is what the UN calls CG; RU, which CLDR has for Reino Unido, is a code.
    expect(lost).toEqual(['CD Congo', 'GB RU']);
  });

  it('count without case, accents, punctuation, articles and form of State', () => {
    expect(matchOf('  CÔTE D’IVOIRE ')).toBe('CI exact');
    expect(matchOf("cote d'ivoire")).toBe('CI exact');
    expect(matchOf('St. Lucia')).toBe('LC exact');
    expect(matchOf('The Gambia')).toBe('GM exact');
    expect(matchOf('Moldova, Republic of')).toBe('MD exact');
    expect(matchOf('République de Moldavie')).toBe('MD exact');
    expect(matchOf('Bolivie (État plurinational de)')).toBe('BO exact');
    expect(matchOf('دولة قطر')).toBe('QA exact');
    expect(matchOf('السَّلفادور')).toBe('SV exact');
    expect(matchOf('Ｊａｐａｎ')).toBe('JP exact');
  });

  it('of jurisdictions within a State are not those of the State', () => {
    expect(codeOf('United Kingdom (England and Wales)')).toBe('GB-EAW');
    expect(codeOf('United Kingdom of Great Britain and Northern Ireland')).toBe('GB');
    expect(codeOf('Northern Ireland')).toBe('GB-NIR');
  });
});

describe('near misses', () => {
  it.each([
    ['克罗迪亚', 'HR'],
    ['捷克供和国', 'CZ'],
    ['Slovenija', 'SI'],
    ['Kazakhistan', 'KZ'],
    ['Phillipines', 'PH'],
    ['Nigerin', 'NG'],
    ['Nigerr', 'NE'],
  ])('are never taken, though only one name is close: %s; they suggest %s first', (text, code) => {
    expect(codeOf(text)).toBeUndefined();
    expect(suggested(text)[0]).toBe(code);
  });

  it('are told with every name that is as close', () => {
    expect(suggested('Nigeri')).toEqual(['NE', 'NG']);
    expect(suggested('Nigerin')).toEqual(['NG', 'NE']);
    expect(suggested('Austrlia')).toEqual(expect.arrayContaining(['AT', 'AU']));
    expect(suggested('Dominican')).toEqual(expect.arrayContaining(['DM', 'DO']));
    expect(suggested('Dominica Republic')).toEqual(expect.arrayContaining(['DM', 'DO']));
    expect(suggested('Korea').slice(0, 2)).toEqual(['KR', 'KP']);
    expect(suggested('Republic of China').slice(0, 2)).toEqual(['CN', 'TW']);
  });

  it('never turn one respondent into its neighbour by name', () => {
    const pairs =
      'Niger NE,Nigeria NG,Guinea GN,Guinea-Bissau GW,Equatorial Guinea GQ,Papua New Guinea PG,Congo CG,' +
      'Democratic Republic of the Congo CD,Dominica DM,Dominican Republic DO,Slovakia SK,Slovenia SI,Austria AT,' +
      'Australia AU,Iran IR,Iraq IQ,Mali ML,Malawi MW,尼日尔 NE,尼日利亚 NG,多米尼克 DM,多米尼加 DO,Нигер NE,Нигерия NG';
    for (const pair of pairs.split(',')) {
      const at = pair.lastIndexOf(' ');
      expect(matchOf(pair.slice(0, at))).toBe(`${pair.slice(at + 1)} exact`);
    }
  });

  it('suggest five respondents at most, the likeliest first, in the language asked for', () => {
    const resolution = resolveRespondent('Tchécoslovaquie', 'fr');
    expect('suggestions' in resolution && resolution.suggestions.length).toBeLessThanOrEqual(5);
    expect(suggested('Sloven')[0]).toBe('SI');
    expect(resolveRespondent('x'.repeat(100_000))).toEqual({ suggestions: [] });
    expect(resolveRespondent('')).toEqual({ suggestions: [] });
  });

  it('of one mistake lead to nobody, or to whom the mistyped text is a code or name of', () => {
    const names = respondentCodes.flatMap((code) =>
      acceptedNames(code)
        // Abbreviations are as short as codes: with a mistake they are often another code.
        .filter((name) => nameKey(name).length > 3 || /\p{Script=Han}/u.test(name))
        .filter((name) => codeOf(name) === code)
        .map((name) => ({ code, name })),
    );
    const keysOf = (text: string) => [nameKey(text), expandedKey(text)];
    const taken = new Set(names.flatMap(({ code, name }) => keysOf(name).map((key) => `${key} ${code}`)));
    const letters = [...new Set(names.flatMap(({ name }) => [...name]))];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.constantFrom('insert', 'delete', 'replace', 'swap'),
        fc.constantFrom(...letters),
        ({ code, name }, place, mistake, letter) => {
          const written = mistyped(name, place % name.length, mistake, letter);
          const resolution = resolveRespondent(written);
          if (!('code' in resolution) || resolution.code === code) return;
          // The one mistake that cannot be noticed: the mistyped text is the name of another respondent.
          const isOthersName = keysOf(written).some((key) => taken.has(`${key} ${resolution.code}`));
          expect(`${written}: ${isOthersName}`).toBe(`${written}: true`);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function mistyped(name: string, at: number, mistake: string, letter: string): string {
  const before = name.slice(0, at);
  const after = name.slice(at + 1);
  if (mistake === 'insert') return before + letter + name.slice(at);
  if (mistake === 'delete') return before + after;
  if (mistake === 'replace') return before + letter + after;
  return before + after.slice(0, 1) + name[at] + after.slice(1);
}

describe('what the 2008 round names', () => {
  const states =
    '白俄罗斯 BY,保加利亚 BG,克罗地亚 HR,古巴 CU,捷克共和国 CZ,萨尔瓦多 SV,爱沙尼亚 EE,希腊 GR,' +
    '匈牙利 HU,日本 JP,约旦 JO,列支敦士登 LI,毛里求斯 MU,菲律宾 PH,缅甸 MM,荷兰 NL,尼日尔 NE,阿曼 OM,波兰 PL,卡塔尔 QA,' +
    '罗马尼亚 RO,斯洛文尼亚 SI,乌克兰 UA,拉脱维亚 LV,阿拉伯国家联盟 LAS,阿拉伯联盟 LAS,奥地利 AT,丹麦 DK,法国 FR,德国 DE,' +
    '意大利 IT,挪威 NO,瑞士 CH,瑞典 SE,芬兰 FI,大不列颠及北爱尔兰联合王国 GB,比利时 BE,塞浦路斯 CY,阿富汗 AF,伊拉克 IQ,塞尔维亚 RS';
  const organisations =
    '国际劳工组织 ILO,国际移徙组织 IOM,联合国儿童基金会 UNICEF,联合国妇女发展基金 UNIFEM,' +
    '联合国秘书处经济和社会事务部提高妇女地位司 DAW,联合国难民事务高级专员办事处 UNHCR,联合国人口基金 UNFPA,' +
    '联合国人权事务高级专员办事处 OHCHR,联合国国际合作基金 UNFIP,' +
    '负责儿童和武装冲突问题的联合国秘书长特别代表办公室 OSRSG-CAAC,国际刑事警察组织 INTERPOL,世界银行 WORLDBANK,' +
    '国际提高妇女地位研究与培训所 INSTRAW,联合国毒品和犯罪问题办公室 UNODC';

  it.each(`${states},${organisations}`.split(',').map((pair) => pair.split(' ')))(
    '%s is %s',
    (name, code) => {
      expect(codeOf(name!)).toBe(code);
    },
  );
});

describe("what UNODC's file of 30 May 2023 names", () => {
  it('resolves by its code and by its name alike, with 208 respondents told apart', () => {
    const codes = unodcFileRespondents.map(([written, name]) => {
      const code = codeOf(written || name);
      if (name) expect(`${name}: ${matchOf(name)}`).toBe(`${name}: ${code} exact`);
      return code;
    });
    expect(codes).not.toContain(undefined);
    expect(new Set(codes).size).toBe(unodcFileRespondents.length);
    expect(unodcFileRespondents).toHaveLength(208);
  });
});
