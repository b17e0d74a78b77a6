/** Whether a version of a request means a version that there is: `1.0.0`, `1.0`, `latest`, `~`, `+`, `1+.0`, `*`, `all`. */

const anyVersion = ['', '*', 'all', 'ALL', 'latest', '~', '+'];

const filled = (version: string) => {
  const parts = version.split('.');
  return [...parts, ...Array.from({ length: Math.max(0, 3 - parts.length) }, () => '0')];
};

/** In: the version of a request and one that there is. There is one version of each artefact, so it is the latest one. */
export function isVersion(asked: string, version: string): boolean {
  return asked.split(',').some((one) => {
    if (anyVersion.includes(one)) return true;
    const wanted = filled(one);
    const given = filled(version);
    const open = wanted.findIndex((part) => /[+*]$/.test(part));
    const exact = open < 0 ? wanted : wanted.slice(0, open);
    if (!exact.every((part, i) => part === given[i])) return false;
    if (open < 0) return wanted.length === given.length;
    const least = Number(wanted[open]!.replace(/[+*]$/, '') || 0);
    return wanted[open]!.endsWith('*') || Number(given[open]) >= least;
  });
}

/** Whether an id of a request, or one of several, means this one. */
export const isNamed = (asked: string, id: string): boolean =>
  asked.split(/[,+]/).some((one) => ['', '*', 'all', 'ALL', id].includes(one));
