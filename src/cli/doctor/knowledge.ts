import { type Fault, UserError } from '../../model/errors.js';
import type { DoctorParts, Finding } from './finding.js';

/** Whether the articles and intents load, fit together and lack nothing. */
export async function checkKnowledge(load: DoctorParts['knowledge']): Promise<Finding> {
  const check = 'knowledge';
  try {
    const { articles, intents, warnings } = await load();
    const loaded = `${articles} articles and ${intents} intents load and fit together`;
    if (warnings.length === 0) return { check, status: 'ok', summary: `${loaded}.` };
    return {
      check,
      status: 'wrong',
      summary: `${loaded}, but something is missing or unfinished.`,
      details: warnings.map(({ file, message }) => `${file}: ${message}`),
      next: warnings.map(({ next }) => next).join(' '),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const faults = faultsOf(error);
    if (faults.length === 0) return { check, status: 'wrong', summary: error.message };
    return {
      check,
      status: 'wrong',
      summary: `The knowledge does not load: ${faults.length === 1 ? 'one fault' : `${faults.length} faults`}.`,
      details: faults.map(({ file, line, message }) => `${file}:${line}: ${message}`),
      next: 'Mend these places. A running bot keeps the last good knowledge until then.',
    };
  }
}

function faultsOf(error: UserError): readonly Fault[] {
  return 'faults' in error && Array.isArray(error.faults) ? error.faults : [];
}
