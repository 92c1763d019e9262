/** Which addresses the page makes clickable. */

const FOLLOWED = new Set(['http:', 'https:', 'mailto:']);

/** The address when it is http, https or mailto; `undefined` for anything else (`javascript:`, `data:`, relative, broken). */
export function safeHref(address: string): string | undefined {
  // Asked first: nearly every word offered is no address, and a thrown error for each would cost more than the parse.
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return FOLLOWED.has(url.protocol) ? url.href : undefined;
}

/** The address of a picture when the page may load it: http, https, or a path on the playground's own server. */
export function safeImage(address: string): string | undefined {
  if (address.startsWith('/') && !address.startsWith('//') && !address.includes('\\')) return address;
  const href = safeHref(address);
  return href?.startsWith('http') ? href : undefined;
}

// What Slack's own client leaves outside of a pasted address.
const TRAILING = new Set(['.', ',', ';', ':', '!', '?', '"', "'", '*', '_', '~', '`', ')', ']', '}']);

/** Cuts the punctuation that ends a sentence, not an address; a closing bracket stays when the address opened it. */
export function trimAddress(address: string): string {
  let end = address.length;
  let open = 0;
  for (const char of address) open += char === '(' ? 1 : char === ')' ? -1 : 0;
  while (end > 0 && TRAILING.has(address.charAt(end - 1))) {
    if (address.charAt(end - 1) === ')') {
      if (open >= 0) break;
      open += 1;
    }
    end -= 1;
  }
  return address.slice(0, end);
}
