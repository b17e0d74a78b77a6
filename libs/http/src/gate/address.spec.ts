/** The variables that say where a server listens and how it is reached, and what is said of those that do not. */
import { describe, expect, it } from '@jest/globals';
import { hostsUsage, readAddress } from './address.js';

describe('the address of a server', () => {
  it('is loopback on a free port when nothing is said', () => {
    expect(readAddress({})).toEqual({
      host: '127.0.0.1',
      port: undefined,
      publicUrl: undefined,
      allowedHosts: [],
    });
    expect(readAddress({ PORT: '', HOST: '', PUBLIC_URL: '', ALLOWED_HOSTS: ' , ' }).allowedHosts).toEqual(
      [],
    );
  });

  it('is read with the names that it is reached by, in one spelling', () => {
    const env = {
      PORT: '80',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'HTTPS://Figures.Example:443/',
      ALLOWED_HOSTS: 'ingest, API.example:3000,[::1]',
    };
    expect(readAddress(env)).toEqual({
      host: '0.0.0.0',
      port: 80,
      publicUrl: 'https://figures.example',
      allowedHosts: ['ingest', 'api.example', '[::1]'],
    });
  });

  it.each([
    [{ PORT: '3000x' }, 'PORT=3000x is not a port'],
    [{ PUBLIC_URL: 'figures.example' }, 'PUBLIC_URL=figures.example is no address'],
    [{ PUBLIC_URL: 'ftp://figures.example' }, 'is no address'],
    [{ PUBLIC_URL: 'https://figures.example/rapporteur' }, 'without a path'],
    [{ PUBLIC_URL: 'https://figures.example/?a' }, 'without a path'],
    [{ PUBLIC_URL: 'https://me@figures.example' }, 'is no address'],
    [{ ALLOWED_HOSTS: 'a,http://b' }, 'ALLOWED_HOSTS: "http://b" is no name of a host'],
    [{ ALLOWED_HOSTS: 'a b' }, 'is no name of a host'],
    [{ ALLOWED_HOSTS: '*' }, 'is no name of a host'],
  ])('refuses %j', (env, message) => expect(() => readAddress(env)).toThrow(message));

  it('is told by every service that reads it', () => {
    expect(hostsUsage(22)).toMatch(/^ {2}PUBLIC_URL {12}the .*\n {2}ALLOWED_HOSTS {9}further .*$/);
  });
});
