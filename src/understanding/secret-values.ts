/** Words that stand behind "password:" or "password is" and say something about it, in lower case. */
const plainWords = new Set(
  `a about accepted again all already also always an and another any appears as asking at authentication bad be been
  before being blank box broken but by can cannot change correct default different disabled does dialog dialogue empty
  enabled entry error every expired expiration fail failed fails failure false field fine for form from good gone guess
  hash has have he here hidden how i if in incorrect input invalid is it its just known length less locked login long
  lost mandatory matching may me mismatch missing must my needed never new no none not nothing now null off ok okay old
  on once one only or optional our out page policy popup prompt prompts protected rejected removed required reset right
  rotated same screen see set she short should so some still strong success synced that the their them then there these
  they this to today too true twice undefined unknown unset until unused up valid via wants was we weak what when where
  which why will with without works wrong yes yet you your
  falsch richtig abgelaufen ungültig vergessen gesperrt incorrect incorrecte incorrecta incorrecto inválida inválido
  invalide expiré expirado oubliée nicht pas ne der die das le la un una una en no non est ist es requis erforderlich`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Without the quotes, brackets and full stops around it. */
function bare(value: string): string {
  return value.replace(/^[\\"'`“„«*_~[({<]+|[\\"'`”“»*_~\])}>.,;:!?…]+$/g, '');
}

/** Dots and stars that already hide a value, and marks that say so: `****`, `•••`, `[hidden]`, `<password>`. */
function isHidden(value: string): boolean {
  return /^["'“]?(?:[*•●·.…xX_-]+|\$?[[<{(]{1,2}[\w -]*[\]>})]{1,2})["'”]?$/.test(value);
}

/** What follows a label that asks for no more than "is this a password?": anything but a word about passwords. */
export function isPassword(value: string): boolean {
  const word = bare(value);
  if (word === '' || isHidden(value)) return false;
  // The next label of a form that was left empty.
  if (/^\p{L}+:$/u.test(value)) return false;
  // "asked", "resetting": how people speak of passwords, hardly ever how they choose one.
  return !plainWords.has(word) && !plainWords.has(capitalLowered(word)) && !/^[a-z]{2,}(?:ed|ing)$/.test(word);
}

/** "Wrong" at the start of a line is the word, "wRong" is somebody's password. */
function capitalLowered(word: string): string {
  return /^\p{Lu}(?:\p{Ll}*|\p{Lu}*)$/u.test(word) ? word.toLowerCase() : word;
}

/** Behind a label that says little ("password hunter22"): letters with digits, no address, code or version. */
export function isMixed(value: string): boolean {
  const word = bare(value);
  return (
    /^(?=.*\d)(?=.*\p{L}).{6,}$/u.test(word) &&
    !/:\/\/|@.+\.|^E0000\d{3}$|^v?\d+(?:\.\d+)+/i.test(word) &&
    isPassword(value)
  );
}

/** A PIN or one-time code has digits. */
export function isPin(value: string): boolean {
  return /^\D{0,2}\d[\d -]{3,9}$/.test(bare(value)) || isMixed(value);
}

/** A key or token behind its label: it has a digit or is long, and says nothing ("about-to-expire"). */
export function isKey(value: string): boolean {
  return (/\d/.test(value) && !isDate(value)) || /^[^-._]{20,}$/.test(value);
}

/** A key or token with only a word in front of it: letters and digits mixed, no id of an Okta object. */
export function isLongKey(value: string): boolean {
  return (
    /\d/.test(value) &&
    /[A-Za-z]/.test(value) &&
    !/^0[0o][A-Za-z][A-Za-z0-9]{17}$/.test(value) &&
    !/:\/\/|\.\w+\//.test(value) &&
    !isDate(value)
  );
}

function isDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(value);
}

/** `user:password` in base64 (RFC 7617); "Basic authentication" is none. */
export function isBasicCredential(value: string): boolean {
  try {
    return /^[\x20-\x7e\x80-\xff]*:[\x20-\x7e\x80-\xff]*$/.test(atob(value));
  } catch {
    // Not base64: cut off in the middle, or a word.
    return /\d/.test(value) && value.length >= 12;
  }
}
