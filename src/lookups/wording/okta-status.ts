/** What a user's status in Okta means to a helpdesk. */
export interface OktaStatusMeaning {
  readonly name: string;
  /** A clause without a stop, said after the person's name: "is locked out of Okta …". */
  readonly sentence: string;
  readonly canSignIn: boolean;
}

const meanings: Readonly<Record<string, OktaStatusMeaning>> = {
  ACTIVE: { name: 'active', sentence: 'is active in Okta', canSignIn: true },
  STAGED: {
    name: 'staged',
    sentence: 'was created in Okta but never activated: activate the account',
    canSignIn: false,
  },
  PROVISIONED: {
    name: 'pending user action',
    sentence: 'has not finished setting up the Okta account: resend the activation e-mail',
    canSignIn: false,
  },
  RECOVERY: {
    name: 'password reset under way',
    sentence: 'is in the middle of an Okta password reset: let them finish it or send a new link',
    canSignIn: false,
  },
  PASSWORD_EXPIRED: {
    name: 'password expired',
    sentence: 'has an expired Okta password: they must set a new one at the next sign-in',
    canSignIn: false,
  },
  LOCKED_OUT: {
    name: 'locked out',
    sentence: 'is locked out of Okta after too many failed sign-ins: unlock the account',
    canSignIn: false,
  },
  SUSPENDED: {
    name: 'suspended',
    sentence: 'is suspended in Okta by an administrator: unsuspend the account if that was not meant',
    canSignIn: false,
  },
  DEPROVISIONED: {
    name: 'deactivated',
    sentence: 'is deactivated in Okta: reactivate the account if they still work here',
    canSignIn: false,
  },
};

/** The meaning of a status; one that Okta has added since is passed on as it is. */
export function oktaStatusMeaning(status: string): OktaStatusMeaning {
  return (
    meanings[status] ?? {
      name: status,
      sentence: `has the Okta status ${status}, which the bot does not know: look in the Okta Admin Console`,
      canSignIn: true,
    }
  );
}

/** `locked out`, as the console calls it. */
export function oktaStatusName(status: string): string {
  return oktaStatusMeaning(status).name;
}
