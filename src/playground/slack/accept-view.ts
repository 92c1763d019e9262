import { checkView, fileInputs, type View } from './block-kit/index.js';
import type { Core } from './core.js';
import { needScope } from './web-api/method.js';

/**
 * A view of the app, checked. Throws `SlackError`: of `checkView`, or `missing_scope` when it asks for files: “In order
 * to use the file_input element within your app, your app must have the files:read scope” (docs.slack.dev; the error's
 * name is not documented).
 */
export const acceptView = (core: Core, given: unknown): View => {
  const view = checkView(given, () => core.id(''));
  if (fileInputs(view.blocks, '').length > 0) needScope(core, 'files:read');
  return view;
};
