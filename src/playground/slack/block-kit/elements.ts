import * as z from 'zod';
import { LIMITS } from './limits.js';
import {
  actionId,
  bounded,
  confirm,
  conversationFilter,
  dispatchConfig,
  imageUrl,
  optionGroup,
  plainOption,
  plainText,
  richOption,
  slackFile,
  url,
} from './objects.js';
import { richText } from './rich-text.js';

// Fields that many elements share, by the property they give.
const acting = { action_id: actionId };
const confirmable = { confirm: confirm.optional() };
const focusable = { focus_on_load: z.boolean().optional() };
const placeheld = { placeholder: plainText(LIMITS.placeholder).optional() };
const dispatching = { dispatch_action_config: dispatchConfig.optional() };
const several = { max_selected_items: z.number().int().min(1).optional() };
const menu = { ...acting, ...confirmable, ...focusable, ...placeheld };
const respondable = { response_url_enabled: z.boolean().optional() };
const listed = {
  options: z.array(plainOption).min(1).max(LIMITS.options).optional(),
  option_groups: z.array(optionGroup).min(1).max(LIMITS.optionGroups).optional(),
};
const labelled = { accessibility_label: bounded(LIMITS.accessibilityLabel).optional() };
const style = { style: z.enum(['primary', 'danger']).optional() };
const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: conversationFilter.optional(),
};
const ids = z.array(bounded(32));
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date in the format YYYY-MM-DD');
const time = z.string().regex(/^\d{2}:\d{2}$/, 'must be a time in the format HH:mm');

const oneList = <T extends { options?: unknown; option_groups?: unknown }>(menuElement: T): boolean =>
  (menuElement.options === undefined) !== (menuElement.option_groups === undefined);
const ONE_LIST = 'must provide either options or option_groups';

const feedbackButton = z.strictObject({
  text: plainText(LIMITS.buttonText),
  value: bounded(LIMITS.buttonValue),
  ...labelled,
});

/** The button, which cards take too. */
export const button = z.strictObject({
  type: z.literal('button'),
  ...acting,
  ...confirmable,
  ...labelled,
  ...style,
  text: plainText(LIMITS.buttonText),
  value: bounded(LIMITS.buttonValue).optional(),
  url: url.optional(),
});

/** The image as an element; as a block it also has a title. */
export const imageElement = z
  .strictObject({
    type: z.literal('image'),
    alt_text: bounded(LIMITS.altText),
    image_url: imageUrl.optional(),
    slack_file: slackFile.optional(),
  })
  .refine((image) => (image.image_url === undefined) !== (image.slack_file === undefined), {
    message: 'must provide either image_url or slack_file',
  });

