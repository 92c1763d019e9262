import type { AlertEvent, Party } from '../event.js';

/** Whether something is called as configured: by the beginning, in any case. */
export function isNamed(name: string, beginning: string): boolean {
  return beginning !== '' && name.toLowerCase().startsWith(beginning.toLowerCase());
}

/** The target of a type that is called so, if the event has one. */
export function targetNamed({ targets }: AlertEvent, type: string, beginning: string): Party | undefined {
  return targets.find((target) => target.type === type && isNamed(target.name, beginning));
}
