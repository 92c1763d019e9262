/** Pieces of patterns that several secrets share. What repeats is bounded, so that every pattern stays linear. */

/** Space, and the characters without width that office programs and chats put in. */
export const gap = String.raw`[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069]{0,4}`;
/** What can close a label: quotes (escaped too), mark-up, a bracket. */
const closing = String.raw`[\\"'\u0060*_~”’»)\]]{0,4}`;
const assign = `${closing}${gap}(?:[:=]>?|->|[：＝→])[*_~]{0,2}${gap}`;
/** `type="hidden" id='x'` between the name and the value of a form's field. */
const attributes = String.raw`(?:[a-z-]{1,20}=\\?["'][^"'<>\r\n]{0,40}["']\s{1,4}){0,3}`;
/** Space between the members of JSON, also on lines of their own. */
const between = String.raw`\s{0,24}`;
/** Members of the same JSON object that stand between its name and its value: `"path":"/","secure":true`. */
export const members = String.raw`(?:,${between}\\?"\w{1,30}\\?"\s{0,4}:\s{0,4}(?:\\?"[^"\\\r\n]{0,200}\\?"|[\w.+-]{1,30})${between}){0,16}`;
/** `name="password" value="…"` of a form, `"name":"sid","value":"…"` of a HAR file, `"password":{"value":"…"}` of Okta. */
export const named = String.raw`\\?["'](?:${gap},?${gap}${attributes}|${between}${members},${between})\\?["']?(?:value|content)\\?["']?${gap}[:=]${gap}`;
/** What follows a value that stands before its name: `"value":"…","path":"/","name":"sid"`; then the name. */
export const namedBehind = String.raw`\\?"${between}${members},${between}\\?"name\\?"\s{0,4}:\s{0,4}\\?"`;
const nested = String.raw`${assign}\{${gap}\\?["']value\\?["']${gap}:${gap}`;
/** `["name","value"]`, `("NAME","value")`; what a colon follows is the next key of JSON. */
const paired = String.raw`\\?["']${gap},${gap}(?=\\?["'](?![\w-]{1,60}\\?["']${gap}:))`;
export const given = `(?:${nested}|${named}|${assign})`;
export const givenOrPaired = `(?:${nested}|${named}|${assign}|${paired})`;
/** A key or token: an opening quote, then no spaces. */
export const open = String.raw`(?:\\?["'\u0060“„«])?`;
export const opaque = String.raw`[A-Za-z0-9_\-.~+/=%]`;
export const base64 = '[A-Za-z0-9+/=]';
/** Between two lines of one secret: also in a mail that is quoted, in JSON, and behind a `+` of source code. */
export const lineBreak = String.raw`(?:\r?\n|\\r\\n|\\n)[ \t>|]{0,8}`;

const verb = 'is|was|are|ist|war|lautet|est|es|é|è|to|jest|should be|must be|set to|changed to|reset to';
export const says = String.raw`${closing}${gap}(?<!\p{L})(?:${verb})(?: (?:now|still|currently|set to|reset to|changed to))?:?[\s*_]{1,4}`;
/** "password for jdoe: …", "password (Okta): …", "Password1: …". */
export const whose = String.raw`\d{0,2}(?:${gap}\([^()\r\n]{0,60}\)| from [^\s:=]{1,80}(?! to )| (?:for|of|on|in|für|von|des|der|pour|du|de la|para|de|di|do|da|del|della|per|voor|van) [^\s:=]{1,80})?`;
/** "password for Frau Meier: …": two to four words. */
export const whoseInWords = String.raw` (?:for|of|für|von|des|der|pour|du|de la|para|de|di|do|da|del|della|per|voor|van)(?: [^\s:=]{1,30}(?![^\s:=])){2,4}`;

/** In quotes up to the closing one; else up to a space, or to where the next field of a log or form starts. */
export const value = [
  String.raw`\\"[^"\r\n]{1,200}(?=\\")`,
  String.raw`"(?:[^"\\\r\n]|\\.){1,200}(?=")`,
  // A quote doubled is one of the value (YAML, SQL).
  String.raw`'(?:[^'\r\n]|''){1,200}(?=')`,
  String.raw`\u0060[^\u0060\r\n]{1,200}(?=\u0060)`,
  String.raw`[“„«][^”“»\r\n]{1,200}(?=[”“»])`,
  String.raw`["'“„«]?(?:[^\s"'\u0060“”„«»&,;<]|[&,;](?![\s"']|[\w.-]{1,40}[=:]|$)|<(?!/?[a-z][^<>\s]{0,40}>)){1,200}`,
].join('|');
