/** How the words of a language are written down, and those that stand around a number. */

/**
 * Words are written in a small notation: strokes part alternatives, a blank stands for blanks, a star for further letters
 * of the same word. In Chinese, where words are not parted, an exclamation mark stands before characters that may not follow,
 * and a caret after those that may not stand before.
 */
export type Words = string;

/**
 * By topic, or topic and detail joined by a colon: one rule or several, each of which is enough. The parts of a rule, joined
 * by `&`, are words of which each part must be said in one sentence; of a part that begins with a hyphen none may be said.
 */
export type TopicTerms = Readonly<Record<string, Words | readonly Words[]>>;

/** Words around a number; a language may lack them. */
export interface Context {
  /** "How many", and what says in the same clause that nobody knows it. */
  readonly howMany?: Words;
  readonly notSaid?: Words;
  /** What begins a line or sentence that parts what was counted: "by sex", "nationality". */
  readonly splits?: Words;
  /** After a noun, these say none of it: "condena alguna". */
  readonly noneAfter?: Words;
  /** What a law lays down: numbers near these are years of prison, and count nobody. */
  readonly penalty?: Words;
  /** Offences of another kind: what is said of them alone counts nothing. */
  readonly otherOffences?: Words;
  /** What the replies are about, in any of its forms. */
  readonly trafficking?: Words;
  /** Before a number in the same clause, these say that it is what is planned, and nothing that was. */
  readonly planned?: Words;
}
