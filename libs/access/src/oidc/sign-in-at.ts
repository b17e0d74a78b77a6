/** What a service needs of the identity provider, if there is one: who comes with its tokens, and how people sign in. */
import type { SignInWay } from '@rapporteur/contract';
import type pg from 'pg';
import type { Finder } from '../door.js';
import type { OidcSettings } from './oidc-settings.js';
import type { Provider } from './provider.js';

export interface SignInAt {
  /** Of the door. */
  readonly finders: readonly Finder[];
  /** Of the addresses of access. */
  readonly signIn: {
    readonly provider: Provider | undefined;
    readonly ways: readonly SignInWay[];
    readonly onTrouble: (message: string) => void;
  };
}

/** In: the settings of the provider, the database, and what is told of things that whoever runs the service should know. */
export async function signInAt(
  settings: OidcSettings | undefined,
  pool: pg.Pool,
  onTrouble: (message: string) => void,
): Promise<SignInAt> {
  if (!settings) return { finders: [], signIn: { provider: undefined, ways: ['link'], onTrouble } };
  // Loaded only here, since most have no provider, and what reads its tokens is fifty files.
  const [{ makeProvider }, { byAccessToken }] = await Promise.all([
    import('./provider.js'),
    import('./access-tokens.js'),
  ]);
  const provider = makeProvider(settings);
  return {
    finders: [byAccessToken({ pool, provider, onTrouble })],
    signIn: { provider, ways: ['link', 'oidc'], onTrouble },
  };
}
