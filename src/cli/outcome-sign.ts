import type { DiagnosedStep } from '../model/diagnosis.js';
import type { Paint } from './output.js';

/** How an outcome is marked in the terminal. */
export function signOf(outcome: DiagnosedStep['outcome'], paint: Paint): string {
  if (outcome === 'pass') return paint.good('✓');
  if (outcome === 'by-hand') return paint.dim('→');
  return paint.bad(outcome === 'fail' ? '✗' : '?');
}
