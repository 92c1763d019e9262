/** Slack's own code of a refused Web API call (`not_in_channel`), or nothing when it is another kind of error. */
export function slackErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('data' in error)) return undefined;
  const { data } = error;
  return typeof data === 'object' && data !== null && 'error' in data && typeof data.error === 'string'
    ? data.error
    : undefined;
}

/** Whether a post was refused because the bot is not in that conversation. Private ones claim not to exist. */
export function isNotInChannel(error: unknown): boolean {
  return ['not_in_channel', 'channel_not_found'].includes(slackErrorCode(error) ?? '');
}
