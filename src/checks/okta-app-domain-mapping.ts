import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { provisionedDomains } from './parts/provisioned-domains.js';
import { appNamed, workspaceOneApp } from './parts/workspace-one-app.js';
import { accessDirectoryDomains } from './sources/access.js';
import { oktaAppMappings } from './sources/okta.js';

/** Access refuses a user whose domain is none of the directory's; the two are typed by hand, on two sides. */
export const oktaAppDomainMapping = {
  id: 'okta-app-domain-mapping',
  states: 'The domain that Okta sends for each user is a domain of the directory in Workspace ONE Access.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const app = await workspaceOneApp(look);
    const [{ items, more }, { names, isWhole }] = await Promise.all([
      look.at(oktaAppMappings, app.id),
      provisionedDomains(look),
    ]);
    const expressions = items.flatMap(({ properties }) => properties?.['domain']?.expression ?? []);
    const where = `Look under ${oktaAppMappings.where}.`;
    if (expressions.length === 0)
      return unknown(`Okta shows no mapping for the attribute domain of ${appNamed(app)}. ${where}`);
    for (const one of expressions)
      look.saw(oktaAppMappings, `Mapping of the attribute domain of ${appNamed(app)}`, one);
    const sent = expressions.map((expression) => ({ expression, domain: literalOf(expression) }));
    const open = sent.find(({ domain }) => domain === undefined);
    const wrong = sent.find(({ domain }) => domain !== undefined && !names.some((name) => isSame(name, domain)));
    const spelt = sent.find(({ domain = '' }) => !names.includes(domain));
    const has = `the directory in Workspace ONE Access has ${clipped(names.join(', '), 150)}`;
    if (wrong !== undefined) {
      const said = `Okta sends the domain “${clipped(wrong.domain ?? '', 100)}”`;
      if (!isWhole)
        return unknown(
          `${said}, and Workspace ONE Access did not tell every domain. Look under ${accessDirectoryDomains.where}.`,
        );
      return fail(`${said}, but ${has}.`);
    }
    if (open !== undefined)
      return unknown(
        `Okta takes the domain from ${clipped(open.expression, 150)}, so it differs from user to user, and ${has}. ${where}`,
      );
    if (more) return unknown(`There are more mappings than were read. ${where}`);
    if (spelt !== undefined)
      return unknown(
        `Okta sends the domain “${clipped(spelt.domain ?? '', 100)}”, and ${has}: the same but for capital letters. ${where}`,
      );
    return pass(`Okta sends the domain “${clipped(sent[0]?.domain ?? '', 100)}”, and ${has}.`);
  },
} satisfies Check;

/** The text of an expression that is nothing but one, as in Okta's expression language. */
function literalOf(expression: string): string | undefined {
  const { double, single } =
    /^\s*(?:"(?<double>[^"\\]{0,255})"|'(?<single>[^'\\]{0,255})')\s*$/.exec(expression)?.groups ?? {};
  return double ?? single;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
