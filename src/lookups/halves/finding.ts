/** Something wrong that was found, for the line at the top. */
export interface Finding {
  /** The lower, the nearer to the root: what explains the others comes first. */
  readonly rank: number;
  /** A whole sentence about the person or the set-up, in words for a helpdesk. */
  readonly text: string;
  readonly articleId?: string;
  /** The event that the sentence explains, in the system's own words. */
  readonly because?: string;
}

/**
 * The order of causes: who may not sign in at all; the set-up; the person's account on the other side; the device; what
 * only the events show.
 */
export const ranks = {
  status: 10,
  blocked: 12,
  issuer: 20,
  provisioning: 21,
  notAssigned: 22,
  accessAccount: 23,
  sentName: 24,
  loop: 25,
  methods: 25,
  principalName: 26,
  ssoProfile: 27,
  understoodEvent: 28,
  names: 33,
  event: 35,
  device: 40,
  namelessEvent: 45,
} as const;

/** A finding. */
export function finding(kind: keyof typeof ranks, text: string, articleId?: string, because?: string): Finding {
  return {
    rank: ranks[kind],
    text,
    ...(articleId === undefined ? {} : { articleId }),
    ...(because === undefined ? {} : { because }),
  };
}
