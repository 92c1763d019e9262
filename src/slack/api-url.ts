import { UserError } from '../model/errors.js';

const slackItself = 'https://slack.com/api/';
const loopback = ['127.0.0.1', '[::1]', 'localhost'];

/** The Web API's base address, with a closing slash. Throws `UserError` `bad-config`: every call carries the bot's token. */
export function checkedApiUrl(apiUrl: string | undefined): string {
  if (apiUrl === undefined) return slackItself;
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.includes(url.hostname));
  if (url === undefined || !safe || url.username !== '' || url.search !== '' || url.hash !== '') {
    throw new UserError(
      'bad-config',
      'SLACK_API_URL must be an https address such as https://slack.com/api/ (plain http only on 127.0.0.1), with no password, query or fragment.',
    );
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
