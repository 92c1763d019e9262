import type { JoiningNames } from '../connectors/config.js';
import type { Tenants } from '../connectors/index.js';
import type { OktaScope } from '../connectors/okta/index.js';
import type { LookupId } from '../model/intent.js';
import type { LookupReport } from '../model/lookup.js';
import type { Product } from '../model/system.js';
import type { Understand } from '../model/understanding.js';
import type { Inquiry } from './inquiry.js';

/** What lookups know about this installation. */
export interface LookupSettings extends JoiningNames {
  /** Name of the bot's own Okta API token, where several belong to the same account. */
  readonly ownToken?: string;
}

/** What every lookup is handed. Times are milliseconds since 1970. */
export interface LookupContext {
  readonly tenants: Tenants;
  readonly understand: Understand;
  /** The cause that an article names, in one sentence; left out, summaries tell events only. */
  readonly causeOf?: (articleId: string) => string | undefined;
  readonly now: () => number;
  readonly settings: LookupSettings;
  /** A signal that aborts when that much time has passed; the real time if left out. */
  readonly deadline?: (ms: number) => AbortSignal;
}

/** What a lookup is asked about. */
export interface LookupParams {
  /** E-mail, login, short name, DOMAIN\name, Slack's `<mailto:a|a>` or a `PersonChoice` key; for lookups about people. */
  readonly who?: string;
}

/** What a lookup found, before the door adds status, evidence and errors. */
export interface LookupFindings
  extends Omit<LookupReport, 'lookup' | 'status' | 'evidence' | 'errors' | 'sections' | 'timeline'> {
  /** Whether something is wrong in a tenant: the summary says what. */
  readonly isFinding: boolean;
  readonly sections?: LookupReport['sections'];
  readonly timeline?: LookupReport['timeline'];
}

/** All that a lookup's credentials must allow, by system. */
export interface LookupNeeds extends Partial<Record<Product, readonly string[]>> {
  readonly okta?: readonly OktaScope[];
  /** Admin roles of Workspace ONE Access. */
  readonly access?: readonly string[];
  /** Rights in Workspace ONE UEM. */
  readonly uem?: readonly string[];
}

/** One question to the live tenants that a person can ask. */
export interface Lookup {
  readonly id: LookupId;
  /** What it tells, as a short phrase. */
  readonly title: string;
  readonly needs: LookupNeeds;
  /** Asks through `inquiry` only, so never rejects for a system that cannot be read. */
  run(inquiry: Inquiry, params: LookupParams): Promise<LookupFindings>;
}

/** The role of Workspace ONE Access that every read of it needs. */
export const accessRole = 'ReadOnly Admin';
/** The right of Workspace ONE UEM that every read of it needs. */
export const uemRight = 'REST API read rights (such as the role Read Only)';
