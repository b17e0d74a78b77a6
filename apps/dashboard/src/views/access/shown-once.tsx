/** A secret that is shown once, with a button that copies it. */
import { useRef, useState } from 'preact/hooks';
import { usePage } from '../../page/page-context.js';

interface Props {
  readonly label: string;
  readonly secret: string;
  /** What to do with it, and that it is not shown again. */
  readonly words: string;
}

export function ShownOnce({ label, secret, words }: Props) {
  const { access } = usePage().texts;
  const [said, setSaid] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(secret);
      setSaid(access.copied);
    } catch {
      // Not every browser allows it, and none on a page without TLS from another machine.
      setSaid(access.copyFailed);
    }
  };
  return (
    <>
      <p class="state">{words}</p>
      <div class="once">
        <label>
          {label}
          <input
            ref={field}
            readOnly
            dir="ltr"
            autocomplete="off"
            value={secret}
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
        <button type="button" class="strong" onClick={() => void copy()}>
          {access.copy}
        </button>
        <span role="status">{said}</span>
      </div>
    </>
  );
}
