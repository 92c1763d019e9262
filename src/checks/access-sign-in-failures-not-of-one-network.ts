import { textOf } from '../lookups/events/access-event.js';
import { counted, moment } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { type MobileSignIn, mobileSignIns, recentAudit } from './parts/audit.js';
import { networkOf } from './parts/source-network.js';
import { accessAuditEvents } from './sources/access.js';

/** Of fewer people nothing can be concluded about their networks. */
const fewest = 5;
/** A stray failure elsewhere does not acquit a network that all others fail from. */
const nearlyAll = 0.9;

/** Kerberos needs port 88 on UDP: where a firewall blocks it, everybody behind that firewall fails and nobody else. */
export const accessSignInFailuresNotOfOneNetwork = {
  id: 'access-sign-in-failures-not-of-one-network',
  states: 'The Kerberos failures of Mobile SSO are not those of one network that keeps people from port 88.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const { events, gap } = await recentAudit(look);
    const signIns = mobileSignIns(events);
    const failures = signIns.filter(isKerberosFailure);
    const networks = peopleByNetwork(failures);
    const people = new Set(failures.flatMap(({ person }) => person ?? [])).size;
    look.saw(accessAuditEvents, 'People with a Kerberos failure, last 24 hours', String(people));
    look.saw(accessAuditEvents, 'Networks they came from', String(networks.length));
    if (people < fewest) return few(people, signIns, gap);
    const [worst] = networks;
    if (worst === undefined)
      return unknown(`The audit events do not tell from where. Look under ${accessAuditEvents.where}.`);
    look.saw(accessAuditEvents, `Of these from ${worst.network}`, String(worst.people));
    const from = `${worst.people === people ? `${people} people, all` : `${worst.people} of ${people} people`} from ${worst.network}`;
    if (worst.people < people * nearlyAll)
      return pass(
        `${counted(people, 'person', 'people')} fail from ${counted(networks.length, 'network')}, at most ${worst.people} of them from one.`,
      );
    const first = failures.findLast(({ event }) => networkOf(event.sourceIp) === worst.network)?.at ?? 0;
    const meanwhile = signIns.filter((one) => !one.failed && one.at >= first && !/android/i.test(one.mobileSso));
    const inside = meanwhile.filter(({ event }) => networkOf(event.sourceIp) === worst.network);
    const outside = meanwhile.filter(({ event }) => ![undefined, worst.network].includes(networkOf(event.sourceIp)));
    look.saw(
      accessAuditEvents,
      `Successes since ${moment(first)} from there, from elsewhere`,
      `${inside.length}, ${outside.length}`,
    );
    if (inside.length > 0)
      return pass(`${from}, but ${counted(inside.length, 'sign-in')} from there succeeded since ${moment(first)}.`);
    if (gap !== undefined) return unknown(`${from}, but ${gap}, so that others may have failed elsewhere.`);
    if (outside.length === 0)
      return unknown(`${from}, but nobody signed in from elsewhere since ${moment(first)} to compare with.`);
    return fail(
      `Kerberos fails for ${from}, since ${moment(first)}, and others succeed elsewhere: see that this network lets devices reach port 88.`,
      'mobile-sso-kerberos-failed',
    );
  },
} satisfies Check;

function few(people: number, signIns: readonly MobileSignIn[], gap: string | undefined) {
  if (people > 0)
    return unknown(
      `${counted(people, 'person', 'people')} had a Kerberos failure in the last 24 hours: too few to tell a network by.`,
    );
  if (gap !== undefined) return unknown(`No Kerberos failure was found in the last 24 hours, but ${gap}.`);
  const good = signIns.filter(({ failed }) => !failed).length;
  return good > 0
    ? pass(`Nobody had a Kerberos failure in the last 24 hours; ${counted(good, 'sign-in')} with Mobile SSO succeeded.`)
    : unknown('Nobody tried Mobile SSO in the last 24 hours, so nothing shows what the networks let through.');
}

function isKerberosFailure({ failed, event }: MobileSignIn): boolean {
  return failed && /kerberos/i.test(textOf(event, 'failureMessage') ?? '');
}

/** How many people fail from each network, most first. */
function peopleByNetwork(failures: readonly MobileSignIn[]): { network: string; people: number }[] {
  const found = new Map<string, Set<string>>();
  for (const { person, event } of failures) {
    const network = networkOf(event.sourceIp);
    if (network === undefined || person === undefined) continue;
    found.set(network, (found.get(network) ?? new Set()).add(person));
  }
  return [...found].map(([network, who]) => ({ network, people: who.size })).sort((a, b) => b.people - a.people);
}
