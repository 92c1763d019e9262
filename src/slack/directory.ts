import { webApi } from '@slack/bolt';
import type { People } from '../desk/look-up.js';
import type { Groups } from '../desk/permission.js';
import type { Log } from '../model/log.js';
import { checkedApiUrl } from './api-url.js';
import { boltLogger } from './bolt-logger.js';

/** What the desk asks the workspace: who belongs to a user group, and what somebody's e-mail address is. */
export type Directory = Groups & People;

/** A right that was taken away must not last: this long a list of members is believed. */
const memoryMs = 60_000;
/** Somebody waits for the answer. */
const timeoutMs = 5_000;

/** Opens the directory of a workspace. Nothing is sent before the first question. */
export function openDirectory(
  { botToken, apiUrl }: { readonly botToken: string; readonly apiUrl?: string | undefined },
  { log, now }: { readonly log: Log; readonly now: () => number },
): Directory {
  const client = new webApi.WebClient(botToken, {
    slackApiUrl: checkedApiUrl(apiUrl),
    logger: boltLogger(log),
    allowAbsoluteUrls: false,
    timeout: timeoutMs,
    retryConfig: { retries: 1 },
    rejectRateLimitedCalls: true,
  });
  const members = new Map<string, { readonly asked: number; readonly users: Promise<ReadonlySet<string>> }>();

  function membersOf(group: string): Promise<ReadonlySet<string>> {
    const known = members.get(group);
    if (known !== undefined && now() - known.asked < memoryMs) return known.users;
    const users = client.usergroups.users
      .list({ usergroup: group })
      .then(({ users: listed }) => new Set(listed ?? []) as ReadonlySet<string>);
    members.set(group, { asked: now(), users });
    // A refusal may be mended the next moment.
    users.catch(() => members.delete(group));
    return users;
  }

  return {
    isMember: async (group, user) => (await membersOf(group)).has(user),
    async emailOf(user) {
      try {
        const { user: known } = await client.users.info({ user });
        return known?.profile?.email || undefined;
      } catch (err) {
        log.warn('Slack did not tell the e-mail address of a person', { err });
        return undefined;
      }
    },
  };
}
