/** Where a file is dropped or chosen. */
import { useState } from 'preact/hooks';
import { usePage, type Page } from '../../page/page-context.js';

/** `5.4 MB`, `12 kB`. */
function sizeText(bytes: number, { language }: Page): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

export function DropZone({ file, onFile }: { file: File | undefined; onFile: (file: File) => void }) {
  const page = usePage();
  const words = page.texts.import;
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer?.files[0];
    if (dropped) onFile(dropped);
  };
  return (
    <div
      class={isOver ? 'state drop over' : 'state drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id="import-choose"
        class="unseen"
        type="file"
        aria-describedby="import-kinds"
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen) onFile(chosen);
          // The same file can be chosen again, after it was changed.
          currentTarget.value = '';
        }}
      />
      <label for="import-choose">{words.choose}</label>
      <small id="import-kinds">
        {file ? <bdi>{words.chosen(file.name, sizeText(file.size, page))}</bdi> : words.kinds}
      </small>
    </div>
  );
}
