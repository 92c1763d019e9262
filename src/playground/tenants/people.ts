import { oktaId, uuid } from './ids.js';

/** The company's domain in all three systems. */
export const companyDomain = 'acme.example';

/** Someone at Acme, the same in Okta, Workspace ONE Access and UEM. */
export interface Person {
  /** Active Directory's sAMAccountName: the user name in Access and UEM. */
  readonly short: string;
  readonly firstName: string;
  readonly lastName: string;
  /** The login and e-mail in Okta, the user principal name in Access. */
  readonly email: string;
  /** The domain of the user's directory in Access. */
  readonly domain: string;
  readonly oktaId: string;
  readonly accessUuid: string;
  /** Access's number for the user, as audit events name it. */
  readonly accessNumber: number;
  readonly uemNumber: number;
  readonly uemUuid: string;
  /** What is enrolled in UEM. */
  readonly device: 'iphone' | 'android' | 'none';
}

const person = (
  short: string,
  firstName: string,
  lastName: string,
  number: number,
  device: Person['device'],
  domain = companyDomain,
): Person => ({
  short,
  firstName,
  lastName,
  email: `${short}@${domain}`,
  domain,
  oktaId: oktaId('00u', `${short}${domain === companyDomain ? '' : domain.slice(0, 3)}`),
  accessUuid: uuid(`access user ${short}@${domain}`),
  accessNumber: 40 + number,
  uemNumber: 500 + number,
  uemUuid: uuid(`uem user ${short}@${domain}`),
  device,
});

/** Ann Ace: the colleague whose sign-in is looked at in most scenarios. */
export const ann = person('ann', 'Ann', 'Ace', 1, 'iphone');
export const ben = person('ben', 'Ben', 'Cruz', 2, 'iphone');
export const carla = person('carla', 'Carla', 'Russo', 3, 'android');
export const jane = person('jdoe', 'Jane', 'Doe', 4, 'iphone');
/** Locked out of Okta after too many wrong passwords. */
export const erik = person('erik', 'Erik', 'Holm', 5, 'iphone');
/** Left the company: deactivated in Okta, gone from Access and UEM. */
export const dora = person('dora', 'Dora', 'Lind', 6, 'none');
/** John Doe of the contractors: shares the short name `jdoe` with Jane. Only in the scenario of several matches. */
export const john = person('jdoe', 'John', 'Doe', 7, 'none', 'contractors.example');
/** The administrator who set the integration up and owns the token of Workspace ONE. */
export const admin = person('irma', 'Irma', 'Vogel', 8, 'none');

/** Everybody in the healthy tenants. */
export const people: readonly Person[] = [ann, ben, carla, jane, erik, dora, admin];

/** `Ann Ace` */
export const fullName = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`;

/** Nina Berg: started yesterday. Only in the scenarios of provisioning, as are the two who started with her. */
export const nina = person('nina', 'Nina', 'Berg', 9, 'none');
export const omar = person('omar', 'Omar', 'Said', 10, 'none');
export const pia = person('pia', 'Pia', 'Lund', 11, 'none');

/** The fourteen of the branch office, with a managed iPhone each. Only in the scenario of the storm. */
export const branchOffice: readonly Person[] = (
  [
    ['amir', 'Amir', 'Haddad'],
    ['bea', 'Bea', 'Nowak'],
    ['chen', 'Chen', 'Wei'],
    ['dilek', 'Dilek', 'Aydin'],
    ['eva', 'Eva', 'Novak'],
    ['femi', 'Femi', 'Okoro'],
    ['greta', 'Greta', 'Lang'],
    ['hugo', 'Hugo', 'Roux'],
    ['ines', 'Ines', 'Costa'],
    ['jonas', 'Jonas', 'Weber'],
    ['kira', 'Kira', 'Sato'],
    ['leo', 'Leo', 'Marin'],
    ['mina', 'Mina', 'Park'],
    ['nils', 'Nils', 'Dahl'],
  ] as const
).map(([short, firstName, lastName], place) => person(short, firstName, lastName, 20 + place, 'iphone'));
