/** The head of every message: which message it is, from when, from whom. */
import { agency } from '../structures/agency.js';
import { element } from './xml.js';

export interface Head {
  /** Tells this message from others. */
  readonly id: string;
  /** When what it says was recorded last: a message does not depend on the clock. */
  readonly prepared: string;
}

/** The elements of a header, in the namespace `mes`; `more` stands at its end. */
export const headerXml = ({ id, prepared }: Head, more = ''): string =>
  `<mes:Header><mes:ID>${id}</mes:ID><mes:Test>false</mes:Test><mes:Prepared>${prepared}</mes:Prepared>${element('mes:Sender', { id: agency })}${more}</mes:Header>`;

export const headerJson = ({ id, prepared }: Head, schema: string): Readonly<Record<string, unknown>> => ({
  schema,
  id,
  test: false,
  prepared,
  contentLanguages: ['en'],
  sender: { id: agency },
});
