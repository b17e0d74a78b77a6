/** Saves data that the page made, or got from the API, as a file. */

export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type TableFormat = keyof typeof mediaTypes;

/** Fetches a table of the API and saves it. Errors: the server is away or refuses. */
export async function saveTable(name: string, path: string, format: TableFormat = 'csv'): Promise<void> {
  const response = await fetch(path, { headers: { accept: mediaTypes[format] } });
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  saveBlob(name, await response.blob());
}
