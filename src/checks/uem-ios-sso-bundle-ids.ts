import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { iosSsoPayloads, notSent, profileNamed } from './parts/ios-sso.js';
import { uemSingleSignOn } from './sources/uem.js';

/** Whether a list lacks an app cannot be told without knowing which app failed; whether it can match one, can. */
export const uemIosSsoBundleIds = {
  id: 'uem-ios-sso-bundle-ids',
  states: 'The application bundle IDs in the iOS SSO profile leave no app out.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const all = await iosSsoPayloads(look);
    const lists = all.flatMap(({ profile, payload }) =>
      payload?.bundleIds === undefined ? [] : [{ named: profileNamed(profile), ids: payload.bundleIds }],
    );
    for (const { named, ids } of lists)
      look.saw(uemSingleSignOn, `Application bundle IDs of ${named}`, ids.join(', ') || '(empty: every app)');
    for (const { named, ids } of lists) {
      // Several in one entry are a list that was written otherwise.
      const wrong = ids.find((id) => !id.split(' ').some(isBundleId));
      if (wrong !== undefined)
        return fail(`${named} lists “${clipped(wrong, 80)}”, which can be the bundle ID of no app.`);
    }
    const hidden = all.find(({ payload }) => payload?.bundleIds === undefined);
    if (hidden !== undefined) return unknown(notSent('application bundle IDs', hidden));
    const limited = lists.find(({ ids }) => ids.length > 0);
    if (limited !== undefined)
      return unknown(
        `${limited.named} allows these apps only: ${clipped(limited.ids.join(', '), 300)}. See whether the app that fails is among them.`,
      );
    return pass(`The list of ${lists.map(({ named }) => named).join(', ')} is empty, which allows every app.`);
  },
} satisfies Check;

/** `com.acme.app`, or its beginning and a star: `com.acme.*` (Apple, Single Sign-On payload, AppIdentifierMatches). */
function isBundleId(id: string): boolean {
  return /^[\w-]+(\.[\w-]+)*\.([\w-]+|\*)$/.test(id);
}
