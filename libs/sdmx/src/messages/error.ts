/** Errors as SDMX messages. */
import type { ApiVersion } from '../query/media.js';
import { namespaceOf } from './structure-xml.js';
import { declaration, escapeXml } from './xml.js';

export interface ErrorMessage {
  readonly media: string;
  readonly text: string;
}

/** In: the version of the API, the code of SDMX, what is wrong, and whether whoever asks reads JSON. */
export function errorMessage(api: ApiVersion, code: number, message: string, isJson: boolean): ErrorMessage {
  if (isJson)
    return {
      media: 'application/json; charset=utf-8',
      text: JSON.stringify({ errors: [{ code, title: message, detail: message }] }),
    };
  const generation = api === 'v1' ? 2 : 3;
  return {
    media:
      api === 'v1'
        ? 'application/vnd.sdmx.structure+xml;version=2.1'
        : 'application/vnd.sdmx.structure+xml;version=3.0.0',
    text: `${declaration}<mes:Error xmlns:mes="${namespaceOf(generation, 'message')}" xmlns:com="${namespaceOf(generation, 'common')}"><mes:ErrorMessage code="${code}"><com:Text xml:lang="en">${escapeXml(message)}</com:Text></mes:ErrorMessage></mes:Error>`,
  };
}
