/** Names for the operations of the OpenAPI document, of which generated clients make the names of functions. */

const capital = (word: string) =>
  word
    .split(/\W+/)
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('');
/** What is below an address that has the same words. */
const below = '/odata/v4/*';
const singular = (word: string) => word.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');

/**
 * In: a method and the path of an address as Fastify writes it. Out: the method and the words of the path, those that a
 * parameter follows in the singular: `GET /v1/events/:position/changes` is `getEventChanges`. A round by its `id` has
 * another name than by collection and round.
 */
export function nameOperation(method: string, path: string): string {
  const parts = path.replace(/^\/v1\//, '').split('/');
  const words = parts.map((part, i) => {
    if (path === below && part === '*') return 'Path';
    if (part === '' || part === '*' || part.startsWith(':')) return '';
    const next = parts[i + 1];
    if (!next?.startsWith(':')) return capital(part);
    return `${capital(singular(part))}${part === 'rounds' && next === ':id' ? 'ById' : ''}`;
  });
  return method + words.join('');
}
