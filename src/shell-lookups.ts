import { createAskTenants } from './ask-tenants.js';
import type { Config } from './config.js';
import { openTenants } from './connectors/index.js';
import { createLookUp } from './desk/look-up.js';
import type { Permission } from './desk/permission.js';
import type { LookupRequest } from './desk/question.js';
import type { Knowledge } from './desk/replies.js';
import type { Reply } from './desk/reply.js';
import { newestOf, type Trail } from './desk/trail.js';
import { UserError } from './model/errors.js';
import type { Log } from './model/log.js';
import { addToShellTrail, readShellTrail } from './state/shell-trail.js';
import { readStoredRecords } from './state/stored-records.js';

/** Who has a shell with the bot's credentials can read the tenants without us: there is no right to ask for. */
const everything: Permission = {
  toLookUpPeople: async () => ({ isAllowed: true }),
  toReadTrail: () => ({ isAllowed: true }),
};

/**
 * Lookups from a shell, through the desk's door. Each leaves its record in the data folder, also while a bot works
 * there. Throws `UserError` `not-configured` when no live system is configured.
 */
export function openShellLookups(
  config: Config,
  knowledge: Knowledge,
  { log, now }: { readonly log: Log; readonly now: () => number },
): (request: LookupRequest) => Promise<Reply> {
  const tenants = openTenants(config.tenants, { log, random: Math.random });
  const articles = () => knowledge.library.articles;
  const reach = { tenants: () => tenants, understand: () => knowledge.understand, articles, now };
  const askTenants = createAskTenants(config, reach);
  if (askTenants === undefined) {
    throw new UserError(
      'not-configured',
      'No live system is connected. Set OKTA_ORG_URL, ACCESS_URL or UEM_URL and what belongs to it in .env; .env.example says what each is. wo-okta playground has simulated ones.',
    );
  }
  return createLookUp({
    askTenants,
    permission: everything,
    people: { emailOf: async () => undefined },
    trail: shellTrail(config.dataDir, { log, now }),
    articles,
    now,
    log,
  });
}

/** The trail as a shell sees it: what was asked in Slack and in shells. */
export function shellTrail(dataDir: string, { log, now }: { readonly log: Log; readonly now: () => number }): Trail {
  return {
    async record(happened) {
      const entry = { ...happened, at: new Date(now()).toISOString() };
      try {
        await addToShellTrail(dataDir, entry);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        log.error('A lookup could not be recorded in the trail; this line is its record', { entry, error });
      }
    },
    async newest(most) {
      const [stored, shell] = await Promise.all([readStoredRecords(dataDir, 'trail', now()), readShellTrail(dataDir)]);
      return newestOf([...stored, ...shell], most, now());
    },
  };
}
