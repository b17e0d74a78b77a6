/** Lists that the build puts into the page as data: names of dimensions and codes, ratios, and what webhooks are told of. */
declare module 'virtual:dimension-names' {
  import type { WebhookKind } from '@rapporteur/contract';
  import type { CodeNames } from '@rapporteur/domain';
  const dimensions: Readonly<
    Record<
      string,
      | {
          readonly names: CodeNames;
          readonly codes: Readonly<Record<string, CodeNames>>;
          /** Whether countries are codes of it too, in lower case. */
          readonly respondents: boolean;
        }
      | undefined
    >
  >;
  export const missing: Readonly<Record<string, { readonly sign: string; readonly names: CodeNames }>>;
  export const ratios: readonly {
    readonly code: string;
    readonly numerator: string;
    /** In order of preference. */
    readonly denominators: readonly string[];
  }[];
  /** By collection; null: it states no licence. */
  export const publishers: Readonly<
    Partial<Record<string, { readonly publisher: string; readonly licence: string | null }>>
  >;
  export const webhookKinds: readonly WebhookKind[];
  export default dimensions;
}
