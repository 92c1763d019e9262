/** What a name looks like, in words that give nothing of the name away: it may be anything that somebody typed. */
export function nameShape(name: string): string {
  const text = name.trim();
  if (text === '') return 'nothing at all';
  if (/^CN=/i.test(text)) return 'a distinguished name (CN=…)';
  if (text.includes('\\')) return 'a Windows name (DOMAIN\\name)';
  if (/^[^@\s]{1,256}@[^@\s]{1,256}$/.test(text)) return 'a name with an @, such as an e-mail address or UPN';
  if (/^[0-9a-f-]{32,38}$/i.test(text)) return 'an id';
  if (/^\d{1,40}$/.test(text)) return 'a number';
  return /[\s@]/.test(text) ? 'no user name at all' : 'a short name without @';
}
