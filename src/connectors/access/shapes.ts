import * as z from 'zod';
import type { Page } from '../http/page.js';

/** Where the management endpoints are. */
export const managerApi = '/SAAS/jersey/manager/api';

/** A text that may be missing. */
export const text = z.string().nullish();

/** A yes or no that may be missing. One client sends booleans here, another strings. */
export const flag = z.union([z.boolean(), z.stringbool()]).nullish();

/** How the management endpoints send lists. */
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

/** A list that is never sent in parts. */
export const whole = <T>({ items }: { items: readonly T[] }): Page<T> => ({ items, more: false });
