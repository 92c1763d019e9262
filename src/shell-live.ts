import { createAskTenants } from './ask-tenants.js';
import type { Config } from './config.js';
import { openTenants } from './connectors/index.js';
import { createLiveChecks, type LiveChecks, type LiveChecksParts } from './desk/live-checks.js';
import { createLookUp, type LookUp } from './desk/look-up.js';
import type { Permission } from './desk/permission.js';
import type { Knowledge } from './desk/replies.js';
import { newestOf, type Trail } from './desk/trail.js';
import { UserError } from './model/errors.js';
import type { Log } from './model/log.js';
import { consoleLinks, createRunChecks } from './run-checks.js';
import { addToShellAudits, readShellAudits } from './state/shell-audits.js';
import { addToShellTrail, readShellTrail } from './state/shell-trail.js';
import { readStoredRecords } from './state/stored-records.js';

/** What a shell can ask the live tenants. */
export interface ShellLive {
  readonly lookUp: LookUp;
  readonly checks: LiveChecks;
}

/** How the data folder is written and read. `now` is milliseconds since 1970. */
interface Surroundings {
  readonly log: Log;
  readonly now: () => number;
}

/** Who has a shell with the bot's credentials can read the tenants without us: there is no right to ask for. */
const everything: Permission = {
  toLookUpPeople: async () => ({ isAllowed: true }),
  toReadTrail: () => ({ isAllowed: true }),
};

/**
 * Lookups and live checks from a shell, through the desk's doors. Each lookup leaves its record in the data folder and
 * each audit its outcome, also while a bot works there. Throws `UserError` `not-configured` when no live system is
 * configured.
 */
export function openShellLive(config: Config, knowledge: Knowledge, { log, now }: Surroundings): ShellLive {
  const tenants = openTenants(config.tenants, { log, random: Math.random });
  const articles = () => knowledge.library.articles;
  const reach = { tenants: () => tenants, understand: () => knowledge.understand, articles, now, log };
  const askTenants = createAskTenants(config, reach);
  const runChecks = createRunChecks(config, reach);
  if (askTenants === undefined || runChecks === undefined) {
    throw new UserError(
      'not-configured',
      'No live system is connected. Set OKTA_ORG_URL, ACCESS_URL or UEM_URL and what belongs to it in .env; .env.example says what each is. `playground` has simulated ones.',
    );
  }
  const lookUp = createLookUp({
    askTenants,
    permission: everything,
    people: { emailOf: async () => undefined },
    trail: shellTrail(config.dataDir, { log, now }),
    articles,
    now,
    log,
  });
  const audits = shellAudits(config.dataDir, { log, now });
  const linkOf = consoleLinks(config);
  return { lookUp, checks: createLiveChecks({ runChecks, linkOf, lookUp, current: () => knowledge, ...audits, now }) };
}

/** The trail as a shell sees it: what was asked in Slack and in shells. */
export function shellTrail(dataDir: string, { log, now }: Surroundings): Trail {
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

/** The audits as a shell sees them: those asked for in Slack and in shells. */
function shellAudits(dataDir: string, { log, now }: Surroundings): Pick<LiveChecksParts, 'lastAudit' | 'keepAudit'> {
  return {
    async lastAudit() {
      try {
        const [stored, shell] = await Promise.all([
          readStoredRecords(dataDir, 'audits', now()),
          readShellAudits(dataDir),
        ]);
        return [...stored, ...shell].sort((a, b) => a.at.localeCompare(b.at)).at(-1);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        log.warn('The audit before this one could not be read, so nothing is compared', { error });
        return undefined;
      }
    },
    async keepAudit(audit) {
      try {
        await addToShellAudits(dataDir, audit);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        log.error('An audit could not be kept; the next one cannot be compared with it', { error });
      }
    },
  };
}
