import { redact } from '../redact.js';

/**
 * An address without what can carry tokens: who signs in, parameters of the path (`;jsessionid=…`, which servlet
 * containers add by themselves), query and fragment; and without other secrets. Addresses are compared as they come from
 * here.
 */
export function plainAddress(address: string): string {
  const [base = ''] = address.split(/[?#]/, 1);
  return redact(base.replace(/^(https?:\/\/)[^/@]*@/i, '$1').replace(/;[^/]*/g, '')).text;
}
