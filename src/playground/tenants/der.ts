/** The little of DER (ITU-T X.690) that a certificate is made of. */
export type Der = Uint8Array;

const length = (size: number): number[] => {
  if (size < 0x80) return [size];
  const bytes: number[] = [];
  for (let rest = size; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
};

const node = (tag: number, ...parts: readonly Der[]): Der => {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Uint8Array.from([tag, ...length(size)]), ...parts]);
};

export const sequence = (...parts: readonly Der[]): Der => node(0x30, ...parts);
export const set = (...parts: readonly Der[]): Der => node(0x31, ...parts);
/** A context tag around its content, as `[0] EXPLICIT`. */
export const tagged = (number: number, content: Der): Der => node(0xa0 | number, content);
export const integer = (value: number): Der => node(0x02, Uint8Array.from([value]));
export const nothing = (): Der => node(0x05);
export const text = (value: string): Der => node(0x0c, Buffer.from(value, 'utf8'));
/** A bit string of whole bytes. */
export const bits = (value: Der): Der => node(0x03, Uint8Array.from([0]), value);

/** An object identifier from its encoded bytes. */
export const oid = (...bytes: readonly number[]): Der => node(0x06, Uint8Array.from(bytes));

/** GeneralizedTime, to the second: `20261124090000Z`. */
export const time = (moment: number): Der =>
  node(0x18, Buffer.from(`${new Date(moment).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`));
