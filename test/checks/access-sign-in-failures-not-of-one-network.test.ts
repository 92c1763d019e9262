import { ann, ben, branchOffice, jane, type Person } from '../../src/playground/tenants/people.js';
import { describeCheck } from '../contracts/check.js';
import { nothingHappened, signIn, tooManyEvents } from './changes-of-access.js';

const ios = 'Mobile SSO (for iOS)';
const failure = 'Kerberos NEGOTIATE failed or was cancelled by the user';
const minute = 60_000;
const fails = (person: Person | undefined, ip: string, ago = 10 * minute) => signIn(person, ago, ios, { failure, ip });
const everybody = (ip: (place: number) => string) => branchOffice.map((person, place) => fails(person, ip(place)));
const inOne = everybody((place) => `198.51.100.${place}`);

describeCheck('access-sign-in-failures-not-of-one-network', {
  pass: {
    'nobody fails': { said: /Nobody had a Kerberos failure .* 3 sign-ins with Mobile SSO succeeded/ },
    'people fail everywhere': {
      changes: everybody((place) => `198.51.${100 + (place % 4)}.7`),
      said: /14 people fail from 4 networks, at most 4 of them from one/,
    },
    'others get in from the same network': {
      changes: [...inOne, signIn(ann, 2 * minute, ios, { ip: '198.51.100.99' })],
      said: /14 people, all from 198\.51\.100\.0\/24, but 1 sign-in from there succeeded/,
    },
  },
  fail: {
    'a branch office’s firewall blocks Kerberos': {
      scenario: 'sign-in-storm',
      said: /^Kerberos fails for 14 people, all from 198\.51\.100\.0\/24, since 2026-11-24 08:40 UTC, and others succeed elsewhere: see that this network lets devices reach port 88/,
      articleId: 'mobile-sso-kerberos-failed',
    },
    'somebody elsewhere had a failure of their own': {
      changes: [...inOne, fails(jane, '203.0.113.9', 30 * minute), signIn(ben, minute, ios, { ip: '203.0.113.9' })],
      said: /^Kerberos fails for 14 of 15 people from 198\.51\.100\.0\/24/,
    },
    'the failures do not name their method': {
      changes: [
        ...branchOffice.map((person) => signIn(person, 9 * minute, undefined, { failure, ip: '2001:db8:5:1::7' })),
        signIn(ben, minute, ios, { ip: '203.0.113.9' }),
      ],
      said: /all from 2001:db8:5::\/48/,
    },
  },
  unknown: {
    'few people fail': {
      changes: [fails(ann, '198.51.100.7'), fails(ben, '198.51.100.8')],
      said: /2 people had a Kerberos failure .* too few/,
    },
    'nobody tries elsewhere': { changes: inOne, said: /nobody signed in from elsewhere since/ },
    'nobody tries at all': { changes: [nothingHappened], said: /Nobody tried Mobile SSO/ },
    'the events do not say from where': { changes: everybody(() => 'unknown'), said: /do not tell from where/ },
    'not all events could be read': { changes: [nothingHappened, tooManyEvents], said: /more audit events/ },
  },
});
