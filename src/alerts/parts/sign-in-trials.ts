import type { AlertEvent } from '../event.js';
import type { RuleContext } from '../rule.js';
import type { Comer } from './crowd.js';
import { deviceFailure } from './device-failure.js';
import { failureText } from './failure-text.js';

/** Somebody who tried to sign in, and what they failed with if they did. */
export interface Trial extends Comer {
  readonly text?: string;
  readonly articleId?: string | undefined;
}

/** What an event says about somebody's sign-in; nothing for other events, and for those before `counts`. */
export function trialsOf(
  event: AlertEvent,
  counts: number,
  { now, articleFor }: Pick<RuleContext, 'now' | 'articleFor'>,
): Trial[] {
  const { personId, login, failed, articleId } = event;
  // A clock that is ahead: what is to come is now.
  const at = Math.min(event.at, now);
  if (personId === undefined || at < counts || !isSignIn(event)) return [];
  if (!failed) return [{ personId, at }];
  if (deviceFailure(event, articleFor) !== undefined) return [];
  return [{ personId, at, login, text: failureText(event), articleId }];
}

const oktaSteps =
  /^(?:user\.(?:session\.start|authentication\.)|policy\.evaluate_sign_on$|application\.policy\.sign_on\.|app\.generic\.unauth)/;

/** Whether an event is somebody's sign-in. Of its steps only failures: one that succeeds says nothing about the whole. */
export function isSignIn({ system, type, failed }: AlertEvent): boolean {
  if (system === 'access') return failed || type === 'LOGIN';
  return failed ? oktaSteps.test(type) : type === 'user.session.start';
}
