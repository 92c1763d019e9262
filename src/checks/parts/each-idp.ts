import type { OktaIdentityProvider } from '../../connectors/okta/index.js';
import { fail, failSoon, pass, unknown, type Verdict } from '../check.js';
import { idpsNamed } from './workspace-one-idp.js';

/** What holds of one identity provider: `right`, or what is wrong with it, or why that cannot be told. */
export type IdpFinding =
  | { readonly right: string }
  | { readonly wrong: string; readonly isAhead?: true }
  | { readonly untold: string };

/**
 * The verdict on all of them. Where only some are wrong nobody knows which of them people are sent to, and one may be
 * another tenant's on purpose. `articleId`: what mends it.
 */
export function eachIdp(
  idps: readonly OktaIdentityProvider[],
  judge: (idp: OktaIdentityProvider) => IdpFinding,
  articleId?: string,
): Verdict {
  const findings = idps.map((idp) => ({ idp, ...judge(idp) }));
  const untold = findings.find((one) => 'untold' in one);
  const wrong = findings.find((one) => 'wrong' in one);
  const right = findings.find((one) => 'right' in one);
  if (wrong !== undefined && right === undefined && untold === undefined)
    return wrong.isAhead ? failSoon(wrong.wrong, articleId) : fail(wrong.wrong, articleId);
  if (wrong !== undefined) {
    const others = findings.filter((one) => !('wrong' in one)).map(({ idp }) => idp);
    return unknown(`${wrong.wrong} It is not so for ${idpsNamed(others)}: see which of them the routing rules use.`);
  }
  if (untold !== undefined) return unknown(untold.untold);
  return pass(right?.right ?? '');
}
