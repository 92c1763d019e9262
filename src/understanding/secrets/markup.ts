import { atPasswordLabel, passwordHints, passwordLabel } from './password-labels.js';
import { namedBehind } from './pieces.js';
import type { Secret } from './secret.js';
import { isMixed, isPassword } from './values.js';

const closingTags = String.raw`(?:\s{0,4}<\/\w{1,10}>)`;
const tag = String.raw`(?:\s{0,24}<\/?[a-z]\w{0,9}(?:\s[^<>]{0,100})?>)`;
const element = String.raw`(?:\w{1,10}:)?[\w.-]{0,30}(?:password|passwd|client_?secret)`;
/** The text of an element. */
const content = String.raw`\s{0,8}[^\s<>][^<>\r\n]{0,200}`;
/** The name of a member or an element, or the word that people see above a field. */
const isWordForIt = (text: string) =>
  new RegExp(`^(?:(?:new|old|your|user) )?(?:${passwordLabel})\\W*$`, 'iu').test(text.trim());
const isContent = (text: string) => isPassword(text.trim()) && !isWordForIt(text);
/** In a field whose name says what it is; a text of many words is a note about it. */
const isFieldContent = (text: string) => isContent(text) && text.trim().split(/\s+/).length < 4;

/** Passwords as XML, HTML, YAML and lists of JSON hold them. */
export const markup: readonly Secret[] = [
  // An XML element; a key of a property list.
  {
    kind: 'password',
    hints: ['<'],
    pattern: new RegExp(
      String.raw`(?<keep><${element}>|<key>[^<>]{0,40}password<\/key>\s{0,8}<string>)[^<>\r\n]{1,200}(?=<\/)`,
      'gi',
    ),
    isSecret: isFieldContent,
  },
  // With attributes, it is no placeholder and may be cut off.
  {
    kind: 'password',
    hints: ['<'],
    pattern: new RegExp(
      String.raw`(?<keep><${element}\s(?:[^<>\r\n]{0,300}[^<>\r\n/])?>)[^<>\r\n]{1,200}(?=[<\r\n]|$)`,
      'gi',
    ),
    isSecret: isFieldContent,
  },
  // An element that is named so: of Spring, of Android, of a form's definition.
  {
    kind: 'password',
    hints: ['<'],
    pattern: new RegExp(
      String.raw`(?<keep><(?!label|span|th|a|div|button|h\d)[a-z][\w:.-]{0,30}\s(?:[^<>]{0,80}\s)?(?:name|key)=["'][\w.-]{0,30}(?:password|passwd|client_?secret)["'](?:\s[^<>]{0,100})?(?<!\/)>(?:\s{0,24}<value>)?)${content}(?=[<\r\n]|$)`,
      'gi',
    ),
    isSecret: isFieldContent,
  },
  // A form's field, its value before its name.
  {
    kind: 'password',
    hints: ['<input'],
    pattern:
      /(?<keep><input\b[^<>]{0,300}?\svalue=)(?:"[^"<>\r\n]{1,200}"|'[^'<>\r\n]{1,200}')(?=[^<>]{0,300}?\s(?:type|name|id)=["']?(?:[\w-]{0,20}password|pwd|passwd)\b)/gi,
    isSecret: isPassword,
  },
  {
    kind: 'password',
    hints: ['"name'],
    pattern: new RegExp(
      String.raw`(?<keep>"value\\?"\s{0,4}:\s{0,4}\\?")(?:[^"\\\r\n]|\\[^"\r\n]){1,200}(?=${namedBehind}(?:[\w.-]{0,30}password|passwd|client_?secret)\\?")`,
      'gi',
    ),
    isSecret: isPassword,
  },
  // `<b>Password</b>: …`, `<b>Password:</b> …`
  {
    kind: 'password',
    hints: ['<'],
    begins: atPasswordLabel,
    pattern: new RegExp(
      String.raw`(?<keep>(?:${passwordLabel})(?:${closingTags}{1,3}\s{0,4}[:=]${tag}{0,3}|\s{0,4}[:=]${tag}{1,4})\s{0,8})[^\s<>]{1,200}`,
      'yiu',
    ),
    isSecret: isContent,
  },
  // `<td>Password</td><td>…</td>`: a table may say of a password what it must be.
  {
    kind: 'password',
    hints: ['</'],
    begins: atPasswordLabel,
    pattern: new RegExp(
      String.raw`(?<keep>(?<=>\s{0,8})(?:${passwordLabel})\s{0,4}${closingTags}{1,3}(?!\s{0,24}<(?:th|label|a|button)\b)${tag}{1,3}\s{0,8})[^\s<>][^<>\r\n]{0,200}`,
      'yiu',
    ),
    isSecret: (text) => isMixed(text.trim()) && isFieldContent(text),
  },
  // YAML: a block under the key, as far as it is indented like its first line.
  {
    kind: 'password',
    hints: [...passwordHints, 'secret'],
    pattern: new RegExp(
      String.raw`(?<keep>(?:${passwordLabel}|client[_-]?secret)["']?[ \t]?:[ \t]{1,4}(?:![\w!]{1,20} )?[|>][-+]?\d?[-+]?[ \t]{0,8}(?:#[^\r\n]{0,80})?(?:\r?\n){1,3})(?<indent>[ \t]{1,40})[^\s][^\r\n]{0,400}(?:\r?\n\k<indent>[^\r\n]{1,400}){0,40}`,
      'giu',
    ),
    // The next key, where the block is empty.
    isSecret: (block) => !/^\s*[\w-]+:(?:\s|$)/.test(block),
  },
  // A tag or an anchor of YAML before the value: whether it is one cannot be told from a password, so both go.
  {
    kind: 'password',
    hints: passwordHints,
    begins: atPasswordLabel,
    pattern: new RegExp(
      String.raw`(?<keep>(?:${passwordLabel})["']?:[ \t]{1,4})(?:!!?[a-z]{1,20}|&\w{1,20})[ \t]{1,4}[^\s]{1,200}`,
      'yiu',
    ),
    isSecret: (tagged) => isPassword(tagged.replace(/^\S+\s+/, '')),
  },
  // A list of them.
  {
    kind: 'password',
    hints: ['pass', 'secrets', 'kennw'],
    pattern: new RegExp(
      String.raw`(?<keep>(?:${passwordLabel}|client_?secret)s?\\?["']\s{0,4}:\s{0,4}\[)[^[\]{}]{1,1000}(?=\])`,
      'giu',
    ),
    isSecret: (list) => list.split(',').some((item) => isMixed(item.trim().replace(/^\\?["']|\\?["']$/g, ''))),
  },
  {
    kind: 'password',
    hints: ['passwords', 'passwörter'],
    pattern: /(?<keep>(?:passwords|passwörter)\s{0,2}:\s{0,4})[^\s,;"'[]{6,80}(?:[,;]\s{0,4}[^\s,;"'[]{6,80}){0,40}/gi,
    isSecret: (list) => isMixed(list.split(/[,;]/)[0] ?? ''),
  },
];
