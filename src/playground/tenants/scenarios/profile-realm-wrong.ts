import { ann, ben, jane, type Person } from '../people.js';
import { mobileSsoFails } from '../stories/access-refuses.js';
import { minute } from '../time.js';
import type { Change, Scenario } from './scenario.js';

/** Kerberos tells realms apart by their letters, small and capital. */
const realmInSmallLetters: Change = ({ uem }) => {
  for (const { singleSignOn } of uem.profiles) {
    if (singleSignOn !== undefined) singleSignOn.Realm = singleSignOn.Realm.toLowerCase();
  }
};

const kerberosFails =
  (person: Person, minutes: number): Change =>
  (world) =>
    mobileSsoFails(world, person, minutes * minute, 'Kerberos NEGOTIATE failed or was cancelled by the user');

/** The profile is on every iPhone, and no ticket comes of it. */
export const profileRealmWrong = {
  id: 'profile-realm-wrong',
  title: 'Mobile SSO: realm in small letters',
  story:
    'The iOS SSO profile has the realm vmwareidentity.com, which must be in capitals: no iPhone gets a Kerberos ticket.',
  subject: 'ann@acme.example',
  tryThis: '@wo-okta Kerberos NEGOTIATE failed or was cancelled by the user',
  pasted: 'Kerberos NEGOTIATE failed or was cancelled by the user',
  cause: { article: 'mobile-sso-kerberos-failed', check: 'uem-ios-sso-realm' },
  changes: [realmInSmallLetters, kerberosFails(ben, 49), kerberosFails(jane, 36), kerberosFails(ann, 13)],
} satisfies Scenario;
