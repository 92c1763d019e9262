import { unmanagedArticle } from '../lookups/events/okta-event.js';
import { workspaceOneProviders } from '../lookups/halves/identity-provider.js';
import { listed } from '../lookups/wording/lines.js';
import { counted, moment } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { deviceResult, isByWorkspaceOne, isDeviceResult } from './parts/device-results.js';
import { idpLog, logHours, wholeLog } from './parts/idp-log.js';
import { peopleIn, standing, whoOf } from './parts/people.js';
import { oktaIdentityProviders } from './sources/okta.js';
import { oktaDeviceResultsOf, oktaIdpSignIns } from './sources/okta-log.js';

/** The person's results where one is meant, else everybody's; each person's last result counts. */
export const oktaLogDeviceAuthentication = {
  id: 'okta-log-device-authentication',
  states: 'The last log entries “Authentication of device via SAML IDP” say that the devices are trusted.',
  about: 'tenant',
  shows: 'symptom',
  async run(look) {
    const user = look.subject?.okta;
    const source = user === undefined ? oktaIdpSignIns : oktaDeviceResultsOf;
    const [{ items }, { from, events }] = await Promise.all([
      look.at(oktaIdentityProviders),
      user === undefined
        ? idpLog(look)
        : look.at(oktaDeviceResultsOf, user.id, logHours).then((page) => wholeLog([page], look.now)),
    ]);
    const idps = workspaceOneProviders(items, look.settings.identityProvider);
    const trials = events.flatMap((event) => {
      const result = isDeviceResult(event) && isByWorkspaceOne(event, idps) ? deviceResult(event) : undefined;
      if (result === undefined) return [];
      const at = Date.parse(event.published);
      return [{ who: user?.id ?? whoOf(event), at, failed: !result.isTrusted, name: result.name }];
    });
    const bad = standing(trials);
    const good = trials.filter(({ failed }) => !failed);
    const seen = `${good.length} trusted, ${trials.length - good.length} not`;
    look.saw(source, `Device results since ${moment(from)}`, seen);
    const [first] = bad;
    if (first !== undefined) {
      const results = [...new Set(bad.map(({ name }) => name))];
      const whose = user === undefined ? peopleIn(bad) : 'this person';
      return fail(
        `${counted(bad.length, 'device result')} of ${whose} since ${moment(first.at)} ${bad.length === 1 ? 'is' : 'are'} not trusted: ${listed(results)}.`,
        results.every((one) => one === 'NOT_ENROLLED') ? unmanagedArticle : undefined,
      );
    }
    if (good.length === 0)
      return unknown(
        `Okta asked for no device ${user === undefined ? '' : 'of this person '}since ${moment(from)}: look for “Authentication of device via SAML IDP” under ${source.where}.`,
      );
    const whose = user === undefined ? peopleIn(good) : 'this person';
    return pass(`The last device results of ${whose} since ${moment(from)} are trusted.`);
  },
} satisfies Check;
