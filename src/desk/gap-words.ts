import type { Gap, ProposedExample } from './gaps.js';

/** How often something was asked, and by how many. */
export function frequencyOf({ times, people, handedOver }: Pick<Gap, 'times' | 'people' | 'handedOver'>): string {
  const asked = `asked ${timesOf(times)} by ${people === 1 ? 'one person' : `${people} people`}`;
  return handedOver === 0 ? asked : `${asked}, handed over ${timesOf(handedOver)}`;
}

/** The articles that did not help, by the names the surface gives them; and what follows where one was the right one. */
export function triedLine({ isKnown }: Pick<Gap, 'isKnown'>, names: readonly string[]): string {
  const what = `Did not help: ${names.join(', ')}`;
  return isKnown
    ? `${what}. Its error text was recognised: the article lacks a cause, or this needs one of its own.`
    : what;
}

/** Why somebody should look at a proposed example. */
export const reasons: Readonly<Record<ProposedExample['because'], string>> = {
  unknown: 'It was not recognised; somebody then found this article.',
  'not-solved': 'Another article did not help; this one was found then.',
  asked: 'The bot had to ask; this was chosen, and it solved it.',
};

/** What a list of so many gaps is headed by. */
export function gapsHeading(count: number): string {
  if (count === 0) return 'No gap is open.';
  return count === 1 ? 'One gap is open.' : `${count} gaps are open.`;
}

/** What else there is to say below a list: what is not in it, and why. */
export function besidesOf({ answered, older }: { readonly answered: number; readonly older: number }): string[] {
  return [
    ...(older === 0 ? [] : [`${countOf(older, 'older question')} not compared yet.`]),
    ...(answered === 0 ? [] : [`${countOf(answered, 'question')} since answered by the articles.`]),
  ];
}

function timesOf(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function countOf(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
