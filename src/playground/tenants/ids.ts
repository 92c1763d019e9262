import { createHash } from 'node:crypto';

const hash = (name: string): string => createHash('sha256').update(name).digest('hex');

/**
 * An id as Okta's look: a prefix for the kind (`00u`, `0oa` …) and 20 characters in all, the first letters of the name
 * among them. The same name, the same id.
 */
export const oktaId = (prefix: string, name: string): string =>
  `${prefix}${name.replace(/[^a-z0-9]/gi, '').slice(0, 8)}${hash(prefix + name)}`.slice(0, 20);

/** A UUID that is the same for the same name. */
export const uuid = (name: string): string => {
  const hex = hash(name);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
};