/** Every interactive element, by its type. */
export const ELEMENTS = {
  button,
  image: imageElement,
  checkboxes: z.strictObject({
    type: z.literal('checkboxes'),
    ...acting,
    ...confirmable,
    ...focusable,
    options: z.array(richOption).min(1).max(LIMITS.choices),
    initial_options: z.array(richOption).min(1).optional(),
  }),
  radio_buttons: z.strictObject({
    type: z.literal('radio_buttons'),
    ...acting,
    ...confirmable,
    ...focusable,
    options: z.array(richOption).min(1).max(LIMITS.choices),
    initial_option: richOption.optional(),
  }),
  overflow: z.strictObject({
    type: z.literal('overflow'),
    ...acting,
    ...confirmable,
    options: z.array(plainOption).min(1).max(LIMITS.overflowOptions),
  }),
  datepicker: z.strictObject({ type: z.literal('datepicker'), ...menu, initial_date: date.optional() }),
  timepicker: z.strictObject({
    type: z.literal('timepicker'),
    ...menu,
    initial_time: time.optional(),
    timezone: bounded(64).optional(),
  }),
  datetimepicker: z.strictObject({
    type: z.literal('datetimepicker'),
    ...acting,
    ...confirmable,
    ...focusable,
    initial_date_time: z.number().int().optional(),
  }),
  static_select: z
    .strictObject({ type: z.literal('static_select'), ...menu, ...listed, initial_option: plainOption.optional() })
    .refine(oneList, ONE_LIST),
  multi_static_select: z
    .strictObject({
      type: z.literal('multi_static_select'),
      ...menu,
      ...listed,
      ...several,
      initial_options: z.array(plainOption).min(1).optional(),
    })
    .refine(oneList, ONE_LIST),
  external_select: z.strictObject({
    type: z.literal('external_select'),
    ...menu,
    initial_option: plainOption.optional(),
    min_query_length: z.number().int().min(0).optional(),
  }),
  multi_external_select: z.strictObject({
    type: z.literal('multi_external_select'),
    ...menu,
    ...several,
    initial_options: z.array(plainOption).min(1).optional(),
    min_query_length: z.number().int().min(0).optional(),
  }),
  users_select: z.strictObject({ type: z.literal('users_select'), ...menu, initial_user: bounded(32).optional() }),
  multi_users_select: z.strictObject({
    type: z.literal('multi_users_select'),
    ...menu,
    ...several,
    initial_users: ids.optional(),
  }),
  conversations_select: z.strictObject({
    type: z.literal('conversations_select'),
    ...menu,
    ...respondable,
    ...conversations,
    initial_conversation: bounded(32).optional(),
  }),
  multi_conversations_select: z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...menu,
    ...several,
    ...conversations,
    initial_conversations: ids.optional(),
  }),
  channels_select: z.strictObject({
    type: z.literal('channels_select'),
    ...menu,
    ...respondable,
    initial_channel: bounded(32).optional(),
  }),
  multi_channels_select: z.strictObject({
    type: z.literal('multi_channels_select'),
    ...menu,
    ...several,
    initial_channels: ids.optional(),
  }),
  plain_text_input: z.strictObject({
    type: z.literal('plain_text_input'),
    ...acting,
    ...focusable,
    ...placeheld,
    ...dispatching,
    initial_value: z.string().max(LIMITS.plainTextInput).optional(),
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(LIMITS.plainTextInput).optional(),
    max_length: z.number().int().min(1).max(LIMITS.plainTextInput).optional(),
  }),
  rich_text_input: z.strictObject({
    type: z.literal('rich_text_input'),
    ...acting,
    ...focusable,
    ...placeheld,
    ...dispatching,
    initial_value: richText.optional(),
    min_lines: z.number().int().min(1).max(100).optional(),
    max_lines: z.number().int().min(1).max(100).optional(),
  }),
  email_text_input: z.strictObject({
    type: z.literal('email_text_input'),
    ...acting,
    ...focusable,
    ...placeheld,
    ...dispatching,
    initial_value: z.string().optional(),
  }),
  url_text_input: z.strictObject({
    type: z.literal('url_text_input'),
    ...acting,
    ...focusable,
    ...placeheld,
    ...dispatching,
    initial_value: z.string().optional(),
  }),
  number_input: z.strictObject({
    type: z.literal('number_input'),
    ...acting,
    ...focusable,
    ...placeheld,
    ...dispatching,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  file_input: z.strictObject({
    type: z.literal('file_input'),
    ...acting,
    filetypes: z.array(bounded(32)).optional(),
    max_files: z.number().int().min(1).max(LIMITS.fileInputFiles).optional(),
  }),
  workflow_button: z.strictObject({
    type: z.literal('workflow_button'),
    ...acting,
    ...confirmable,
    ...labelled,
    ...style,
    text: plainText(LIMITS.buttonText),
    workflow: z.strictObject({
      trigger: z.strictObject({
        url,
        customizable_input_parameters: z.array(z.strictObject({ name: bounded(255), value: z.string() })).optional(),
      }),
    }),
  }),
  feedback_buttons: z.strictObject({
    type: z.literal('feedback_buttons'),
    ...acting,
    positive_button: feedbackButton,
    negative_button: feedbackButton,
  }),
  icon_button: z.strictObject({
    type: z.literal('icon_button'),
    ...acting,
    ...confirmable,
    ...labelled,
    icon: bounded(64),
    text: plainText(LIMITS.buttonText),
    value: bounded(LIMITS.buttonValue).optional(),
    visible_to_user_ids: ids.optional(),
  }),
} as const satisfies Record<string, z.ZodType>;

type ElementType = keyof typeof ELEMENTS;

const singleMenus = [
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
] as const satisfies readonly ElementType[];
const multiMenus = [
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
] as const satisfies readonly ElementType[];
const choices = ['checkboxes', 'radio_buttons', 'datepicker', 'timepicker'] as const satisfies readonly ElementType[];

/**
 * Which elements each block takes. Slack's types allow multi-selects in `actions`; the service refuses them there
 * ("unsupported element: multiselect"), so this table does too.
 */
export const ELEMENTS_IN = {
  actions: ['button', 'overflow', 'workflow_button', 'datetimepicker', 'rich_text_input', ...choices, ...singleMenus],
  section: ['button', 'overflow', 'workflow_button', 'image', ...choices, ...singleMenus, ...multiMenus],
  input: [
    'plain_text_input',
    'rich_text_input',
    'email_text_input',
    'url_text_input',
    'number_input',
    'file_input',
    'datetimepicker',
    ...choices,
    ...singleMenus,
    ...multiMenus,
  ],
  context_actions: ['feedback_buttons', 'icon_button'],
} as const satisfies Record<string, readonly ElementType[]>;
