/** /api/v1/evaluation */
import { Hono } from 'hono';
import type { AppEnv } from '../http.ts';

export const evaluationApi = new Hono<AppEnv>();
