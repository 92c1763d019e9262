import * as z from 'zod';
import { UserError } from '../../model/errors.js';
import { acceptView } from './accept-view.js';
import type { Core } from './core.js';
import { filesError, withFiles } from './form-files.js';
import { who } from './interactions.js';
import type { Json } from './objects.js';
import { SlackError } from './slack-error.js';
import { type OpenView, viewShape } from './views.js';

const inputBlock = z.object({
  type: z.literal('input'),
  block_id: z.string(),
  optional: z.boolean().optional(),
  element: z.object({
    type: z.string(),
    action_id: z.string(),
    min_length: z.number().optional(),
    max_length: z.number().optional(),
    filetypes: z.array(z.string()).optional(),
    max_files: z.number().optional(),
  }),
});

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean =>
  !isObject(value) ||
  Object.entries(value).every(
    ([name, each]) =>
      name === 'type' ||
      each === null ||
      each === undefined ||
      each === '' ||
      (Array.isArray(each) && each.length === 0),
  );

/** What Slack's client checks before it submits: nothing required is empty, texts have their length, files are such as it takes. */
const clientErrors = (core: Core, view: OpenView, values: Json): Readonly<Record<string, string>> => {
  const errors: Record<string, string> = {};
  for (const block of view.view.blocks) {
    const parsed = inputBlock.safeParse(block);
    if (!parsed.success) continue;
    const { block_id: id, element, optional } = parsed.data;
    const inBlock = values[id];
    const value = isObject(inBlock) ? inBlock[element.action_id] : undefined;
    if (isEmpty(value)) {
      if (optional !== true) errors[id] = 'Please complete this required field.';
      continue;
    }
    const fault =
      element.type === 'file_input' && isObject(value) ? filesError(core, view.user, element, value) : undefined;
    if (fault !== undefined) errors[id] = fault;
    const text = isObject(value) && typeof value['value'] === 'string' ? value['value'] : undefined;
    if (text === undefined) continue;
    const max = element.max_length ?? 3_000;
    if (text.length > max) errors[id] = `Please enter no more than ${max} characters.`;
    if (text.length < (element.min_length ?? 0)) errors[id] = `Please enter at least ${element.min_length} characters.`;
  }
  return errors;
};

const responseSchema = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
]);

const CONNECT_TROUBLE = 'We had some trouble connecting. Try again?';

const applyResponse = (core: Core, view: OpenView, response: unknown): Readonly<Record<string, string>> | undefined => {
  if (!isObject(response) || Object.keys(response).length === 0) {
    core.views.close(view.id);
    return undefined;
  }
  const parsed = responseSchema.safeParse(response);
  if (!parsed.success) throw new UserError('bad-input', CONNECT_TROUBLE);
  try {
    switch (parsed.data.response_action) {
      case 'errors': {
        const blocks = new Set(view.view.blocks.map((block) => (isObject(block) ? block['block_id'] : undefined)));
        // An error for a block that is not in the view cannot be shown; Slack's client reports trouble instead.
        if (!Object.keys(parsed.data.errors).every((id) => blocks.has(id)))
          throw new UserError('bad-input', CONNECT_TROUBLE);
        return parsed.data.errors;
      }
      case 'update':
        core.views.update({ id: view.id }, acceptView(core, parsed.data.view));
        return undefined;
      case 'push':
        core.views.push(view, acceptView(core, parsed.data.view));
        return undefined;
      case 'clear':
        core.views.close(view.id, { all: true });
        return undefined;
    }
  } catch (error) {
    if (error instanceof SlackError) throw new UserError('bad-input', CONNECT_TROUBLE, { cause: error });
    throw error;
  }
};

/**
 * The person submitted a modal. Resolves with the errors to show by block, or with none when the app took it.
 * Rejects with `UserError` when the app does not answer in time or answers with something Slack cannot use.
 */
export const submitView = async (
  core: Core,
  user: string,
  viewId: string,
  values: Json,
): Promise<Readonly<Record<string, string>> | undefined> => {
  const open = core.views.get(viewId);
  if (open === undefined || open.user !== user) throw new UserError('bad-input', 'That window is closed.');
  const missing = clientErrors(core, open, values);
  if (Object.keys(missing).length > 0) return missing;
  const view = core.views.setValues(viewId, withFiles(core, user, values));
  const outcome = await core.deliver({
    kind: 'interactive',
    acceptsResponse: true,
    payload: {
      type: 'view_submission',
      ...who(core, user),
      trigger_id: core.triggers.issue(user),
      view: viewShape(view, core.seed.team.id, core.seed.app.id, core.bot.botId),
      response_urls: [],
    },
  });
  if (!outcome.acknowledged) throw new UserError('bad-input', CONNECT_TROUBLE);
  return applyResponse(core, view, outcome.response);
};

/** The person closed a modal. The app hears of it if the view asked for that. */
export const closeView = async (core: Core, user: string, viewId: string): Promise<void> => {
  const view = core.views.get(viewId);
  if (view === undefined || view.user !== user) return;
  const modal = view.view.type === 'modal' ? view.view : undefined;
  core.views.close(viewId, { all: modal?.clear_on_close === true });
  if (modal?.notify_on_close !== true) return;
  await core.deliver({
    kind: 'interactive',
    acceptsResponse: false,
    payload: {
      type: 'view_closed',
      ...who(core, user),
      view: viewShape(view, core.seed.team.id, core.seed.app.id, core.bot.botId),
      is_cleared: modal.clear_on_close === true,
    },
  });
};
