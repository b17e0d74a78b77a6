/** Which settings of an identity provider are taken, and what is said of the others. */
import { expect, it } from '@jest/globals';
import { readOidc } from './oidc-settings.js';

const good = {
  OIDC_ISSUER: 'https://id.example/realms/rapporteur',
  OIDC_CLIENT_ID: 'rapporteur',
  OIDC_CLIENT_SECRET: 's',
};

it('is none where nothing is set, or all of it is empty', () => {
  expect(readOidc({})).toBeUndefined();
  expect(
    readOidc({ OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_CLIENT_SECRET: '', OIDC_ROLES_CLAIM: 'x' }),
  ).toBeUndefined();
});

it('is read with the claim "roles" where none is named', () => {
  expect(readOidc(good)).toEqual({
    issuer: 'https://id.example/realms/rapporteur',
    clientId: 'rapporteur',
    clientSecret: 's',
    rolesClaim: 'roles',
  });
  expect(readOidc({ ...good, OIDC_ROLES_CLAIM: 'realm_access.roles' })).toMatchObject({
    rolesClaim: 'realm_access.roles',
  });
});

it('says what is missing', () => {
  expect(() => readOidc({ OIDC_ISSUER: good.OIDC_ISSUER })).toThrow(
    'OIDC_CLIENT_ID and OIDC_CLIENT_SECRET missing',
  );
});

it('takes plain HTTP from this machine alone', () => {
  for (const host of ['localhost', '127.0.0.1', 'keycloak.localhost', '[::1]'])
    expect(readOidc({ ...good, OIDC_ISSUER: `http://${host}:8080/realms/r` })).toBeDefined();
  for (const host of ['id.example', '127.0.0.1.evil.example', 'localhost.example', '10.0.0.1'])
    expect(() => readOidc({ ...good, OIDC_ISSUER: `http://${host}/realms/r` })).toThrow(
      'must begin with https://',
    );
  for (const issuer of [
    'id.example',
    'ftp://id.example',
    'https://id.example/?a',
    'https://id.example/#a',
    'https://u@id.example',
  ])
    expect(() => readOidc({ ...good, OIDC_ISSUER: issuer })).toThrow('is no issuer');
});
