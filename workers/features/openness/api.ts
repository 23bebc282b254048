/** /api/v1/open-data: what is published, for programs; no key needed. */
import { Hono } from 'hono';
import type { AppEnv } from '../http.ts';

export const openDataApi = new Hono<AppEnv>();
