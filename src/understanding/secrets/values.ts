/** Words that stand behind "password:" or "password is" and say something about it, in lower case. */
const plainWords = new Set(
  `a about accepted again all already also always an and another any appears as asking at authentication bad be been
  before being blank box broken but by can cannot change correct default different disabled does dialog dialogue empty
  enabled entry error every expired expiration fail failed fails failure false field fine for form from good gone guess
  hash has have he here hidden how i if in incorrect input invalid is it its just known length less locked login long
  lost mandatory matching may me mismatch missing must my needed never new no none not nothing now null off ok okay old
  maximum minimum on once one only or optional our out page passwords please policy popup prompt prompts protected rejected removed required reset right
  rotated same screen see set she short should so some still strong success synced that the their them then there these
  they this to today too true twice undefined unknown unset until unused up valid via wants was we weak what when where
  which why will with without works wrong yes yet you your
  falsch richtig abgelaufen ungültig vergessen gesperrt incorrect incorrecte incorrecta incorrecto inválida inválido
  invalide expiré expirado oubliée geändert zurückgesetzt gesetzt gelöscht synchronisiert akzeptiert abgelehnt bestätigt
  benötigt verlangt deaktiviert ungleich neu alt cambiada cambiado rechazada rechazado restablecida bloqueada bloqueado
  caducada vencida olvidada aceptada alterada expirada rejeitada scaduta errata cambiata gewijzigd verlopen onjuist
  nieprawidłowe nieprawidłowy błędne wygasło zmienione zapomniane felaktigt utgånget ändrat glömt spärrat återställt
  forkert udløbet glemt ændret spærret feil utløpt endret låst ugyldig väärä väärin vanhentunut vaihdettu lukittu
  nesprávné špatné neplatné vypršelo změněno zapomenuté yanlış hatalı неверный неправильный истек забыт изменен nicht pas ne der die das le la un una una en no non est ist es requis erforderlich`
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

/** What an example has in a value's place: `YOUR_CLIENT_SECRET`, `<your-password>`. */
function isPlaceholder(word: string): boolean {
  return /^(?:your|my|the|insert|enter)[_-][a-z_-]+$/i.test(word);
}

/** So much of something: `12chars`, `90 days`, `100percent`. */
export function isMeasure(value: string): boolean {
  return /^\d{1,4} ?(?:char(?:acter)?s?|zeichen|letters?|digits?|words?|days?|tage?n?|hours?|hrs?|min(?:ute)?s?|sec(?:ond)?s?|weeks?|months?|years?|percent|pct|prozent|times?|attempts?|tries|users?|devices?|tests?|passed|failed|ok|bits?|bytes?|[kmg]b)$/i.test(
    value,
  );
}

/** What follows a label that asks for no more than "is this a password?": anything but a word about passwords. */
export function isPassword(value: string): boolean {
  const word = bare(value);
  if (word === '' || isHidden(value) || isPlaceholder(word)) return false;
  // What says in YAML that a value follows, or that there is none.
  if (/^(?:[|>][-+]?\d?[-+]?|!!\w{1,20}|&)$/.test(value)) return false;
  // The next label of a form that was left empty.
  if (/^\p{L}+:$/u.test(value)) return false;
  // "refusé", "changée".
  if (/^\p{Ll}{4,}ée?s?$/u.test(word)) return false;
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
    !isMeasure(word) &&
    isPassword(value)
  );
}

/** Where headings, names and files could stand as well: letters of both cases with digits, unlike `secondaryEmail1`. */
export function isCellPassword(value: string): boolean {
  const word = bare(value);
  return (
    isMixed(value) &&
    /\p{Lu}/u.test(word) &&
    /\p{Ll}/u.test(word) &&
    !/[/\\]/.test(word) &&
    !/^\p{Ll}+(?:\p{Lu}\p{Ll}+)+\d?$/u.test(word) &&
    !isOktaId(word) &&
    !isDate(word)
  );
}

/** What speaks of passwords and accounts, beside the plain words. */
const fieldWords =
  /^(?:account|admin|after|auth\w*|before|character|characters|complex\w*|days?|device|directory|during|email|expires?|for|from|hours|letters?|local|log|login|managed|match\w*|months?|needs?|never|not|okta|push|reset|sign|sso|strength|sync\w*|system|than|twelve|user|users|verify|very|while|who|windows|work|would)$/i;

/** Four words or more that somebody chose to be hard to guess: one of them may be a plain one. */
export function isPassphrase(value: string): boolean {
  const words = value.split(/[ -]/);
  return !words.some((word) => fieldWords.test(word)) && words.filter((word) => !isPassword(word)).length <= 1;
}

/** A PIN or one-time code has digits. */
export function isPin(value: string): boolean {
  return /^\D{0,2}\d[\d -]{3,9}$/.test(bare(value)) || isMixed(value);
}

