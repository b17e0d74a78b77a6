/** The field for a code that was not proposed: typed by name or code, taken with Enter, left with Escape. */
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { WordItem } from '@rapporteur/contract';
import { Combobox } from '../../parts/combobox.js';
import { usePage } from '../../page/page-context.js';
import { dimensionName, type CodeNames } from './code-names.js';

interface Props {
  readonly item: WordItem;
  readonly codes: CodeNames;
  readonly onCode: (code: string) => void;
  readonly onLeave: () => void;
}

export function CodeChooser({ item, codes, onCode, onLeave }: Props) {
  const page = usePage();
  const { dimension } = item;
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.querySelector('input')?.focus(), [item]);
  return (
    <div
      ref={field}
      class="chooser"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <Combobox
        title={`${page.texts.words.otherTitle}: ${dimensionName(dimension, page)}`}
        options={useCallback(
          () => codes.of(dimension).map(({ code, name }) => ({ code, name, note: code })),
          [codes, dimension],
        )}
        nameOf={(code) => codes.name(dimension, code)}
        chosen={[]}
        isSingle
        onChange={([code]) => {
          if (code !== undefined) onCode(code);
        }}
      />
    </div>
  );
}
