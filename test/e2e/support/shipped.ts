/**
 * The program as it ships: compiled, with its model and its page. Typed by the sources it is compiled from; imported by
 * address, because what is in `dist` has no types of its own.
 */
const load = <Module>(path: string): Promise<Module> =>
  import(new URL(`../../../dist/${path}`, import.meta.url).href) as Promise<Module>;

export const { readConfig } = await load<typeof import('../../../src/config.js')>('config.js');
export const { createLog } = await load<typeof import('../../../src/log/index.js')>('log/index.js');
export const { redact } = await load<typeof import('../../../src/understanding/redact.js')>('understanding/redact.js');
export const { start } = await load<typeof import('../../../src/start.js')>('start.js');
export const { startTenants } =
  await load<typeof import('../../../src/playground/tenants/index.js')>('playground/tenants/index.js');
export const { handOverChannel, lookupRights, startSlack, systemClock } =
  await load<typeof import('../../../src/playground/slack/index.js')>('playground/slack/index.js');
