/** Where a file is dropped or chosen. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage, type Page } from '../../page/page-context.js';

/** `5.4 MB`, `12 kB`. */
function sizeText(bytes: number, { language }: Page): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

/**
 * Takes a file that is dropped anywhere on the page: beside the place for it the browser would open the file, and leave
 * the page. Out: whether one is held over the page.
 */
function useDropped(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useRef(onFile);
  take.current = onFile;
  useEffect(() => {
    const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const hold = (event: DragEvent) => {
      if (!isFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    // It is left for good only where nothing of the page is entered.
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!isFile(event)) return;
      event.preventDefault();
      setOver(false);
      const dropped = event.dataTransfer?.files[0];
      if (dropped) take.current(dropped);
    };
    document.addEventListener('dragover', hold);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', hold);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
}

export function DropZone({ file, onFile }: { file: File | undefined; onFile: (file: File) => void }) {
  const page = usePage();
  const words = page.texts.import;
  const isOver = useDropped(onFile);
  return (
    <div class={isOver ? 'state drop over' : 'state drop'}>
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
