import { Command } from 'commander';
import { type AlertLine, parseAlertLine } from '../../desk/alert-line.js';
import { runAlertLine } from '../../desk/alerts.js';
import { UserError } from '../../model/errors.js';
import { type AlertsShown, alertsCard } from '../alerts-card.js';
import { alertsJson } from '../alerts-json.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { OpenedAlerts, Parts } from '../parts.js';
import { plain, toJson } from '../plain-text.js';
import { hintAtPlayground } from '../playground-hint.js';

/** `alerts`: what a bot knows of them; and, where none runs, to look once and to take one in hand. */
export function alertsCommand(parts: Parts): Command {
  const { output, exitWith, alerts } = parts;

  async function show(shown: AlertsShown, json: true | undefined): Promise<void> {
    await output.print(json ? `${toJson(alertsJson(shown))}\n` : alertsCard(shown, output));
  }

  async function lookOnce(opened: OpenedAlerts, json: true | undefined): Promise<void> {
    await opened.once();
    const overview = await opened.door.overview();
    exitWith(exitCodeFor(overview));
    await show(overview, json);
  }

  async function act(opened: OpenedAlerts, line: AlertLine, json: true | undefined): Promise<void> {
    const reply = await runAlertLine(opened.door, line, parts.userName());
    if (reply.kind !== 'notice') throw new TypeError(`An act on an alert gave the reply “${reply.kind}”.`);
    if (reply.tone === 'refused') throw new UserError('bad-input', reply.text);
    if (json) await show(await opened.door.overview(), json);
    else await output.print(`${plain(reply.text)}\n`);
  }

  return new Command('alerts')
    .summary('list alerts; look once; acknowledge or snooze one')
    .description(
      'Lists the alerts that the bot on this data folder knows, also while it runs. The rest is for where no bot runs: once reads the live systems, posts to Slack what is new, and ends, as cron wants it.',
    )
    .argument('[what...]', 'once, test, ack <id>, snooze <id> [1h|1d|until-changed] or wake <id>; left out: list them')
    .option('--json', 'print the alerts as one JSON object')
    .addHelpText(
      'after',
      `
Exit code: 0 nothing is wrong, 1 an alert is open (listing, once), 2 usage or configuration, 3 a system could not be
read (once).

Examples:
  $ wo-okta alerts
  $ wo-okta alerts --json
  $ wo-okta alerts once
  $ wo-okta alerts snooze 3f2a 1d`,
    )
    .action(async (what: readonly string[], { json }: { readonly json?: true }) => {
      const isOnce = what.length === 1 && what[0] === 'once';
      const parsed = isOnce ? undefined : parseAlertLine(what.join(' '));
      if (parsed?.ok === false) throw new UserError('bad-input', parsed.message);
      if (parsed?.line.does === 'list') {
        const known = await alerts.known();
        exitWith(exitCodeFor(known));
        await show(known, json);
        if (!json && known.alerts.length === 0) await hintAtPlayground('alerts', parts);
        return;
      }
      const opened = await alerts.open();
      try {
        await (parsed === undefined ? lookOnce(opened, json) : act(opened, parsed.line, json));
      } finally {
        await opened.close();
      }
    });
}

/** What could not be read weighs more than what was found, as with lookups: then nobody knows that this is all. */
function exitCodeFor({ alerts, polled = [] }: AlertsShown): ExitCode {
  if (polled.some(({ problem }) => problem !== undefined)) return exitCodes.unreadable;
  return alerts.some(({ state }) => state !== 'resolved') ? exitCodes.foundWrong : exitCodes.ran;
}
