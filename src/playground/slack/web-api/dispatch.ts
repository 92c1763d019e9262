import type { Core } from '../core.js';
import type { Json } from '../objects.js';
import { SlackError } from '../slack-error.js';
import { METHODS } from './index.js';
import { needScope } from './method.js';

/** What goes back over HTTP. */
interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
}

const tokenOf = (authorization: string | undefined, params: Json): string | undefined => {
  const bearer = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  return bearer ?? (typeof params['token'] === 'string' && params['token'] !== '' ? params['token'] : undefined);
};

const carryOut = (core: Core, name: string, authorization: string | undefined, params: Json): Json => {
  const method = METHODS.get(name);
  if (method === undefined) throw new SlackError('unknown_method', { req_method: name });
  const token = tokenOf(authorization, params);
  if (token === undefined) throw new SlackError('not_authed');
  if (token !== core.botToken && token !== core.appToken) throw new SlackError('invalid_auth');
  if (token !== (method.token === 'app' ? core.appToken : core.botToken))
    throw new SlackError('not_allowed_token_type');
  if (method.token === 'bot') needScope(core, ...method.scopes);
  const ordered = core.refusals.get(name)?.shift();
  if (ordered !== undefined) throw new SlackError(ordered.error, {}, ordered.retryAfter);
  const { token: _token, ...rest } = params;
  return method.call(rest, core);
};

/** Carries out one Web API call. A fault of the stand-in itself is thrown on; everything else is Slack's answer. */
export const callMethod = (core: Core, name: string, authorization: string | undefined, params: Json): ApiAnswer => {
  const headers = { 'x-oauth-scopes': core.seed.app.scopes.join(','), 'x-slack-req-id': core.id('R') };
  try {
    return { status: 200, headers, body: { ok: true, ...carryOut(core, name, authorization, params) } };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    const body = { ok: false, error: error.code, ...error.details };
    if (error.retryAfter === undefined) return { status: 200, headers, body };
    return { status: 429, headers: { ...headers, 'retry-after': String(error.retryAfter) }, body };
  }
};
