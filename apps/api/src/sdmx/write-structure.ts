/** Artefacts as the message that was chosen. */
import { structureJson, structureXml, type Artefact, type StructureFormat } from '@rapporteur/sdmx';
import type { SdmxAnswer, SdmxContext } from './answer.js';

/** In: artefacts, and the form that was chosen. */
export function writeStructure(
  { head, language }: SdmxContext,
  artefacts: readonly Artefact[],
  { format, media }: { readonly format: StructureFormat; readonly media: string },
): SdmxAnswer {
  const chunks = format.startsWith('xml')
    ? structureXml(artefacts, head, format === 'xml-2.1' ? 2 : 3)
    : structureJson(artefacts, head, format.slice(5) as '1.0' | '2.0' | '2.1', language);
  return { media, chunks };
}
