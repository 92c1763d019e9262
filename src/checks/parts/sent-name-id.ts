import { clipped } from '../../lookups/wording/time.js';
import { NotSeen } from '../check.js';
import type { Look } from '../look.js';
import { oktaAppsNamed } from '../sources/okta.js';
import type { NameShape } from './name-shapes.js';
import { workspaceOneApp } from './workspace-one-app.js';

/** What Okta puts into the Name ID for Workspace ONE. */
export interface SentNameId {
  readonly shape: NameShape;
  /** A noun phrase: `the Okta username (${source.login})`. */
  readonly said: string;
}

const unspecified = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';

/**
 * What Okta sends as Name ID, in the format “Unspecified”: the application username of Workspace ONE's app, whose form
 * follows from its template. Throws `NotSeen` for another format and for templates that give either form.
 */
export async function sentNameId(look: Look): Promise<SentNameId> {
  const { credentials, settings } = await workspaceOneApp(look);
  const { subjectNameIdFormat: format, subjectNameIdTemplate: subject } = settings?.signOn ?? {};
  const template = credentials?.userNameTemplate?.template ?? '';
  look.saw(oktaAppsNamed, 'Application username format of the Workspace ONE app', template || '(not told)');
  if (format && format !== unspecified)
    throw new NotSeen(
      `Okta’s Workspace ONE app sends the Name ID in the format ${clipped(format, 100)}, so the mapping of that one counts, not of “Unspecified”.`,
    );
  if (subject && !/^\$\{user\.userName\}$/.test(subject.trim()))
    throw new NotSeen(
      `Okta’s Workspace ONE app sends ${clipped(subject, 120)} as Name ID instead of the application username: compare it with the attribute in Workspace ONE Access.`,
    );
  if (/^\$\{(source|user)\.(login|email)\}$/.test(template.trim()))
    return {
      shape: 'address',
      said: `the ${template.includes('email') ? 'e-mail address' : 'Okta username'} (${clipped(template, 60)})`,
    };
  if (/^\$\{fn:substringBefore\(\s?(source|user)\.(login|email),\s?["']@["']\s?\)\}$/.test(template.trim()))
    return { shape: 'short', said: `the part before the @ (${clipped(template, 80)})` };
  throw new NotSeen(
    template === ''
      ? `Okta does not tell the application username format of its Workspace ONE app. Look under ${oktaAppsNamed.where}.`
      : `The application username format of Okta’s Workspace ONE app is ${clipped(template, 120)}: compare what it gives with the attribute in Workspace ONE Access.`,
  );
}
