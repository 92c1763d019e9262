import { assistantMethods } from './assistant.js';
import { basicMethods } from './basics.js';
import { chatMethods } from './chat.js';
import { conversationMethods } from './conversations.js';
import { fileMethods } from './files.js';
import type { ApiMethod } from './method.js';
import { reactionMethods } from './reactions.js';
import { streamMethods } from './streams.js';
import { userMethods } from './users.js';
import { viewMethods } from './views.js';

/** Every Web API method the stand-in speaks, by name. */
export const METHODS: ReadonlyMap<string, ApiMethod> = new Map(
  [
    ...assistantMethods,
    ...basicMethods,
    ...chatMethods,
    ...conversationMethods,
    ...fileMethods,
    ...reactionMethods,
    ...streamMethods,
    ...userMethods,
    ...viewMethods,
  ].map((each) => [each.name, each]),
);
