/** A JSON object as Okta sends it. `_links` are added when it is sent. */
export type Json = Record<string, unknown>;

/** Statuses are Okta's, e.g. ACTIVE, LOCKED_OUT, DEPROVISIONED. */
export interface OktaUser extends Json {
  readonly id: string;
  status: string;
  statusChanged: string | null;
  lastLogin: string | null;
  readonly profile: { login: string; email: string; firstName: string; lastName: string } & Json;
}

/** A token of the Tokens page. `tokenWindow` is an ISO 8601 duration. */
export interface ApiToken extends Json {
  readonly id: string;
  readonly name: string;
  readonly userId: string;
  expiresAt: string;
  lastUpdated: string;
}

export interface LogActor extends Json {
  readonly id: string;
  readonly type: string;
  readonly alternateId: string;
  readonly displayName: string;
}

/** An event of the System Log, whole. */
export interface LogEvent extends Json {
  readonly uuid: string;
  readonly published: string;
  readonly eventType: string;
  readonly actor: LogActor;
  readonly outcome: { readonly result: string; readonly reason: string | null };
  readonly target: readonly LogActor[] | null;
  readonly transaction: { readonly type: string; readonly id: string; readonly detail: Json };
}

/** A SAML identity provider. */
export interface IdentityProvider extends Json {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  status: string;
  readonly protocol: { readonly credentials: { readonly trust: { issuer: string; kid: string } & Json } & Json } & Json;
  readonly policy: {
    readonly subject: { userNameTemplate: { template: string }; matchType: string } & Json;
  } & Json;
}

/** A signing key with its certificate. */
export interface Key extends Json {
  readonly kid: string;
  readonly expiresAt: string;
}

export interface Policy extends Json {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

export interface App extends Json {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly status: string;
}

/** A user's assignment to an application. */
export interface AppUser extends Json {
  readonly id: string;
  status: string;
  syncState: string;
  externalId: string | null;
  readonly credentials: { userName: string };
  readonly profile: Json;
}

/** How attributes of one profile are filled from another. Lists leave `properties` out. */
export interface ProfileMapping extends Json {
  readonly id: string;
  readonly source: { readonly id: string } & Json;
  readonly target: { readonly id: string } & Json;
  readonly properties: Record<string, { readonly expression: string; readonly pushStatus: string }>;
}

/** Requests a minute and organisation, by bucket. One token may use half. */
export interface RateLimits {
  logs: number;
  user: number;
  users: number;
  app: number;
  apps: number;
  devices: number;
  other: number;
}

/** What the simulated Okta org knows. */
export interface OktaTenant {
  readonly users: OktaUser[];
  readonly apiTokens: ApiToken[];
  /** Any order; sent in the order asked for. */
  readonly logs: LogEvent[];
  /** When each event arrived in the log, by `uuid`, in milliseconds: at its `published` unless said here. */
  readonly arrivals: Map<string, number>;
  /** Tokens that somebody uses all the time: by id, how often, in milliseconds. Each use restarts a token's 30 days. */
  readonly tokenUse: Map<string, number>;
  readonly idps: IdentityProvider[];
  /** Certificates trusted from identity providers. */
  readonly trustKeys: Key[];
  /** Okta's own request-signing keys, by identity provider. */
  readonly signingKeys: Map<string, Key[]>;
  readonly policies: Policy[];
  readonly rules: Map<string, Json[]>;
  readonly apps: App[];
  readonly appKeys: Map<string, Key[]>;
  /** By application, then by user. */
  readonly appUsers: Map<string, Map<string, AppUser>>;
  /** By user. */
  readonly blocks: Map<string, Json[]>;
  readonly factors: Map<string, Json[]>;
  readonly devices: Map<string, Json[]>;
  readonly groupsOfUser: Map<string, string[]>;
  readonly groups: (Json & { readonly id: string })[];
  readonly mappings: ProfileMapping[];
  readonly zones: Json[];
  readonly rolesOfUser: Map<string, Json[]>;
  readonly org: Json;
  /** What the bot signs in with. */
  readonly credentials: {
    /** The SSWS token, and its entry in `apiTokens`. */
    readonly token: string;
    readonly tokenId: string;
    /** False: the token has expired or was revoked. */
    tokenValid: boolean;
    readonly clientId: string;
    readonly keyId: string;
  };
  /** Scopes (`okta.logs.read` …) the bot was not granted. */
  readonly missingScopes: Set<string>;
  readonly rateLimits: RateLimits;
}
