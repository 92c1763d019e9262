import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

const pointer = (path: readonly PropertyKey[]): string => `[json-pointer:/${path.map(String).join('/')}]`;

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'must provide a string',
  number: 'must provide a number',
  int: 'must provide an integer',
  boolean: 'must be a boolean',
  array: 'must provide an array',
  object: 'must provide an object',
};

const at = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );

const unit = (origin: string): string => (origin === 'string' ? 'characters' : 'items');

/** Slack's words for one fault of the data. Where they are known from its answers, they are the same. */
const describe = (issue: Issue, root: unknown, prefix: readonly PropertyKey[]): readonly string[] => {
  const path = [...prefix, ...issue.path];
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'string')
        return [`must be less than ${Number(issue.maximum) + 1} characters ${pointer(path)}`];
      if (issue.origin === 'array') return [`no more than ${issue.maximum} items allowed ${pointer(path)}`];
      return [`must be less than ${Number(issue.maximum) + 1} ${pointer(path)}`];
    case 'too_small':
      if (issue.origin === 'number') return [`must be more than ${Number(issue.minimum) - 1} ${pointer(path)}`];
      return [`must be more than ${Number(issue.minimum) - 1} ${unit(issue.origin)} ${pointer(path)}`];
    case 'unrecognized_keys':
      return issue.keys.map((key) => `invalid additional property: ${key} ${pointer(path)}`);
    case 'invalid_type': {
      if (at(root, issue.path) === undefined) {
        return [`missing required field: ${String(path.at(-1) ?? 'value')} ${pointer(path.slice(0, -1))}`];
      }
      return [`${EXPECTED[issue.expected] ?? `must provide a ${issue.expected}`} ${pointer(path)}`];
    }
    case 'invalid_union': {
      const given = at(root, issue.path);
      if (issue.path.at(-1) === 'type') {
        if (given === undefined) return [`missing required field: type ${pointer(path.slice(0, -1))}`];
        return [`unsupported type: ${String(given).slice(0, 100)} ${pointer(path)}`];
      }
      if (given === undefined) return [`missing required field: ${String(path.at(-1))} ${pointer(path.slice(0, -1))}`];
      return [`failed to match all allowed schemas ${pointer(path)}`];
    }
    case 'invalid_value':
      if (at(root, issue.path) === undefined) {
        return [`missing required field: ${String(path.at(-1))} ${pointer(path.slice(0, -1))}`];
      }
      return [`must be a valid enum value ${pointer(path)}`];
    default:
      return [`${issue.message} ${pointer(path)}`];
  }
};

/** All faults of `root` as Slack words them, each with its place below `prefix`. */
export const faultsOf = (error: z.ZodError, root: unknown, prefix: readonly PropertyKey[]): readonly string[] =>
  error.issues.flatMap((issue) => describe(issue, root, prefix));
