import porterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** What stands for any named person, so that "jdoe" and "ann@acme.example" read alike. */
const userToken = 'someuser';

const entityPatterns: readonly { readonly pattern: RegExp; readonly token: string }[] = [
  { pattern: /<@[UW][A-Z0-9]{2,20}(?:\|[^>\s]{0,80})?>/g, token: userToken },
  { pattern: /(?:mailto:)?[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253}/g, token: userToken },
  { pattern: /\b[A-Za-z][A-Za-z0-9.-]{1,30}\\[A-Za-z0-9._-]{1,64}/g, token: userToken },
  // Short logins: "r.silva", "lena.koch"; not host and file names ("acme.example", "idp.xml").
  {
    pattern:
      /(?<![\w./@-])[a-z]{1,20}\.(?!(?:com|net|org|io|de|eu|ca|uk|xml|log|json|txt|exe|dll|jar|js|ts|py|sh|yaml|yml|md|csv|html|example|local|not|found|idp|auth|user|java)\b)[a-z]{2,20}(?![\w./@(-])/g,
    token: userToken,
  },
  { pattern: /\bhttps?:\/\/[^\s<>|"']{1,2000}/g, token: 'someurl' },
];

/**
 * Words of a text in lower case: letters and digits, contractions joined ("isn't" → "isnt"), people and addresses
 * replaced by one token each. Accents are dropped.
 */
export function words(text: string): string[] {
  let plain = text;
  for (const { pattern, token } of entityPatterns) plain = plain.replace(pattern, ` ${token} `);
  return (
    plain
      .normalize('NFKD')
      .toLowerCase()
      .replace(/(?<=[a-z])['\u2018\u2019\u02bc](?=[a-z])/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

// Stemming costs about 4 µs a word and the vocabulary of a helpdesk is small; the bound keeps pasted logs from growing it.
const stemCache = new Map<string, string>();
const stemCacheLimit = 20_000;
/** Longer "words" are identifiers or encoded data; stemming them says nothing. */
const longestWord = 32;

/** Porter stem of one lower-case word; words with digits stay as they are. */
export function stem(word: string): string {
  const known = stemCache.get(word);
  if (known !== undefined) return known;
  const stemmed =
    /^[a-z]+$/.test(word) && word.length <= longestWord ? porterStemmer.stem(word) : word.slice(0, longestWord);
  if (stemCache.size >= stemCacheLimit) stemCache.clear();
  stemCache.set(word, stemmed);
  return stemmed;
}
