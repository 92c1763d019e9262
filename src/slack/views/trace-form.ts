import type { ModalView } from '@slack/types';

/** The form for a SAML trace: names of its fields, as they come back when it is sent. */
export const traceForm = {
  callbackId: 'trace_form',
  text: { block: 'trace_text', action: 'text' },
  file: { block: 'trace_file', action: 'file' },
} as const;

/** What SAML-tracer, browsers and captures of headers write. Slack goes by the ending of the name. */
const endings = ['json', 'har', 'txt', 'log', 'xml', 'saml', 'eml'];
/** Slack allows no more in a field. */
const longestText = 3_000;

/**
 * The form that `/wo-okta trace` opens: a text or a file. A command takes one line and everybody's messages show what is
 * pasted; a form does neither. `metadata` comes back with it.
 */
export function traceFormView(metadata: string): ModalView {
  return {
    type: 'modal',
    callback_id: traceForm.callbackId,
    private_metadata: metadata,
    title: { type: 'plain_text', text: 'Read a SAML trace' },
    submit: { type: 'plain_text', text: 'Read it' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: 'Only you see what I read. Nothing is kept of the trace, but delete the file afterwards: until its assertion expires, whoever has it can sign in with it.',
          verbatim: true,
        },
      },
      {
        type: 'input',
        block_id: traceForm.file.block,
        optional: true,
        label: { type: 'plain_text', text: 'File' },
        hint: { type: 'plain_text', text: 'An export of SAML-tracer, a HAR file of the browser, or captured headers.' },
        element: { type: 'file_input', action_id: traceForm.file.action, filetypes: endings, max_files: 1 },
      },
      {
        type: 'input',
        block_id: traceForm.text.block,
        optional: true,
        label: { type: 'plain_text', text: 'Or the text' },
        hint: {
          type: 'plain_text',
          text: 'The XML, a SAMLRequest or SAMLResponse, or an address with one in it. What is longer than 3,000 characters goes into a file.',
        },
        element: {
          type: 'plain_text_input',
          action_id: traceForm.text.action,
          multiline: true,
          max_length: longestText,
        },
      },
    ],
  };
}
