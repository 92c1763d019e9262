import type { DoctorParts, Finding } from './finding.js';

const modes = {
  playground: 'No Slack variable is set: npm start runs the playground.',
  socket: 'Slack in Socket Mode: SLACK_BOT_TOKEN and SLACK_APP_TOKEN are set.',
  http: 'Slack in HTTP mode: SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET are set.',
};

/** Whether the environment and `.env` make a configuration; every mistake at once. */
export function checkConfiguration(configuration: DoctorParts['configuration']): Finding {
  if (configuration.ok) return { check: 'configuration', status: 'ok', summary: modes[configuration.config.mode] };
  const { mistakes } = configuration;
  return {
    check: 'configuration',
    status: 'wrong',
    summary:
      mistakes.length === 1 ? 'The configuration has a mistake.' : `The configuration has ${mistakes.length} mistakes.`,
    details: mistakes,
    next: 'Correct it in .env or in the environment; .env.example says what each variable means.',
  };
}
