import type { Intent } from '../model/intent.js';
import { extractEntities } from './entities.js';

/** Finds the error codes in a text that no text of the knowledge has. */
export type FindUnknownCodes = (text: string) => readonly string[];

/** A status such as 400 says little and is in many texts: it is no code that one knows or does not. */
const isStatus = /^\d+$/;

/** Builds the finder. `texts` are asked for with the first code that comes: most messages have none. */
export function unknownCodeFinder(texts: () => readonly string[]): FindUnknownCodes {
  let knowledge: string | undefined;
  return (text) => {
    const codes = extractEntities(text).errorCodes.filter((code) => !isStatus.test(code));
    if (codes.length === 0) return codes;
    knowledge ??= texts().join('\n').toLowerCase();
    const known = knowledge;
    return codes.filter((code) => !hasWord(known, code.toLowerCase()));
  };
}

/** The texts by which intents know error codes. Talk that is none of our business knows none. */
export function textsOf(intents: Iterable<Intent>): string[] {
  return [...intents].flatMap(({ leadsTo, signatures, examples, vague }) =>
    leadsTo === 'nothing' ? [] : [...signatures.map(({ text }) => text), ...examples, ...vague.map(({ text }) => text)],
  );
}

/** A text without these codes. */
export function withoutCodes(text: string, codes: readonly string[]): string {
  return codes.reduce((rest, code) => rest.replaceAll(code, ' '), text);
}

/** Whether a code is in a text, and not as part of a longer one. */
function hasWord(text: string, code: string): boolean {
  const isPart = (at: number) => /\w/.test(text.charAt(at));
  for (let at = text.indexOf(code); at !== -1; at = text.indexOf(code, at + 1)) {
    if (!isPart(at - 1) && !isPart(at + code.length)) return true;
  }
  return false;
}
