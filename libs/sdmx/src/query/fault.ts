/** What is wrong with a request, in the codes of SDMX errors. */

/** 100 nothing found, 140 syntax, 150 meaning, 500 fault, 501 not implemented, 503 away, 413 too large. */
export type FaultCode = 100 | 110 | 130 | 140 | 150 | 500 | 501 | 503;

const statuses: Readonly<Record<FaultCode, number>> = {
  100: 404,
  110: 401,
  130: 413,
  140: 400,
  150: 400,
  500: 500,
  501: 501,
  503: 503,
};

export class SdmxFault extends Error {
  override name = 'SdmxFault';
  readonly status: number;

  constructor(
    readonly code: FaultCode,
    message: string,
    status?: number,
  ) {
    super(message);
    this.status = status ?? statuses[code];
  }
}

export const syntaxFault = (message: string): SdmxFault => new SdmxFault(140, message);
export const meaningFault = (message: string): SdmxFault => new SdmxFault(150, message);
export const notImplemented = (what: string): SdmxFault =>
  new SdmxFault(501, `${what} is not implemented here. docs/sdmx.md of the service says what is.`);
export const nothingFound = (what: string): SdmxFault => new SdmxFault(100, what);
