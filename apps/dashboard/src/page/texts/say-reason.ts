/** Says in the page's language why a code is proposed, or a row refused, which the server says in English. */

/** What the server says of a proposal. `rest`: a reason within a reason. */
const proposalForms = {
  sameRow: /^the name in the same row says so$/,
  nameNear: /^its name is near$/,
  codeNear: /^the code is near$/,
  nameIs: /^its name is "(.*)"$/s,
  mappingKnows: /^the mapping knows "(.*)"$/s,
  isName: /^"(.*)" is one of its names$/s,
  within: /^"(.*)" in it: (?<rest>.*)$/s,
  brokenLetters: /^(?<rest>.*), with broken letters$/s,
  inBrackets: /^(?<rest>.*), as the brackets say$/s,
  noLetter: /^(?<rest>.*), no letter differs$/s,
  oneLetter: /^(?<rest>.*), one letter differs$/s,
  twoLetters: /^(?<rest>.*), two letters differ$/s,
  threeLetters: /^(?<rest>.*), three letters differ$/s,
  sometimes: /^sometimes a (?<rest>demonym of .*)$/s,
  demonym: /^demonym of .*$/s,
  nameOf: /^name of .*$/s,
  codeOf: /^code of .*$/s,
} as const;

/** What it says of a row. `code` and `other`: a qualifier, which the page has words for. */
const refusalForms = {
  twoRespondents: /^the code "(.*)" and the name "(.*)" are different respondents$/s,
  codeUnknown: /^"(.*)" is no respondent's code, though "(.*)" is one$/s,
  perhaps: /^"(.*)" is no respondent; perhaps ([A-Z0-9, -]+)$/s,
  noRespondent: /^"(.*)" is no respondent$/s,
  noIndicator: /^"(.*)" is no indicator of the mapping$/s,
  unknownWord: /^(.*) is "(.*)", which the mapping does not know$/s,
  noCode: /^(.*) is "(.*)", which was decided to be no code$/s,
  contradicts: /^(.*) is "(.*)", and another column says (\S+)$/s,
  notThis: /^(.*) is "(.*)", not (.*)$/s,
  noPeriod: /^"(.*)" is no period$/s,
  future: /^(.*) lies after (\S+), when the file was received$/s,
  tooLong: /^(.*) is over (\d+) characters long$/s,
  storable: /^(.*) must not hold NUL or half a surrogate pair$/s,
  direction: /^(.*) must not force a direction \(U\+202D or U\+202E\)$/s,
  control: /^(.*) must not hold control characters, nor U\+FFFE or U\+FFFF$/s,
  noFigure: /^it has no figure in any of the columns of figures$/,
  noCount: /^"(.*)" is no count$/s,
  numberBesideStatus: /^the figure is "(.*)", and (.*) says that it is (?<code>\S+)$/s,
  twoStatuses: /^(.*) says that the figure is (?<code>\S+), and (.*) that it is (?<other>\S+)$/s,
  deletes: /^ACTION is D: the row deletes a figure, and an import takes figures only$/,
  notOnes: /^UNIT_MULT is "(.*)": the figure is not in ones, and what it rounds is not known$/s,
} as const;

export interface ReasonWords {
  readonly proposal: Readonly<Record<keyof typeof proposalForms, string>>;
  readonly refusal: Readonly<Record<keyof typeof refusalForms, string>>;
  /** Before the words that a row waits for: "waits for a decision: ". */
  readonly waits: string;
  /** Between two reasons. */
  readonly between: string;
}

const formsOf = <T extends object>(forms: T) => Object.entries(forms) as [keyof T, RegExp][];

/**
 * In: a reason, the name of its code, and the words. Out: the reason in these words; undefined where they do not say all
 * of it.
 */
export function sayReason(reason: string, name: string, words: ReasonWords['proposal']): string | undefined {
  const [form, pattern] = formsOf(proposalForms).find(([, one]) => one.test(reason)) ?? [];
  if (!form || !pattern) return undefined;
  const inner = pattern.exec(reason)!.groups?.['rest'];
  const rest = inner === undefined ? '' : sayReason(inner, name, words);
  if (rest === undefined) return undefined;
  // What is put in is text, whatever signs a name has.
  return reason
    .replace(pattern, words[form])
    .replace('{rest}', () => rest)
    .replace('{name}', () => name);
}

function sayOne(
  reason: string,
  words: ReasonWords['refusal'],
  qualifiers: Readonly<Record<string, string>>,
): string | undefined {
  const [form, pattern] = formsOf(refusalForms).find(([, one]) => one.test(reason)) ?? [];
  if (!form || !pattern) return undefined;
  const { code = '', other = '' } = pattern.exec(reason)!.groups ?? {};
  return reason
    .replace(pattern, words[form])
    .replace('{code}', () => qualifiers[code] ?? code)
    .replace('{other}', () => qualifiers[other] ?? other);
}

const waiting = 'waits for a decision: ';
/** Where a cell would be quoted, had it a text. */
const blankCell = /(?<=^|; |: |\b(?:is|code|name|though) )a blank(?= is\b| and\b|,|$)/g;

/**
 * In: why a row is refused or waits, the words, with that for a blank cell, and those of qualifiers. Out: the same in these words; undefined where they do
 * not say all of it. Of several words that a row waits for each is said.
 */
export function sayRefusal(
  given: string,
  { blank, reasons: words }: { readonly blank: string; readonly reasons: ReasonWords },
  qualifiers: Readonly<Record<string, string>>,
): string | undefined {
  const reason = given.replace(blankCell, () => `"${blank}"`);
  const waits = reason.startsWith(waiting);
  if (!waits) return sayOne(reason, words.refusal, qualifiers);
  const said = sayAll(reason.slice(waiting.length).split('; '), (one) =>
    sayOne(one, words.refusal, qualifiers),
  );
  return said && words.waits + said.join(words.between);
}

/**
 * Several reasons, whose texts may hold what parts them. In: the pieces between "; ". Out: each reason as it is said, made of as
 * few pieces as leave the others to be said; undefined where they cannot.
 */
function sayAll(pieces: readonly string[], say: (one: string) => string | undefined): string[] | undefined {
  if (pieces.length === 0) return [];
  for (let to = 1; to <= pieces.length; to += 1) {
    // Who may be meant belongs to what stands before it.
    if (pieces[to]?.startsWith('perhaps ')) continue;
    const first = say(pieces.slice(0, to).join('; '));
    const others = first === undefined ? undefined : sayAll(pieces.slice(to), say);
    if (first !== undefined && others) return [first, ...others];
  }
  return undefined;
}
