import { productNames } from '../../model/system.js';
import type { ArticleOf } from '../events/articles.js';
import type { Happening } from '../events/happening.js';
import type { Inquiry } from '../inquiry.js';
import { clipped, moment } from '../wording/time.js';
import { type Finding, finding, type ranks } from './finding.js';

/** What the failures that still stand say about the cause: the newest that is understood, else the first. */
export function eventFindings(
  who: string,
  failing: readonly Happening[],
  nameless: readonly Happening[],
  articleOf: ArticleOf,
  causeOf: Inquiry['causeOf'],
): Finding[] {
  const understood = failing.findLast((happening) => articleOf(happening) !== undefined);
  const [first] = failing;
  const findings: Finding[] = [];
  if (understood !== undefined) {
    const kind = understood.kind === 'okta provisioning' ? 'provisioning' : 'understoodEvent';
    const means = `That is what ${who}’s failed ${whatOf(understood)} means.`;
    findings.push(
      eventFinding(kind, understood, articleOf(understood), { causeOf, means, plain: sentence(who, understood) }),
    );
  } else if (first !== undefined) {
    findings.push(finding('event', sentence(who, first)));
  }
  const unnamed = nameless.findLast((happening) => articleOf(happening) !== undefined);
  if (unnamed !== undefined) {
    const means = `That is what a failed sign-in means that names nobody and may be ${who}’s.`;
    const plain = `A sign-in that names nobody, and may be ${who}’s, failed in ${productNames.access}: ${unnamed.text}`;
    findings.push(eventFinding('namelessEvent', unnamed, articleOf(unnamed), { causeOf, means, plain }));
  }
  return findings;
}

/** How an event is told: by the cause that its article names, or where none is known by its own text. */
interface Telling {
  readonly causeOf: Inquiry['causeOf'];
  /** What the cause was taken from: nothing but the event's text has been compared with it. */
  readonly means: string;
  readonly plain: string;
}

function eventFinding(
  kind: keyof typeof ranks,
  happening: Happening,
  articleId: string | undefined,
  { causeOf, means, plain }: Telling,
): Finding {
  const cause = articleId === undefined ? undefined : causeOf(articleId);
  if (cause === undefined) return finding(kind, plain, articleId);
  return finding(kind, `${clipped(cause, 400)} ${means}`, articleId, inItsWords(happening));
}

/** An event on one line, where it is named as what something rests on. */
function inItsWords({ system, at, text }: Happening): string {
  return `${productNames[system]}, ${moment(at)}: ${causeIn(text)}`;
}

function sentence(who: string, happening: Happening): string {
  const { kind, system, text, at } = happening;
  const what =
    kind === 'okta provisioning'
      ? `Provisioning ${who} failed`
      : isSignIn(happening)
        ? `${who}’s sign-in failed`
        : `A step of ${who}’s failed`;
  return `${what} in ${productNames[system]} at ${moment(at)}: ${causeIn(text)}`;
}

/** What it was that failed, said after a name. */
function whatOf(happening: Happening): string {
  if (happening.kind === 'okta provisioning') return 'provisioning';
  return isSignIn(happening) ? 'sign-in' : 'step';
}

function isSignIn({ kind }: Happening): boolean {
  return /^(okta (sign-in|device trust)|access LOGIN)/.test(kind);
}

/** What the other side said, where Okta tells the whole story before it (reference: okta-api.md, 2.7). */
export function causeIn(text: string): string {
  return text.split('Errors reported by remote server:').at(-1)?.trim() || text;
}
