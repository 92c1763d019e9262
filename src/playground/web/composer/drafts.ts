/** What was typed and not sent, by place, for as long as the page is open. */

const drafts = new Map<string, string>();

/** The draft of a channel or thread; `''` for none. */
export function readDraft(place: string): string {
  return drafts.get(place) ?? '';
}

export function saveDraft(place: string, text: string): void {
  if (text === '') drafts.delete(place);
  else drafts.set(place, text);
}
