import { isFailed } from '../lookups/events/okta-event.js';
import { articleOfError } from '../lookups/events/understood.js';
import { withoutPeople } from '../lookups/events/without-people.js';
import { causeIn } from '../lookups/halves/event-findings.js';
import { clipped, moment } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { logHours, wholeLog } from './parts/idp-log.js';
import { peopleIn, standing, whoOf } from './parts/people.js';
import { appNamed, workspaceOneApp } from './parts/workspace-one-app.js';
import { oktaProvisioning } from './sources/okta-log.js';

/** Each person's last attempt counts; the newest text says why, since Okta gives it for first attempts only. */
export const oktaProvisioningSucceeds = {
  id: 'okta-provisioning-succeeds',
  states: 'Okta has provisioned everybody to Workspace ONE whom it tried to in the last 24 hours.',
  about: 'tenant',
  shows: 'symptom',
  async run(look) {
    const app = await workspaceOneApp(look);
    const { from, events } = wholeLog([await look.at(oktaProvisioning, app.id, logHours)], look.now);
    const trials = events.map((event) => ({
      who: whoOf(event, 'AppUser'),
      at: Date.parse(event.published),
      failed: isFailed(event),
      // Whatever the other side says may name the user.
      text: withoutPeople(
        causeIn(event.outcome?.reason ?? ''),
        (event.target ?? []).flatMap(({ alternateId, displayName }) => [
          alternateId ?? undefined,
          displayName ?? undefined,
        ]),
      ),
    }));
    const bad = standing(trials);
    const good = trials.filter(({ failed }) => !failed);
    look.saw(
      oktaProvisioning,
      `Provisioning to ${appNamed(app)} since ${moment(from)}`,
      `${good.length} done, ${trials.length - good.length} failed`,
    );
    const [first] = bad;
    if (first === undefined) {
      return good.length > 0
        ? pass(`Provisioning to ${appNamed(app)} succeeded for ${peopleIn(good)} since ${moment(from)}.`)
        : unknown(
            `Okta provisioned nobody to ${appNamed(app)} since ${moment(from)}. Look under ${oktaProvisioning.where}, or Dashboard → Tasks.`,
          );
    }
    const text = clipped(bad.findLast((one) => one.text !== '')?.text ?? '', 255);
    if (text !== '') look.saw(oktaProvisioning, 'Errors reported by remote server', text);
    return fail(
      `Provisioning to ${appNamed(app)} failed for ${peopleIn(bad)} since ${moment(first.at)}: ${text === '' ? 'Okta does not say why, look at Dashboard → Tasks' : `“${text.replace(/\.$/, '')}”`}.`,
      text === '' ? undefined : articleOfError(look.understand, text),
    );
  },
} satisfies Check;
