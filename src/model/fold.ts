/**
 * The letters and digits of a text in lower case, nothing else: what two texts have in common when case, quotes,
 * dashes, spaces, line breaks and other punctuation are ignored. Accents are kept apart from their letters and dropped.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
