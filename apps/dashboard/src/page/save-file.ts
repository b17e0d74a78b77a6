/** Saves data that the page made, or got from the API, as a file. */

export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Fetches an answer of the API and saves it. In: its form as a media type, unless the address says it. Errors: the server is away or refuses. */
export async function saveAnswer(name: string, path: string, form = '*/*'): Promise<void> {
  const response = await fetch(path, { headers: { accept: form } });
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  saveBlob(name, await response.blob());
}
