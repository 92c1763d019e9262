import type { Log } from '../model/log.js';

/** Who may look people up, by Slack id, and who may read the record of it. */
export interface LookupRights {
  readonly userGroups: readonly string[];
  readonly users: readonly string[];
  /** In these everybody may. */
  readonly channels: readonly string[];
  /** May read the trail and the gaps; that alone gives no right to look people up. */
  readonly admins: readonly string[];
  /** Whom to ask for the right, in words. */
  readonly contact?: string;
}

/** Asks the workspace about its user groups. */
export interface Groups {
  /** Rejects when Slack does not say, whatever the reason. */
  isMember(group: string, user: string): Promise<boolean>;
}

/** Whether somebody may; else why not and what to do next, as a sentence for them. */
export type Verdict = { readonly isAllowed: true } | { readonly isAllowed: false; readonly refusal: string };

/** Decides who may look people up, anew for each question and each button. */
export interface Permission {
  /** Never rejects: what Slack does not say counts as no. */
  toLookUpPeople(asker: string, channel: string): Promise<Verdict>;
  toReadTrail(asker: string): Verdict;
}

/** What is known about somebody's membership: `unknown` when Slack did not say. */
export type Membership = 'member' | 'stranger' | 'unknown';

const allowed: Verdict = { isAllowed: true };

/** The decision itself: pure. `membership` is that in any of the groups with the right. */
export function mayLookUpPeople(
  rights: LookupRights,
  { asker, channel, membership }: { readonly asker: string; readonly channel: string; readonly membership: Membership },
): Verdict {
  const { users, channels, userGroups } = rights;
  if (users.includes(asker) || channels.includes(channel) || (userGroups.length > 0 && membership === 'member')) {
    return allowed;
  }
  const whom = rights.contact ?? 'whoever runs this bot';
  const you = `Your Slack id is ${asker}.`;
  if (users.length + channels.length + userGroups.length === 0) {
    return refused(
      `Looking people up is switched off: nobody has been given the right. Ask ${whom} to set LOOKUP_USER_GROUPS, LOOKUP_USERS or LOOKUP_CHANNELS. ${you}`,
    );
  }
  if (userGroups.length > 0 && membership === 'unknown') {
    return refused(
      `Slack did not say whether you may look people up, so I did not look. Try again in a minute; if it stays so, ask ${whom} to see that the app has the scope usergroups:read and that LOOKUP_USER_GROUPS names groups that exist. ${you}`,
    );
  }
  return refused(`You may not look people up here. Ask ${whom} for the right. ${you}`);
}

/** Whether somebody may read the trail: pure. */
export function mayReadTrail(rights: LookupRights, asker: string): Verdict {
  if (rights.admins.includes(asker)) return allowed;
  const whom = rights.contact ?? 'whoever runs this bot';
  return refused(
    `The record of lookups is for administrators. Ask ${whom} to add you to LOOKUP_ADMINS. Your Slack id is ${asker}.`,
  );
}

/**
 * Whether somebody may read what was asked without an answer: pure. Texts from direct messages are among it, so it takes
 * no less than reading the trail does; without rights nobody may.
 */
export function mayReadGaps(rights: LookupRights | undefined, asker: string): Verdict {
  if (rights?.admins.includes(asker)) return allowed;
  const whom = rights?.contact ?? 'whoever runs this bot';
  return refused(
    `What people asked without an answer is for administrators. Ask ${whom} to add you to LOOKUP_ADMINS. Your Slack id is ${asker}.`,
  );
}

/** Opens the permission over a workspace's groups. */
export function createPermission(rights: LookupRights, groups: Groups, log: Log): Permission {
  async function membershipOf(asker: string): Promise<Membership> {
    const answers = await Promise.allSettled(rights.userGroups.map((group) => groups.isMember(group, asker)));
    if (answers.some((answer) => answer.status === 'fulfilled' && answer.value)) return 'member';
    const unread = answers.find((answer) => answer.status === 'rejected');
    if (unread === undefined) return 'stranger';
    log.warn('Slack did not say who is in a user group', { err: unread.reason });
    return 'unknown';
  }

  return {
    async toLookUpPeople(asker, channel) {
      const without = mayLookUpPeople(rights, { asker, channel, membership: 'stranger' });
      // Slack is asked only when nothing else decides.
      if (without.isAllowed || rights.userGroups.length === 0) return without;
      return mayLookUpPeople(rights, { asker, channel, membership: await membershipOf(asker) });
    },
    toReadTrail: (asker) => mayReadTrail(rights, asker),
  };
}

function refused(refusal: string): Verdict {
  return { isAllowed: false, refusal };
}
