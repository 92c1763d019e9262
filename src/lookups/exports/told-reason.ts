/** Fields whose name says that they tell why something failed. */
const telling = /reason|message|error|failure/i;
const longestName = 60;
const mostFields = 3;
/** An event's own fields, its `values`, and an object in either: deeper stands no reason that a person would look for. */
const deepest = 2;

/** One field that tells why, by its name. */
export interface ToldReason {
  readonly field: string;
  readonly value: string;
}

/** Whether a field's name says that it tells why something failed. */
export function tellsReason(name: string): boolean {
  return name.length <= longestName && telling.test(name);
}

/**
 * What an event says of its failure where it does not stand in the documented field: up to three fields with such names,
 * in their order, those of the event before those in it. The values are whole, for their secrets to be taken out. Pure.
 */
export function toldReasons(event: unknown): readonly ToldReason[] {
  let objects = [event];
  const found: ToldReason[] = [];
  for (let depth = 0; depth <= deepest; depth += 1) {
    const fields = objects.flatMap((one) => (isObject(one) ? Object.entries(one) : []));
    found.push(
      ...fields.flatMap(([field, value]) =>
        tellsReason(field) && isTold(value) ? [{ field, value: String(value) }] : [],
      ),
    );
    objects = fields.map(([, value]) => value);
  }
  return found.slice(0, mostFields);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** That something failed is no reason: `error: "true"`. */
function isTold(value: unknown): boolean {
  if (typeof value === 'number') return true;
  return typeof value === 'string' && value.trim() !== '' && !/^(?:true|false)$/i.test(value);
}
