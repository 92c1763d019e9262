import type { Config } from '../../config.js';
import type { Tenants } from '../../connectors/index.js';
import type { Product } from '../../model/system.js';
import type { TenantErrorCode } from '../../model/tenant-error.js';
import type { Need } from './needs.js';

/** What one check of the doctor found. */
export interface Finding {
  /** Short name, stable for scripts. */
  readonly check:
    | 'node'
    | 'configuration'
    | 'data-folder'
    | 'knowledge'
    | 'bot-token'
    | 'scopes'
    | 'app-token'
    | 'signing-secret'
    | 'alert-channels'
    | 'tenants'
    | Product;
  /** `wrong`: a person has to mend something. `unread`: it could not be read. `skipped`: nothing to check, or not now. */
  readonly status: 'ok' | 'wrong' | 'unread' | 'skipped';
  /** One sentence with what was seen. */
  readonly summary: string;
  /** Each fault on its own. */
  readonly details?: readonly string[];
  /** What to do. */
  readonly next?: string;
  /** Of a live system: what its credential was tried on. */
  readonly proofs?: readonly Proof[];
}

/** Whether one read that lookups need works; else why not. */
export type Proof =
  | { readonly what: string; readonly isProven: true }
  | {
      /** A scope, or what is read. */
      readonly what: string;
      readonly isProven: false;
      readonly code: TenantErrorCode;
      readonly message: string;
      /** Lookups that need this very scope. */
      readonly neededBy?: readonly string[];
    };

/** What the doctor looks at, handed in by `index.ts`. */
export interface DoctorParts {
  readonly node: { readonly version: string; readonly needed: string };
  /** The checked configuration, or the sentences that say what is wrong with it. */
  readonly configuration:
    | { readonly ok: true; readonly config: Config }
    | { readonly ok: false; readonly mistakes: readonly string[] };
  /** Where the bot would remember, when at least that much of the configuration is right. */
  readonly dataDir: string | undefined;
  /** Takes the folder's lock and gives it back. Rejects with `UserError` `store-busy` when a bot has it. */
  readonly tryLock: (folder: string) => Promise<void>;
  /**
   * How many articles and intents load, and what they lack though they load. Rejects with `UserError`, with `faults`
   * when files are broken.
   */
  readonly knowledge: () => Promise<{
    readonly articles: number;
    readonly intents: number;
    readonly warnings: readonly { readonly file: string; readonly message: string; readonly next: string }[];
  }>;
  /** The bot scopes that `slack-manifest.yaml` asks for; undefined when it is not there. */
  readonly manifestScopes: () => Promise<readonly string[] | undefined>;
  readonly fetch: typeof fetch;
  /** The clients of the live systems that are configured. */
  readonly tenants: (config: Config) => Promise<Tenants>;
  /** The least rights that lookups need there. */
  readonly needs: () => Promise<readonly Need[]>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
