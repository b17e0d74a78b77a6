/** Saves what the page made as a file of the reader's. */

function save(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Colours of the style sheet are written out: the file stands alone, on white. */
export function saveChart(name: string, svg: SVGSVGElement): void {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const style = getComputedStyle(document.documentElement);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const text = new XMLSerializer()
    .serializeToString(copy)
    .replace(
      /var\((--[\w-]+)\)/g,
      (whole, property: string) => style.getPropertyValue(property).trim() || whole,
    );
  save(name, 'image/svg+xml', text);
}

/** Fetches a table of the API as CSV and saves it. Errors: the server is away or refuses. */
export async function saveTable(name: string, path: string): Promise<void> {
  const response = await fetch(path, { headers: { accept: 'text/csv' } });
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  save(name, 'text/csv', await response.text());
}
