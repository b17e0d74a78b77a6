/** Words of a reply, a file or a source among the page's own: in a language that the page does not know, and in their own direction. */
import { Fragment, type ComponentChildren } from 'preact';

/** An empty language says that it is not known, so that nobody reads the words out as the page's own. */
export const Quoted = ({ children }: { readonly children: ComponentChildren }) => (
  <bdi lang="">{children}</bdi>
);

/** Stands for the quoted words until they are put in; no text of the page has it. */
const place = '\uE000';

/** In: what says a sentence about some words, and the words. Out: the sentence with the words marked as quoted. */
export const quoteIn = (say: (words: string) => string, words: string) =>
  say(place)
    .split(place)
    .map((part, i) => (
      <Fragment key={i}>
        {i > 0 && <Quoted>{words}</Quoted>}
        {part}
      </Fragment>
    ));
