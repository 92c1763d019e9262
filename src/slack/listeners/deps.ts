import type { webApi } from '@slack/bolt';
import type { Desk } from '../../desk/question.js';
import type { Log } from '../../model/log.js';
import type { FetchFile } from '../files/fetch-file.js';
import type { Pause } from './while-waiting.js';

/** What every listener works with. */
export interface Deps {
  readonly desk: Desk;
  readonly log: Log;
  readonly fetchFile: FetchFile;
  /** Channel id for questions that need a person. */
  readonly handOverChannel?: string | undefined;
  /** The real time if left out. */
  readonly pause?: Pause | undefined;
}

/** The Web API as a listener gets it, with the bot's token. */
export type Client = webApi.WebClient;
