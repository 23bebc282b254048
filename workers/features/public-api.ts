/** The public API, relative to /api/v1: what anybody, client servers and reporters may call (contract.md). */
import { Hono } from 'hono';
import type { AppEnv } from './http.ts';
import { intakeApi } from './intake/api.ts';
import { trackingApi } from './tracking/api.ts';

export const publicApi = new Hono<AppEnv>();

publicApi.route('/', intakeApi);
publicApi.route('/', trackingApi);
