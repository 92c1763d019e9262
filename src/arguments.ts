import { UserError } from './model/errors.js';

/** What is said to somebody who asks the bot's program for help. */
export const usage = `Starts the bot: on the Slack workspace that the environment names, else in the playground.
It takes no arguments; .env.example lists what can be set.
The commands have a program of their own: npm run wo-okta -- --help
`;

/**
 * Whether the arguments of the bot's program ask for help. Throws `UserError` `bad-input` for any other: who types a
 * command here does not mean to start a bot.
 */
export function asksForHelp(args: readonly string[]): boolean {
  if (args.some((arg) => arg !== '--help' && arg !== '-h'))
    throw new UserError(
      'bad-input',
      'The bot is started without arguments, and npm run wo-okta -- --help lists the commands.',
    );
  return args.length > 0;
}
