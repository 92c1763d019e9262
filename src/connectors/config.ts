/** How the bot proves itself to Okta: an API token, or an OAuth service app with a private key. */
export type OktaCredential =
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind: 'service-app';
      readonly clientId: string;
      /** An RSA key in PEM. */
      readonly privateKey: string;
      readonly keyId: string;
    };

/** The Okta org to read. */
export interface OktaConfig {
  /** https, or http on loopback; no path. */
  readonly url: string;
  readonly credential: OktaCredential;
}

/** The Workspace ONE Access tenant to read, with a service client. */
export interface AccessConfig {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** How the bot proves itself to Workspace ONE UEM. */
export type UemCredential =
  | { readonly kind: 'oauth'; readonly tokenUrl: string; readonly clientId: string; readonly clientSecret: string }
  | { readonly kind: 'basic'; readonly username: string; readonly password: string };

/** The Workspace ONE UEM environment to read. */
export interface UemConfig {
  /** The API server, not the console: as123.awmdm.com. */
  readonly url: string;
  readonly credential: UemCredential;
  /** The REST API key. Always there with a user name and password, optional with OAuth. */
  readonly tenantCode?: string;
}

/** What the things that join the two sides are called in this org. Compared without case, as a beginning. */
export interface JoiningNames {
  /** Label of Workspace ONE's app in Okta. */
  readonly app: string;
  /** Name of Workspace ONE's identity provider in Okta. */
  readonly identityProvider: string;
  /** Name of the Okta API token that Workspace ONE Access uses for the Okta catalog. */
  readonly token: string;
}

/** Every live system that is configured; one that is not is absent. */
export interface TenantsConfig {
  readonly okta?: OktaConfig;
  readonly access?: AccessConfig;
  readonly uem?: UemConfig;
}
