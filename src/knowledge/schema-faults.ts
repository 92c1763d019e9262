import type { core } from 'zod';

type Issue = core.$ZodIssue;

/** One thing a schema found wrong: where, as keys and indexes from the top, and a sentence. */
export interface SchemaFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What zod found, one fault a place: unknown fields each at their own place, and of a choice the part that was meant. */
export function schemaFaults(issues: readonly Issue[]): SchemaFault[] {
  return issues.flatMap((issue): SchemaFault[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        message: `There is no field \`${key}\` here; check its spelling and indentation.`,
      }));
    }
    if (issue.code === 'invalid_union') return unionFaults(issue);
    const name = issue.path.map(String).join('.');
    if (issue.message.endsWith('received undefined')) return [{ path: issue.path, message: `\`${name}\` is missing.` }];
    return [{ path: issue.path, message: `${name === '' ? '' : `\`${name}\`: `}${issue.message}.` }];
  });
}

/** When the value has the shape of only one branch, what is wrong there; else that no branch fits. */
function unionFaults(issue: core.$ZodIssueInvalidUnion): SchemaFault[] {
  const meant = issue.errors.filter((branch) =>
    branch.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  const branch = [...meant].sort((a, b) => a.length - b.length)[0];
  if (branch !== undefined)
    return schemaFaults(branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })));
  const wanted = [...new Set(issue.errors.flat().map(({ message }) => message.replace(/^Invalid input: /, '')))];
  return [{ path: issue.path, message: `\`${issue.path.map(String).join('.')}\`: ${wanted.join(', or ')}.` }];
}
