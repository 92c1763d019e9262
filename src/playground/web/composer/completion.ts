/** What the composer offers while one types: commands, people, channels, emoji. Pure. */

type CompletionKind = 'command' | 'user' | 'channel' | 'emoji';

export interface Trigger {
  readonly kind: CompletionKind;
  /** What was typed after the mark, in lower case. */
  readonly typed: string;
  /** Where the mark stands in the text. */
  readonly from: number;
  /** The caret. */
  readonly to: number;
}

const MARKS: Readonly<Record<string, CompletionKind>> = { '@': 'user', '#': 'channel', ':': 'emoji' };
// Longer than any name; also keeps the look back from the caret short in a pasted log.
const LONGEST = 60;

/** What is being typed at the caret; `undefined` when it is ordinary text. */
export function findTrigger(text: string, caret: number): Trigger | undefined {
  const before = text.slice(Math.max(0, caret - LONGEST), caret);
  const start = caret - before.length;
  if (start === 0 && /^\/[a-z0-9_-]*$/i.test(before)) {
    return { kind: 'command', typed: before.toLowerCase(), from: 0, to: caret };
  }
  const word = /(?:^|[\s(])([@#:])([\p{L}\p{N}._+-]*)$/u.exec(before);
  const kind = MARKS[word?.[1] ?? ''];
  if (word === null || kind === undefined) return undefined;
  const typed = (word[2] ?? '').toLowerCase();
  // One colon is punctuation far more often than an emoji.
  if (kind === 'emoji' && typed.length < 2) return undefined;
  return { kind, typed, from: caret - typed.length - 1, to: caret };
}

/** The text with the trigger's word replaced, and where the caret goes. */
export function complete(
  text: string,
  trigger: Trigger,
  insert: string,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(trigger.to);
  const spaced = rest.startsWith(' ') ? insert : `${insert} `;
  const caret = trigger.from + insert.length + 1;
  return { text: text.slice(0, trigger.from) + spaced + rest, caret };
}

/** Those whose words begin with what was typed, then those that contain it. */
export function rank<T>(items: readonly T[], typed: string, words: (item: T) => readonly string[], limit: number): T[] {
  const scored = items.flatMap((item) => {
    const lower = words(item).map((word) => word.toLowerCase());
    if (lower.some((word) => word.startsWith(typed))) return [{ item, score: 0 }];
    return lower.some((word) => word.includes(typed)) ? [{ item, score: 1 }] : [];
  });
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, limit)
    .map(({ item }) => item);
}
