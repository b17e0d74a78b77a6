/** The attributes that queries share: what each may look like. Whether a code is known is for the answer to say. */
import { parsePeriod, periodForms } from '@rapporteur/domain';
import { z } from 'zod';

export const respondent = z.string().regex(/^[A-Z][A-Z0-9-]+$/, 'a respondent code such as SV or LAS');

const code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a code: lower-case letters and digits joined by hyphens');
export const indicator = code;
export const topic = code;
export const detail = code;

/** The total where it is absent. */
export const breakdown = z
  .string()
  .regex(
    /^(_T|[a-z0-9-]+:[a-z0-9-]+(,[a-z0-9-]+:[a-z0-9-]+)*)$/,
    '_T (the total) or dimension:code, joined by commas',
  )
  .default('_T');

export const period = z.string().refine((value) => parsePeriod(value).ok, { error: periodForms });

export const year = z.string().regex(/^\d{4}$/, 'a year');

/** `none`: those that lie in no subregion. */
export const region = z
  .string()
  .regex(/^(\d{3}|none)$/, 'the M49 code of a region, three digits; "none" for those in no region');

export const theme = z.enum(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'III']);

/** Several codes, joined by commas. */
export const codes = (one: typeof code) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(one).min(1));

export const paragraph = z
  .string()
  .regex(/^\d{1,6}$/, 'a paragraph number')
  .transform(Number);
