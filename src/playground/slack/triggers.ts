import type { Clock } from './clock.js';
import { SlackError } from './slack-error.js';

const TRIGGER_TTL = 3_000;
/** Remembered longer than they are good for, to tell "expired" from "invalid". */
const REMEMBERED = 600_000;

/** `trigger_id`s: proof that a person did something just now, which opening a view needs. */
export interface Triggers {
  issue(user: string): string;
  /** The person behind it. Throws `SlackError` when it is unknown, used, or older than three seconds. */
  redeem(trigger: string): string;
}

/** An empty set of triggers. */
export const createTriggers = (clock: Clock, uuid: () => string): Triggers => {
  const issued = new Map<string, { readonly user: string; readonly expires: number; used: boolean }>();
  return {
    issue(user) {
      for (const [old, { expires }] of issued) if (expires + REMEMBERED <= clock.now()) issued.delete(old);
      const trigger = `${clock.now()}.${uuid()}`;
      issued.set(trigger, { user, expires: clock.now() + TRIGGER_TTL, used: false });
      return trigger;
    },
    redeem(trigger) {
      const found = issued.get(trigger);
      if (found === undefined) throw new SlackError('invalid_trigger_id');
      if (found.used) throw new SlackError('exchanged_trigger_id');
      if (found.expires <= clock.now()) throw new SlackError('expired_trigger_id');
      found.used = true;
      return found.user;
    },
  };
};
