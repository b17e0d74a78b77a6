/** Tables of a page are told by where words stand; prose is none, however wide its gaps. */
import { expect, it } from '@jest/globals';
import type { Line, PlacedWord } from './line.js';
import { findRows } from './page-rows.js';

/** Letters are a hundredth of the page wide. A part of a line: where it begins, and its words. */
type Part = readonly [number, string];

const place = ([left, said]: Part, top: number, toLeft: boolean): PlacedWord[] =>
  [...said.matchAll(/\S+/gu)].map(({ 0: text, index }) => {
    const [from, to] = [left + index, left + index + text.length].map((x) => (toLeft ? 100 - x : x) / 100);
    return { text, box: [Math.min(from!, to!), top / 100, Math.max(from!, to!), top / 100 + 0.01] };
  });

const line = (top: number, parts: readonly Part[], toLeft = false): Line => ({
  text: parts.map(([, said]) => said).join(' '),
  words: parts.flatMap((part) => place(part, top, toLeft)),
});

const said = (lines: readonly Line[]) => findRows(lines).map(({ text, cells }) => cells?.join('|') ?? text);

const [head, cases, charged]: Part[][] = [
  [[40, '2008'] as const, [50, '2009'] as const, [60, '2010'] as const],
  [[0, 'Cases reported'] as const, [42, '41'] as const, [62, '37'] as const],
  [[0, 'Persons charged'] as const, [42, '12'] as const, [53, '8'] as const, [62, '15'] as const],
];

it.each([
  ['left', false],
  ['right', true],
])('a figure stands below its head also where one is missing, read from the %s', (_, toLeft) => {
  const lines = [head!, cases!, charged!].map((parts, i) => line(i * 3, parts, toLeft));
  expect(said(lines)).toEqual(['|2008|2009|2010', 'Cases reported|41||37', 'Persons charged|12|8|15']);
  // Words stand in the order of the text.
  const words = findRows(lines).flatMap((one) => one.words!.map(({ text }) => text));
  expect(words.slice(0, 7)).toEqual(['2008', '2009', '2010', 'Cases', 'reported', '41', '37']);
});

it('lines of one name, and of a head, are put together where they stand nearer than rows', () => {
  const lines = [
    line(0, [
      [0, 'Year'],
      [20, 'Cases that'],
      [45, 'Persons'],
    ]),
    line(1.5, [
      [20, 'were opened'],
      [45, 'convicted'],
    ]),
    line(5, [
      [0, '2008'],
      [20, '41'],
      [45, '3'],
    ]),
    line(8, [
      [0, '2009'],
      [20, 'n. a.'],
      [45, '5'],
    ]),
    line(9.5, [[0, 'so far']]),
  ];
  expect(said(lines)).toEqual([
    'Year|Cases that were opened|Persons convicted',
    '2008|41|3',
    '2009|n. a.|5',
    'so far',
  ]);
  expect(
    said([
      ...lines,
      line(12, [
        [0, '2010'],
        [20, '4'],
        [45, '1'],
      ]),
    ])[2],
  ).toBe('2009 so far|n. a.|5');
});

it('two tables are parted by the paragraph between them', () => {
  const [first, second] = [
    [head!, cases!, charged!],
    [
      [
        [0, 'Year'],
        [30, 'Cases'],
      ],
      [
        [0, '2008'],
        [30, '41'],
      ],
      [
        [0, '2009'],
        [30, '38'],
      ],
    ] satisfies Part[][],
  ];
  const lines = [
    ...first.map((parts, i) => line(i * 3, parts)),
    line(10, [[0, '4. Then there were five people in all of the country who had been tried.']]),
    ...second.map((parts, i) => line(13 + i * 3, parts)),
  ];
  expect(said(lines).slice(4)).toEqual(['Year|Cases', '2008|41', '2009|38']);
});

it.each([
  [
    'prose with wide gaps',
    [
      [
        [0, 'In 2007'],
        [12, '12 persons'],
        [28, 'were tried'],
      ],
      [
        [0, 'and six'],
        [20, 'of them'],
        [35, 'convicted'],
      ],
    ],
  ],
  [
    'the head of a letter',
    [
      [
        [0, 'Ministry of Justice'],
        [60, 'Ref. 12/2008'],
      ],
      [
        [0, 'Section of Statistics'],
        [60, '5 May 2008'],
      ],
    ],
  ],
  [
    'one row alone',
    [
      [
        [0, 'Cases'],
        [20, '12'],
        [30, '14'],
      ],
    ],
  ],
] satisfies [string, Part[][]][])('%s is no table', (_, parts) => {
  const lines = parts.map((one, i) => line(i * 2, one));
  expect(findRows(lines)).toEqual(lines);
});

it('a page of many rows that are none is read in its time', () => {
  const many = Array.from({ length: 3000 }, (_, i) =>
    line(i, [
      [i % 7, 'a'],
      [10 + (i % 11), '5'],
      [40, '6'],
    ]),
  );
  expect(findRows(many)).toHaveLength(many.length);
});
