import * as z from 'zod';
import type { Redacted } from './redact.js';

/** A pasted text and the secrets planted in it: a line of `test/evaluation/redaction/*.jsonl`. */
export const plantedTextSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.string().min(1),
  text: z.string(),
  /** Each as it stands in the text, without what every secret of its kind begins with; empty for a look-alike. */
  secrets: z.array(z.string().min(6)),
});
export type PlantedText = z.infer<typeof plantedTextSchema>;

/** How redaction fared on a set of planted texts. */
export interface RedactionReport {
  /** Secrets planted. */
  readonly planted: number;
  /** Secrets of which something survived. */
  readonly leaked: number;
  /** Texts that hold no secret. */
  readonly lookAlikes: number;
  /** Those of them that did not come out as they went in. */
  readonly changed: number;
  /** Ids of the texts in which a secret leaked or a look-alike changed. */
  readonly misses: readonly string[];
}

/** So many characters of a secret in a row are a leak: fewer occur by chance, and help nobody. */
const leakLength = 6;

/** The secrets of which six or more characters in a row stand in the text. Linear in the length of all. */
export function leakedIn(text: string, secrets: readonly string[]): string[] {
  const owners = new Map<string, string>();
  for (const secret of secrets) {
    for (let at = 0; at + leakLength <= secret.length; at += 1) owners.set(secret.slice(at, at + leakLength), secret);
  }
  const leaked = new Set<string>();
  for (let at = 0; at + leakLength <= text.length; at += 1) {
    const owner = owners.get(text.slice(at, at + leakLength));
    if (owner !== undefined) leaked.add(owner);
  }
  return secrets.filter((secret) => leaked.has(secret));
}

/** Redacts every text and counts what survived, and what was taken for a secret and is none. */
export function evaluateRedaction(texts: readonly PlantedText[], redact: (text: string) => Redacted): RedactionReport {
  const results = texts.map(({ id, text, secrets }) => {
    const rest = redact(text).text;
    return { id, planted: secrets.length, leaked: leakedIn(rest, secrets).length, isChanged: rest !== text };
  });
  const lookAlikes = results.filter(({ planted }) => planted === 0);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    planted: sum(results.map(({ planted }) => planted)),
    leaked: sum(results.map(({ leaked }) => leaked)),
    lookAlikes: lookAlikes.length,
    changed: lookAlikes.filter(({ isChanged }) => isChanged).length,
    misses: results
      .filter(({ planted, leaked, isChanged }) => (planted === 0 ? isChanged : leaked > 0))
      .map(({ id }) => id),
  };
}
