import * as z from 'zod';

/** The consoles and places a step or a fact can name. `browser` and `device` are the user's side. */
export const products = ['okta', 'access', 'uem'] as const;

/** Okta, Workspace ONE Access (Omnissa Access) or Workspace ONE UEM. */
export const productSchema = z.enum(products);
export type Product = z.infer<typeof productSchema>;

/** How each product is called in text for people. */
export const productNames: Readonly<Record<Product, string>> = {
  okta: 'Okta',
  access: 'Workspace ONE Access',
  uem: 'Workspace ONE UEM',
};

/**
 * Where a step happens: in a product's console, on the user's device, in their browser, on the network between, or with
 * this bot: a shell on its machine, its settings.
 */
export const placeSchema = z.enum([...products, 'device', 'browser', 'network', 'bot']);
export type Place = z.infer<typeof placeSchema>;

/** How each place is called in text for people. */
export const placeNames: Readonly<Record<Place, string>> = {
  okta: 'Okta Admin Console',
  access: 'Workspace ONE Access console',
  uem: 'Workspace ONE UEM console',
  device: 'The device',
  browser: 'The browser',
  network: 'The network',
  bot: 'wo-okta itself',
};
