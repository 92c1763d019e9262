import type { Certificate } from '../certificate.js';

/** A JSON object as Access sends it. */
export type Json = Record<string, unknown>;

/** The event in the fifth column of an audit row, before it becomes text. Values are strings, `"true"` included. */
export interface AuditEvent extends Json {
  readonly baseType: 'Action' | 'Audit';
  readonly uuid: string;
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
  readonly actorUserName: string | null;
  readonly actorDomain: string | null;
  readonly objectType: string;
  readonly objectName: string | null;
  readonly values: Readonly<Record<string, string | null>>;
}

/** A row of the audit report: the second and third column, and the event. */
export interface AuditRow {
  readonly who: string;
  readonly summary: string;
  readonly event: AuditEvent;
}

/** A user of the SCIM 1 endpoint, before it takes its wire form. */
export interface AccessUser {
  readonly id: string;
  readonly externalId: string | null;
  userName: string;
  active: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  domain: string;
  /** PROVISIONED, LOCAL, OPERATOR, SERVICE or JIT. */
  internalUserType: string;
  userPrincipalName: string | null;
  distinguishedName: string | null;
  readonly userStoreUuid: string;
}

/** An attribute of the User schema. `required` mirrors the console's User Attributes page. */
export interface SchemaAttribute {
  readonly name: string;
  required: boolean;
}

/** A user directory. `type` e.g. OTHER_DIRECTORY, ACTIVE_DIRECTORY_LDAP, JIT_DIRECTORY. */
export interface Directory {
  readonly directoryId: string;
  readonly name: string;
  type: string;
  readonly userstoreId: string;
  readonly domains: string[];
}

/** An identity provider of Access: Okta, or the built-in one. What it does not have is not sent. */
export interface AccessIdp extends Json {
  readonly id: string;
  readonly name: string;
  jitEnabled?: boolean;
  /** XML. */
  metaData?: string;
  /** NameID format → the user attribute it is matched with. */
  readonly nameIdFormatAttributeMappings?: Record<string, string>;
  readonly saml2IdPSLOConfiguration?: { sendSLORequest: boolean };
  readonly authMethods: Json[];
  /** Ids of the directories whose users it signs in. Sent as `directoryConfigurations`. */
  readonly directories: string[];
  readonly orgNetworks: Json[];
}

/** The authentication part of a catalog item: the Okta application source. */
export interface AuthInfo extends Json {
  /** What is sent as user name, e.g. `${user.userPrincipalName}`. */
  nameId: string;
  deviceSsoResponse: boolean;
  enableForceAuthnRequest: boolean;
  returnFailureResponse: boolean;
}

export interface CatalogItem extends Json {
  readonly uuid: string;
  readonly name: string;
  readonly catalogItemType: string;
  readonly authInfo: AuthInfo;
}

/** What the simulated Workspace ONE Access tenant knows. */
export interface AccessTenant {
  readonly tenantId: string;
  readonly users: AccessUser[];
  readonly userAttributes: SchemaAttribute[];
  /** Any order; sent newest first. */
  readonly audit: AuditRow[];
  readonly directories: Directory[];
  readonly idps: AccessIdp[];
  readonly catalog: CatalogItem[];
  readonly policies: { readonly name: string; readonly uuid: string; readonly base: boolean }[];
  readonly networks: Json[];
  readonly authMethods: Json[];
  /** Signs assertions; published in the metadata. */
  certificate: Certificate;
  /** Which `Accept` forms the management endpoints take. */
  mediaTypes: 'both' | 'json' | 'vendor';
  readonly client: { readonly id: string; readonly secret: string; secretValid: boolean };
}
