import type { DoctorParts, Finding } from './finding.js';

/** Whether this Node.js is new enough. `needed` is the range of `package.json`, of the form `>=20.19`. */
export function checkNode({ version, needed }: DoctorParts['node']): Finding {
  const least = needed.replace(/^>=\s*/, '');
  const isEnough = compare(numbers(version), numbers(least)) >= 0;
  return isEnough
    ? { check: 'node', status: 'ok', summary: `Node.js ${version} (${least} or newer is needed).` }
    : {
        check: 'node',
        status: 'wrong',
        summary: `Node.js ${version} is too old: ${least} or newer is needed.`,
        next: 'Install a current version from https://nodejs.org, then run npm ci again.',
      };
}

function numbers(version: string): number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
