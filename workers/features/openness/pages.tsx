/** /keterbukaan: what everybody may know. */
import { Hono } from 'hono';
import type { AppEnv } from '../http.ts';

export const opennessPages = new Hono<AppEnv>();
