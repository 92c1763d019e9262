/** A user of UEM. */
export interface UemUser {
  readonly number: number;
  readonly uuid: string;
  userName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

/** An enrolled device. `ComplianceStatus` may be missing, as in real answers. */
export interface UemDevice {
  readonly number: number;
  readonly uuid: string;
  /** The owner's number. */
  readonly owner: number;
  readonly platform: 'Apple' | 'Android';
  readonly model: string;
  readonly serial: string;
  readonly os: string;
  enrolment: string;
  compliance?: string;
  /** Milliseconds since the epoch. */
  lastSeen: number;
}

/** The Single Sign-On payload of an Apple profile, as UEM names its fields. Several values stand in one text. */
export interface SingleSignOn {
  readonly Name: string;
  PrincipalName: string;
  Realm: string;
  readonly RenewalCertificateName: string;
  readonly URLPrefixMatches: string;
  AppIdentifierMatches: string;
}

/** A profile, assigned to a platform. */
export interface UemProfile {
  readonly number: number;
  readonly uuid: string;
  readonly name: string;
  readonly platform: 'Apple' | 'Android';
  readonly payload: string;
  active: boolean;
  assigned: boolean;
  /** Undefined too where the environment does not send payloads. */
  singleSignOn?: SingleSignOn | undefined;
}

/** What the simulated UEM environment knows. */
export interface UemTenant {
  readonly users: UemUser[];
  readonly devices: UemDevice[];
  readonly profiles: UemProfile[];
  /** State of a profile on a device, by `device/profile` numbers: 3 installed, 0 and 1 not installed, 6 failed. */
  readonly states: Map<string, number>;
  readonly groupId: number;
  readonly credentials: {
    readonly userName: string;
    readonly password: string;
    readonly tenantCode: string;
    readonly clientId: string;
    readonly clientSecret: string;
    valid: boolean;
  };
}
