/** The names of dimensions, of their codes and of what stands for a number, which the build puts into the page as data. */
declare module 'virtual:dimension-names' {
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
  export default dimensions;
}
