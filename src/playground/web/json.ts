/** Reading Slack's JSON, which comes from outside: a field that is missing or of another type reads as empty, never as a throw. */

export type Json = Readonly<Record<string, unknown>>;

/** The value as an object, or `undefined` when it is none. */
export function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

/** The field as an object, or `undefined`. */
export function child(json: Json | undefined, key: string): Json | undefined {
  return asObject(json?.[key]);
}

/** The field as text; numbers become text (Slack accepts both in table cells), anything else `''`. */
export function str(json: Json | undefined, key: string): string {
  const value = json?.[key];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** The objects in the field's array; `[]` when there is none. */
export function list(json: Json | undefined, key: string): readonly Json[] {
  const value = json?.[key];
  return Array.isArray(value) ? value.map(asObject).filter((item) => item !== undefined) : [];
}

/** The strings in the field's array; `[]` when there is none. */
export function strings(json: Json | undefined, key: string): readonly string[] {
  const value = json?.[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** True only for a real `true`. */
export function flag(json: Json | undefined, key: string): boolean {
  return json?.[key] === true;
}

/** The field as a finite number, or `undefined`. */
export function num(json: Json | undefined, key: string): number | undefined {
  const value = json?.[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
