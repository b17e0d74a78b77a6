/** The names of dimensions and their codes, which the build puts into the page as data. */
declare module 'virtual:dimension-names' {
  import type { CodeNames } from '@rapporteur/domain';
  const dimensions: Readonly<
    Record<
      string,
      { readonly names: CodeNames; readonly codes: Readonly<Record<string, CodeNames>> } | undefined
    >
  >;
  export default dimensions;
}
