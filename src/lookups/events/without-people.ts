/**
 * A system's text without what differs from one person to the next: `names`, addresses, ids and numbers are `…`. Numbers
 * of three digits stay, since those are status codes and part of texts such as `404.idp.not.found`. Pure; linear time.
 */
export function withoutPeople(text: string, names: readonly (string | undefined)[]): string {
  return withoutIds(withoutNames(text, names));
}

function withoutNames(text: string, names: readonly (string | undefined)[]): string {
  const known = new Set(
    names
      .flatMap((name) => (name === undefined ? [] : [name, name.slice(0, Math.max(0, name.indexOf('@')))]))
      .filter((name) => name.length >= 2)
      .map((name) => name.toLowerCase()),
  );
  let result = text;
  // The longer one first: the short name is the beginning of the login.
  for (const name of [...known].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
    result = withoutName(result, name);
  }
  return result;
}

/** Whole words only: a colleague called An must not take letters out of every text. */
function withoutName(text: string, name: string): string {
  const lower = text.toLowerCase();
  // Lower case is longer than the text for a few letters; then places in the two differ.
  if (lower.length !== text.length) return text;
  let result = '';
  let from = 0;
  for (let at = lower.indexOf(name); at !== -1; at = lower.indexOf(name, at + name.length)) {
    const isWhole = !isWordAt(text, at - 1) && !isWordAt(text, at + name.length);
    if (!isWhole) continue;
    result += `${text.slice(from, at)}…`;
    from = at + name.length;
  }
  return result + text.slice(from);
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}_]/u.test(text[at] ?? '');
}

function withoutIds(text: string): string {
  return (
    text
      // Words in one run of what addresses, ids and numbers are made of; each is looked at once.
      .replace(/[\p{L}\p{N}@_:/+-][\p{L}\p{N}@._:/+-]*/gu, (word) => (isPersonal(word) ? '…' : word))
      .replace(/…(?:[\s,]{0,3}…)+/g, '…')
  );
}

function isPersonal(word: string): boolean {
  if (word.includes('@')) return true;
  return /\d/.test(word) && !/^(?:\d{3}[.:]?$|\d{3}[._]\p{L}|E\d{7}[.:]?$)/u.test(word);
}
