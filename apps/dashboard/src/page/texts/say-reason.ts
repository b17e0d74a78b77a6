/** Says in the page's language why a code is proposed, which the server says in English. */

/**
 * In: a reason, the name of its code, and patterns with how they are said. Out: the reason in the words of the patterns;
 * undefined where they do not say all of it.
 */
export function sayReason(
  reason: string,
  name: string,
  patterns: readonly (readonly [RegExp, string])[],
): string | undefined {
  const [pattern, own] = patterns.find(([one]) => one.test(reason)) ?? [];
  if (!pattern) return undefined;
  const inner = pattern.exec(reason)!.groups?.['rest'];
  const rest = inner === undefined ? '' : sayReason(inner, name, patterns);
  if (rest === undefined) return undefined;
  // What is put in is text, whatever signs a name has.
  return reason
    .replace(pattern, own!)
    .replace('{rest}', () => rest)
    .replace('{name}', () => name);
}
