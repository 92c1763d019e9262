import type { Reply } from '../desk/reply.js';
import { UserError } from '../model/errors.js';
import type { LookupResult, LookupStatus } from '../model/evidence.js';
import { productNames, products } from '../model/system.js';
import { type ExitCode, exitCodes } from './exit-codes.js';

/** What a status means for a script. */
export const exitCodeOf: Readonly<Record<LookupStatus, ExitCode>> = {
  ok: exitCodes.ran,
  finding: exitCodes.foundWrong,
  partial: exitCodes.unreadable,
  unreadable: exitCodes.unreadable,
};

/** The public fields of what `--json` prints where no live system was asked. */
export const nothingRead = { status: 'unreadable', evidence: [] } as const satisfies Partial<LookupResult>;

/** The reply; a refusal is thrown: it is a mistake in the line, like those of the command line itself. */
export async function answered(asking: Promise<Reply>): Promise<Exclude<Reply, { readonly kind: 'notice' }>> {
  const reply = await asking;
  if (reply.kind === 'notice') throw new UserError('bad-input', reply.text);
  return reply;
}

/** What `--json` prints where the live systems could not be asked: the public fields, with the reason. */
export function notAsked({ code, message }: UserError) {
  const errors =
    code === 'not-configured'
      ? products.map((system) => ({
          system,
          code,
          message: `wo-okta is not connected to ${productNames[system]}. ${message}`,
        }))
      : [{ system: null, code, message }];
  return { ...nothingRead, summary: message, errors };
}
