import { textOf, withNames } from '../lookups/events/access-event.js';
import { articleOfError } from '../lookups/events/understood.js';
import { hiddenLogin } from '../lookups/person/known-names.js';
import { clipped, counted, moment } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { accessAccounts, isEventOf } from './parts/access-accounts.js';
import { type MobileSignIn, mobileSignIns, recentAudit } from './parts/audit.js';
import { accessAuditEvents } from './sources/access.js';

/** What the devices make of Mobile SSO: of everybody, or of the one person it is about. */
export const accessMobileSsoSucceeds = {
  id: 'access-mobile-sso-succeeds',
  states: 'Mobile SSO succeeds at Workspace ONE Access.',
  about: 'tenant',
  shows: 'symptom',
  async run(look) {
    const { events, gap } = await recentAudit(look);
    const own = look.subject === undefined ? undefined : await accessAccounts(look);
    const signIns = mobileSignIns(events).filter(({ event }) => own === undefined || isEventOf(own, event));
    const failing = currentFailures(signIns);
    const whose = own === undefined ? '' : ' of this person';
    look.saw(accessAuditEvents, `Sign-ins with Mobile SSO${whose}, last 24 hours`, String(signIns.length));
    look.saw(accessAuditEvents, `Failed ones${whose} that no later success put right`, String(failing.length));
    const [newest] = failing;
    if (newest !== undefined) {
      const people = peopleIn(failing);
      const text = textOf(newest.event, 'failureMessage') ?? '';
      const shown = clipped(
        withNames(text, () => hiddenLogin),
        200,
      );
      return fail(
        `Mobile SSO fails${own === undefined && people > 0 ? ` for ${counted(people, 'person', 'people')}` : ''} since ${moment(failing.at(-1)?.at ?? newest.at)}${shown === '' ? '' : `: “${shown}”`}.`,
        articleOfError(look.understand, clipped(text, 1_000)),
      );
    }
    if (signIns.length === 0)
      return unknown(
        `No sign-in with Mobile SSO${whose} was found in the last 24 hours${gap === undefined ? '' : `, but ${gap}`}. Look under ${accessAuditEvents.where}.`,
      );
    if (gap !== undefined) return unknown(`No failure of Mobile SSO${whose} was found, but ${gap}.`);
    return pass(`Mobile SSO${whose} succeeded, at last ${moment(signIns[0]?.at ?? look.now)}.`);
  },
} satisfies Check;

/** Failures after which the same person did not get in; of nobody who was recognised, all. Newest first, as they come. */
function currentFailures(signIns: readonly MobileSignIn[]): MobileSignIn[] {
  const settled = new Set<string>();
  return signIns.filter(({ failed, person }) => {
    if (!failed && person !== undefined) settled.add(person);
    return failed && !settled.has(person ?? '');
  });
}

function peopleIn(signIns: readonly MobileSignIn[]): number {
  return new Set(signIns.flatMap(({ person }) => person ?? [])).size;
}
