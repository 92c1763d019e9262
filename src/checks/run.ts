import { type Inquiry, startInquiry } from '../lookups/inquiry.js';
import type { LookupContext } from '../lookups/lookup.js';
import { knownNames } from '../lookups/person/known-names.js';
import { readName } from '../lookups/person/name.js';
import { resolveInOkta } from '../lookups/person/resolve.js';
import { clipped } from '../lookups/wording/time.js';
import type { CheckEvidence, CheckOptions, CheckResult, CheckRun } from '../model/check.js';
import type { SystemProblem } from '../model/evidence.js';
import type { Log } from '../model/log.js';
import type { PersonChoice } from '../model/lookup.js';
import { type Check, NotSeen, unknown, type Verdict } from './check.js';
import type { Look, Subject } from './look.js';
import type { Readings } from './readings.js';
import type { Origin } from './source.js';

/** What checks are run with. */
export interface CheckContext extends Omit<LookupContext, 'causeOf'> {
  readonly readings: Readings;
  readonly log: Log;
}

/** Why a check of a person saw nothing. */
const nobodyNamed = 'This depends on the person: name one, with the command diagnose and an e-mail address.';
const heldBack = 'This depends on the person, about whom nothing is read where others read along.';

/**
 * Runs checks side by side: the door around all of them. Whatever keeps a check from seeing becomes `unknown` with the
 * reason; an error of its own too, and the log has it. Rejects with `UserError` `bad-input` for a name that cannot be one.
 */
export async function runChecks(
  checks: readonly Check[],
  context: CheckContext,
  options: CheckOptions,
): Promise<CheckRun> {
  const inquiry = startInquiry(context, {});
  // All checks of a run share what they read, however long it takes.
  const since = context.now() - options.maxAgeMs;
  try {
    const found = options.who === undefined ? undefined : await subjectOf(inquiry, options.who);
    if (found?.kind === 'several') return found;
    options.onStart?.(checks.length);
    const whom = { subject: found?.subject, unnamed: options.isPersonHeldBack ? heldBack : nobodyNamed };
    const run = async (check: Check): Promise<CheckResult> => {
      const result = await runCheck(check, inquiry, whom, context, since);
      options.onResult?.(result);
      return result;
    };
    return { kind: 'ran', results: await Promise.all(checks.map(run)) };
  } finally {
    inquiry.end();
  }
}

async function subjectOf(
  inquiry: Inquiry,
  who: string,
): Promise<{ kind: 'one'; subject: Subject } | { kind: 'several'; choices: readonly PersonChoice[] }> {
  const name = readName(who);
  const person = await resolveInOkta(inquiry, name);
  if (person.isRead && person.value.kind === 'several') return { kind: 'several', choices: person.value.choices };
  const okta = person.isRead && person.value.kind === 'one' ? person.value.user : undefined;
  return { kind: 'one', subject: { name, okta, names: knownNames(name, okta) } };
}

async function runCheck(
  check: Check,
  inquiry: Inquiry,
  { subject, unnamed }: { readonly subject: Subject | undefined; readonly unnamed: string },
  { readings, log, understand, settings, now }: CheckContext,
  since: number,
): Promise<CheckResult> {
  const evidence: CheckEvidence[] = [];
  const errors: SystemProblem[] = [];
  const readAt = new Map<string, number>();
  const look: Look = {
    now: now(),
    settings,
    understand,
    subject,
    async at(source, ...args) {
      const answer = await inquiry.ask(source.system, (client) => readings.read(source, client, args, since));
      if (!answer.isRead) {
        errors.push(answer.problem);
        throw new NotSeen(answer.problem.message);
      }
      readAt.set(source.id, answer.value.at);
      return answer.value.value;
    },
    soon(source, ...args) {
      // What comes of it is for `at` to say: it shares this read.
      void inquiry.ask(source.system, (client) => readings.read(source, client, args, since));
    },
    saw({ id, system, call, right, where }: Origin, what, value) {
      const at = new Date(readAt.get(id) ?? now()).toISOString();
      evidence.push({ system, what, value: clipped(value, 400), readAt: at, call, right, where });
    },
  };
  const { outcome, said, articleId, isAhead } = await conclude();
  const { id, states, shows } = check;
  return {
    check: id,
    states,
    outcome,
    said,
    shows,
    ...(isAhead === undefined ? {} : { isAhead }),
    ...(articleId === undefined ? {} : { articleId }),
    evidence,
    errors,
  };

  async function conclude(): Promise<Verdict> {
    if (check.about === 'person' && subject === undefined) return unknown(unnamed);
    try {
      return await check.run(look);
    } catch (error) {
      if (error instanceof NotSeen) return unknown(error.message);
      log.error('A check stopped on an error of its own', { check: check.id, error });
      return unknown('This check stopped on an error of its own; the log has it. Look in the console instead.');
    }
  }
}