/** One or more codes: six characters at least, and no code of an error. */
export function isOneTimeCode(value: string): boolean {
  return (
    /^(?!E0000\d{3}|AADSTS|(?!\d{3,4} \d{3,4}(?!\d))\d{3,5}(?![\d-])|\d{4}-\d{2}-\d{2})[A-Za-z0-9]*(?:[A-Za-z0-9 -]*\d){2}/.test(
      value,
    ) && bare(value).length >= 6
  );
}

/** Behind words about setting up an authenticator. */
export function isSeed(value: string, { before }: { readonly before: string }): boolean {
  return (
    /\d/.test(value) &&
    /[A-Za-z]/.test(value) &&
    /(?:seed|totp|set-?up|secret|manual|authenticator|okta verify|scan)[^\r\n]{0,60}[\r\n]?[^\r\n]{0,20}$/i.test(before)
  );
}

/** In base32 without its padding: 10, 16, 20 or 32 bytes. */
export function isShortSeed(value: string): boolean {
  return [16, 26, 32, 52].includes(value.length) && /\d/.test(value) && /[a-z]/i.test(value);
}

/** A key or token behind its label: it has a digit or is long, and says nothing ("about-to-expire", "ws1-access-prod"). */
export function isKey(value: string): boolean {
  if (isDate(value) || isNameOfWords(value)) return false;
  return /\d/.test(value) || /^[^-._]{20,}$/.test(value);
}

/** A key or token with only a word in front of it: letters and digits mixed, no id of an Okta object. */
export function isLongKey(value: string): boolean {
  return (
    /\d/.test(value) &&
    /[A-Za-z]/.test(value) &&
    !isOktaId(value) &&
    !isNameOfWords(value) &&
    !isPath(value) &&
    !/:\/\/|\.\w+\//.test(value) &&
    !isDate(value)
  );
}

/** As a generator makes them: the kind of character changes again and again, unlike in names, words and paths. */
export function isRandom(value: string): boolean {
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value) || isOktaId(value) || isGuid(value)) return false;
  if (isNameOfWords(value) || isPath(value)) return false;
  let changes = 0;
  for (let at = 1; at < value.length; at += 1) if (classOf(value, at) !== classOf(value, at - 1)) changes += 1;
  return changes >= (value.length - 1) * 0.3;
}

/** A key that stands under a heading which says little. */
export function isLongRandom(value: string): boolean {
  return value.length >= 16 && !/\s/.test(value) && isLongKey(value) && isRandom(value);
}

function classOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return 0;
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  return 3;
}

/** What people choose, or a generator for them, and nothing else looks like: letters, digits and a mark, or all cases mixed. */
export function isStrongPassword(value: string): boolean {
  if (!/\p{L}/u.test(value) || !isPassword(value)) return false;
  // How a password is sent, by the names of WS-Security's UsernameToken Profile.
  if (/#Password(?:Text|Digest)$/.test(value)) return false;
  if (!/\d/.test(value)) return value.length >= 8 && /\p{L}[!#%^*?€§]\p{L}/u.test(value) && /\p{Ll}\p{Lu}/u.test(value);
  if (
    /^\$|@.*\.|\\|%[0-9A-F]{2}|^(?:ticket|case|issue|inc|req|chg|bug|pr|v)[#\d]|#Password(?:Text|Digest)$/i.test(
      value,
    ) ||
    isOktaId(value)
  )
    return false;
  const word = bare(value);
  if (/.[!#$%^*?@€§].*[\p{L}\d]/u.test(word)) return true;
  const hasBothCases = /\p{Ll}/u.test(word) && /\p{Lu}/u.test(word);
  if (!hasBothCases || !/\d\D*\d/.test(word)) return false;
  return /[!#$%^*?@€§]$/.test(value) || (word.length >= 10 && /\d{2}/.test(word) && /\d\p{L}+\d/u.test(word));
}

/** 20 characters, the first three say of what: 00u a user, 0oa an app, exk an issuer. */
function isOktaId(value: string): boolean {
  return (
    /^(?:0[0o0u][A-Za-z]|exk|idp|aut|aus|rul|rst|prm|oaei?|ota)[A-Za-z0-9]{17}$/.test(value) ||
    /^oae[\w-]{22}$/.test(value)
  );
}

function isGuid(value: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}

/** `ws1-access-prod`: lower-case words, a number at the end of one at most. */
function isNameOfWords(value: string): boolean {
  return /^[a-z]{2,12}\d{0,2}(?:[-_.][a-z]{2,12}\d{0,2})+$/.test(value);
}

/** `/oauth2/v1/token`, `/api/v1/users/00u…`: words, versions and ids between slashes. */
function isPath(value: string): boolean {
  if (!/^\/?[\w.-]+\//.test(value)) return false;
  const steps = value.split('/').filter((step) => step !== '');
  return steps.every(
    (step) =>
      isOktaId(step) ||
      isGuid(step) ||
      /^(?:[A-Za-z]?[a-z_-]{1,30}(?:[A-Z][a-z]{2,20}){0,4}\d{0,2}|[A-Z]{2,12}|v?\d{1,2}(?:\.\d{1,2}){0,2})$/.test(step),
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
