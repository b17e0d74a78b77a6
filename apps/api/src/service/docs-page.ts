/** The documentation as one page without scripts, made from the OpenAPI document. */

interface Operation {
  readonly summary: string;
  readonly parameters: { name: string; in: string; required: boolean; description?: string }[];
  readonly requestBody?: { content: Record<string, { schema: unknown }> };
  readonly responses: Record<string, { content: Record<string, { schema?: unknown }> }>;
}

interface Document {
  readonly info: { title: string; description: string };
  readonly paths: Record<string, Record<string, Operation>>;
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const asJson = (value: unknown) => `<pre>${escape(JSON.stringify(value, null, 2))}</pre>`;

function showOperation(
  path: string,
  method: string,
  { summary, parameters, requestBody, responses }: Operation,
): string {
  const rows = parameters.map(
    (p) =>
      `<tr><td><code>${escape(p.name)}</code></td><td>${p.in}${p.required ? ', required' : ''}</td><td>${escape(p.description ?? '')}</td></tr>`,
  );
  const answer = Object.entries(responses).find(([status]) => status !== 'default');
  const types = answer ? Object.keys(answer[1].content).join(', ') : '';
  return `<section><h2><code>${method.toUpperCase()} ${escape(path)}</code></h2><p>${escape(summary)}. Answers ${escape(types)}.</p>
${rows.length > 0 ? `<table><thead><tr><th scope="col">Parameter</th><th scope="col">Where</th><th scope="col">Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>` : ''}
${requestBody ? `<details><summary>Body</summary>${asJson(requestBody.content['application/json']?.schema)}</details>` : ''}
${answer ? `<details><summary>Answer</summary>${asJson(Object.values(answer[1].content)[0]?.schema)}</details>` : ''}</section>`;
}

/** In: the OpenAPI document. Out: an HTML page that loads nothing else. */
export function toDocsPage(openApi: Record<string, unknown>): string {
  const { info, paths } = openApi as unknown as Document;
  const sections = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => showOperation(path, method, operation)),
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>${escape(info.title)}: documentation</title><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse}td,th{padding:.2rem .8rem .2rem 0;text-align:left;vertical-align:top}
pre{overflow:auto;max-height:30rem;border:1px solid #8888;padding:.5rem;font-size:.85rem}</style></head>
<body><main><h1>${escape(info.title)}</h1><p>${escape(info.description)}</p><p><a href="/openapi.json">openapi.json</a> (OpenAPI 3.1)</p>${sections.join('\n')}</main></body></html>`;
}
