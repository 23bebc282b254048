/** /api/v1/evaluation */
import { Hono } from 'hono';
import type { AppEnv } from '../http.ts';
import { actionsApi } from './actions/api.ts';
import { evidenceApi } from './evidence/api.ts';
import { figuresApi } from './figures/api.ts';
import { meetingsApi } from './meetings/api.ts';

export const evaluationApi = new Hono<AppEnv>();

evaluationApi.route('/', actionsApi);
evaluationApi.route('/', figuresApi);
evaluationApi.route('/', meetingsApi);
evaluationApi.route('/', evidenceApi);
