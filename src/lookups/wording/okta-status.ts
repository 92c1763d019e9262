/** What a user's status in Okta means to a helpdesk. */
export interface OktaStatusMeaning {
  readonly name: string;
  /** Said after the person's name: "is locked out of Okta". */
  readonly state: string;
  /** What to do about it, said after a colon. */
  readonly remedy: string;
  /** Undefined for a status that the bot does not know. */
  readonly canSignIn: boolean | undefined;
}

const meanings: Readonly<Record<string, OktaStatusMeaning>> = {
  ACTIVE: { name: 'active', state: 'is active in Okta', remedy: 'nothing to do', canSignIn: true },
  STAGED: {
    name: 'staged',
    state: 'was created in Okta but never activated',
    remedy: 'activate the account',
    canSignIn: false,
  },
  PROVISIONED: {
    name: 'pending user action',
    state: 'has not finished setting up the Okta account',
    remedy: 'resend the activation e-mail',
    canSignIn: false,
  },
  RECOVERY: {
    name: 'password reset under way',
    state: 'is in the middle of an Okta password reset',
    remedy: 'let them finish it or send a new link',
    canSignIn: false,
  },
  PASSWORD_EXPIRED: {
    name: 'password expired',
    state: 'has an expired Okta password',
    remedy: 'they must set a new one at the next sign-in',
    canSignIn: false,
  },
  LOCKED_OUT: {
    name: 'locked out',
    state: 'is locked out of Okta after too many failed sign-ins',
    remedy: 'unlock the account',
    canSignIn: false,
  },
  SUSPENDED: {
    name: 'suspended',
    state: 'is suspended in Okta by an administrator',
    remedy: 'unsuspend the account if that was not meant',
    canSignIn: false,
  },
  DEPROVISIONED: {
    name: 'deactivated',
    state: 'is deactivated in Okta',
    remedy: 'reactivate the account if they still work here',
    canSignIn: false,
  },
};

/** The meaning of a status; one that Okta has added since is passed on as it is. */
export function oktaStatusMeaning(status: string): OktaStatusMeaning {
  return (
    meanings[status] ?? {
      name: status,
      state: `has the Okta status ${status}, which the bot does not know`,
      remedy: `look in the Okta Admin Console`,
      canSignIn: undefined,
    }
  );
}

/** `locked out`, as the console calls it. */
export function oktaStatusName(status: string): string {
  return oktaStatusMeaning(status).name;
}
