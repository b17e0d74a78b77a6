/** The words of a report: emphasis, links, footnotes, and each claim a link to its basis. */
import type { Inline } from '@rapporteur/report';
import { usePage } from '../../page/page-context.js';

/** In: the words, and the claim whose basis is shown. */
export function Line({ inlines, chosen }: { inlines: readonly Inline[]; chosen: string | undefined }) {
  return (
    <>
      {inlines.map((inline, index) => (
        <OneInline key={index} inline={inline} chosen={chosen} />
      ))}
    </>
  );
}

function OneInline({ inline, chosen }: { inline: Inline; chosen: string | undefined }) {
  const page = usePage();
  switch (inline.kind) {
    case 'text':
      return inline.language ? (
        <span lang={inline.language} dir={inline.direction}>
          {inline.text}
        </span>
      ) : (
        <>{inline.text}</>
      );
    case 'emphasis': {
      const Tag = inline.strength === 'strong' ? 'strong' : 'em';
      return (
        <Tag>
          <Line inlines={inline.inlines} chosen={chosen} />
        </Tag>
      );
    }
    case 'link':
      return (
        <a href={inline.href}>
          <Line inlines={inline.inlines} chosen={chosen} />
        </a>
      );
    case 'footnote':
      return (
        <sup>
          <a href={`#note-${inline.number}`}>{inline.number}</a>
        </sup>
      );
    case 'claim':
      return (
        <a
          class={`claim ${inline.status}`}
          href={page.link({ claim: inline.claimId })}
          aria-current={inline.claimId === chosen ? 'true' : undefined}
        >
          <Line inlines={inline.inlines} chosen={chosen} />
        </a>
      );
  }
}
