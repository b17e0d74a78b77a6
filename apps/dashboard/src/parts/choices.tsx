/**
 * Choosers in a row. On a narrow page they are folded under their name, so that the chosen figures are visible
 * first.
 */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../page/page-context.js';
import './choices.css';

/** Whether the window is as narrow as a telephone. */
export const isNarrow = () => matchMedia('(max-width: 30rem)').matches;

export function Choices({ title, children }: { title: string; children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(() => !isNarrow());
  return (
    <details class="choices" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      <section class="choice" aria-label={title}>
        {children}
      </section>
    </details>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
}

/** A choice of one among few. In: pairs of value and shown text; the chosen value is given to `onChange`. */
export function Select({ label, value, options, onChange }: SelectProps) {
  const { capital } = usePage();
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {capital(text)}
          </option>
        ))}
      </select>
    </label>
  );
}
