/** Report files as people write them: claims where they stand, and every problem at once with its place. */
import { describe, expect, it } from '@jest/globals';
import { claimKinds } from '../claims/claim-kinds.js';
import { parseReport } from './parse-report.js';

const head = `---
language: en
collection: c
round: 2008
masthead:
  organization: United Nations
  title: T
---
`;
const problemsOf = (text: string) => {
  const reading = parseReport(text);
  return reading.ok ? [] : reading.problems.map(({ line, column, code }) => `${line}:${column} ${code}`);
};
const claimsOf = (body: string) => {
  const reading = parseReport(`${head}\n${body}`);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return [...reading.file.claims.values()].map(({ id, query }) => ({ id, ...query }));
};

describe('a report file', () => {
  it('takes a round that YAML reads as a number', () => {
    const reading = parseReport(`${head}\nText.\n`);
    expect(reading.ok && reading.file.front.round).toBe('2008');
  });

  it('has claims in lines, in footnotes and on lines of their own, with ids of their own or given', () => {
    expect(
      claimsOf(
        'A :states{#mine topic=hotline as=count}.[^a] :states{topic=hotline}, :states{topic=hotline}\n\n[^a]: :figure{respondent=SV indicator=persons-prosecuted period=2003/2006}.\n\n::table{of=replies}\n',
      ),
    ).toEqual([
      { id: 'mine', kind: 'states', topic: 'hotline', as: 'count' },
      { id: 'states-hotline', kind: 'states', topic: 'hotline' },
      { id: 'states-hotline.2', kind: 'states', topic: 'hotline' },
      {
        id: 'figure-SV-persons-prosecuted-2003_2006',
        kind: 'figure',
        respondent: 'SV',
        indicator: 'persons-prosecuted',
        period: '2003/2006',
      },
      { id: 'table-replies', kind: 'table', of: 'replies' },
    ]);
  });

  it('keeps ids within what Word takes, however long the query', () => {
    const [claim] = claimsOf(
      `:figure{respondent=SV indicator=${'a'.repeat(70)} period=2005 breakdown=sex:female,age:child}`,
    );
    expect(claim!.id.length).toBeLessThanOrEqual(64);
  });

  it('leaves a colon with a word behind it as text', () => {
    expect(claimsOf('See:page and note:this, at 12:30.')).toEqual([]);
  });

  it('tells every problem at once, with line and column', () => {
    const body = `
# One

#### Four

Text :state{topic=hotline} and :states{topic=Hot as=few colour=red} and :table{of=replies}.

:states[13]{topic=hotline} ![p](x) [^gone]

::table{of=regions indicator=persons-prosecuted}

:::box
Text
:::

::coverage{indicator=x}

:figure{#a respondent=SV indicator=x period=200x} :states{#a topic=hotline} :states{#a topic=hotline}

[^b]: Nobody uses it.
`;
    expect(problemsOf(`${head}${body}`)).toEqual([
      '12:1 deep-heading',
      '14:6 unknown-claim',
      '14:32 bad-attribute',
      '14:32 bad-attribute',
      '14:32 bad-attribute',
      '14:73 wrong-place',
      '16:1 label',
      '16:28 unwanted',
      '16:35 undefined-footnote',
      '18:1 bad-attribute',
      '20:1 unknown-container',
      '24:1 wrong-place',
      '26:1 bad-attribute',
      '26:77 double-id',
      '28:1 unused-footnote',
    ]);
  });

  it('tells what is wrong with the head, with the line', () => {
    const bad = `---
language: English
collection: c
round: "2008"
asOf: 2008-13-24
masthead:
  organization: United Nations
  titel: T
---
Text
`;
    expect(problemsOf(bad)).toEqual(['2:11 bad-head', '5:7 bad-head', '7:3 bad-head', '7:3 bad-head']);
    expect(problemsOf('Text')).toEqual(['1:1 no-head']);
    expect(problemsOf('---\na: [\n---\n')[0]).toMatch(/bad-yaml/);
  });
});

describe('the kinds of claims', () => {
  it('have no attribute named kind, which is the name of the query itself', () => {
    expect(claimKinds.filter(({ attributes }) => 'kind' in attributes.shape)).toEqual([]);
  });
});
