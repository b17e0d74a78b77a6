/** Which hosts are ours, and that nothing that a foreigner can write makes a host ours. */
import { describe, expect, it } from '@jest/globals';
import { makeHostCheck, toHost, type Served } from './served-hosts.js';

const asked = (header: string | undefined, served: Served = {}, localAddress = '127.0.0.1') =>
  makeHostCheck(served)(header, { localAddress });

describe('a host of one spelling', () => {
  it.each([
    ['Figures.Example:8080', 'figures.example'],
    ['figures.example.', 'figures.example'],
    ['[::1]:3000', '[::1]'],
    ['[2001:DB8:0::1]', '[2001:db8::1]'],
    ['127.0.0.1:', '127.0.0.1'],
    ['127.1', '127.0.0.1'],
    ['ingest_1:3000', 'ingest_1'],
  ])('is made of %s', (text, host) => expect(toHost(text)).toBe(host));

  it.each([
    '',
    ' ',
    '.',
    'a b',
    'localhost@evil.example',
    'evil.example/localhost',
    'localhost:abc',
    'localhost:99999',
    'a,b',
    'local%68ost',
    'localhost\\evil.example',
    'localhost#',
    '[::1',
    '::1',
    '*',
    '*.example',
  ])('is not made of "%s"', (text) => expect(toHost(text)).toBeUndefined());
});

describe('a server', () => {
  it.each([
    'localhost',
    'LOCALHOST:3000',
    'localhost.',
    'page.localhost:3000',
    '127.0.0.1:3000',
    '127.200.3.4',
    '[::1]:3000',
  ])('serves %s wherever it listens', (host) => expect(asked(host, {}, '10.0.0.7')).toBe(true));

  it.each([
    undefined,
    '',
    'evil.example',
    'localhost.evil.example',
    'evil-localhost',
    '127.0.0.1.evil.example',
    '127.evil.example',
    '10.0.0.8',
    '[::2]',
    '0.0.0.0',
  ])('does not serve %s', (host) => expect(asked(host, {}, '10.0.0.7')).toBe(false));

  it.each([
    ['10.0.0.7:3000', '10.0.0.7'],
    ['10.0.0.7', '::ffff:10.0.0.7'],
    ['[2001:DB8::0:7]:80', '2001:db8::7'],
    ['[fe80::7]', 'fe80::7%eth0'],
  ])('serves the address that the connection came to: %s', (host, localAddress) =>
    expect(asked(host, {}, localAddress)).toBe(true),
  );

  it('serves the host of PUBLIC_URL, HOST where it is a name, and those of ALLOWED_HOSTS, at any port', () => {
    const served = {
      host: 'figures.internal',
      publicUrl: 'https://figures.example:8443',
      allowedHosts: ['ingest', '192.0.2.1'],
    };
    const hosts = ['Figures.Internal.:3000', 'figures.example', 'ingest:3000', '192.0.2.1', 'localhost'];
    expect(hosts.filter((host) => !asked(host, served))).toEqual([]);
    const others = ['a.ingest', 'example', 'figures.example.evil', 'https'];
    expect(others.filter((host) => asked(host, served))).toEqual([]);
  });

  it('is not named by the address that it listens on', () => {
    expect(asked('0.0.0.0', { host: '0.0.0.0' }, '10.0.0.7')).toBe(false);
    expect(asked('192.0.2.1', { host: '192.0.2.1' }, '10.0.0.7')).toBe(false);
  });
});
