/** The middleware in order, and where each feature is mounted. */
import { Hono } from 'hono';
import { assistedApi } from './features/assisted/api.ts';
import { counterPages, helperPages } from './features/assisted/pages.tsx';
import { campaignsApi } from './features/campaigns/api.ts';
import { hangPages } from './features/campaigns/hang/pages.tsx';
import { campaignPages } from './features/campaigns/pages.tsx';
import { sharePages } from './features/campaigns/posts/share/pages.tsx';
import { countOpening, scanRoutes, scansFirst } from './features/campaigns/scans/scan.ts';
import { carePages } from './features/care/pages.tsx';
import { deskApi } from './features/desk/api.ts';
import { deskPages } from './features/desk/pages.tsx';
import { answerError, answerNotFound } from './features/errors.tsx';
import { evaluationApi } from './features/evaluation/api.ts';
import { evaluationPages } from './features/evaluation/pages.tsx';
import { type AppEnv, prepare } from './features/http.ts';
import { apiDocument } from './features/intake/document.tsx';
import { intakePages } from './features/intake/pages.tsx';
import { openDataApi } from './features/openness/api.ts';
import { opennessPages } from './features/openness/pages.tsx';
import { postsApi } from './features/posts/api.ts';
import { postPages } from './features/posts/pages.tsx';
import { protectiveHeaders } from './features/protective-headers.ts';
import { publicApi } from './features/public-api.ts';
import { crestFiles } from './features/settings/crest-file.ts';
import { settingsPages } from './features/settings/pages.tsx';
import { sp4nPages } from './features/sp4n/pages.tsx';
import { staffPages } from './features/staff/pages.tsx';
import { statusApi } from './features/status/api.ts';
import { health } from './features/status/health.ts';
import { statusPages } from './features/status/pages.tsx';
import { trackingPages } from './features/tracking/pages.tsx';
import { compressed, serveAssets } from './ui/serve.ts';

export const app = new Hono<AppEnv>();

app.onError(answerError);
app.notFound(answerNotFound);

// Before everything else: a scan needs no settings, and carries nothing that headers could protect.
app.fetch = scansFirst(app.fetch);
app.route('/', scanRoutes);
app.use(compressed);
app.use(protectiveHeaders);
app.route('/', serveAssets);
app.route('/', crestFiles);
app.route('/', health);
app.use(async (c, next) => {
  await prepare(c);
  await next();
});

app.route('/api/v1', publicApi);
app.route('/api/v1/desk/posts', postsApi);
app.route('/api/v1/desk/intake', assistedApi);
app.route('/api/v1/desk/status', statusApi);
app.route('/api/v1/desk', deskApi);
app.route('/api/v1/campaigns', campaignsApi);
app.route('/api/v1/evaluation', evaluationApi);
app.route('/api/v1/open-data', openDataApi);
app.route('/bagikan', sharePages);
app.get('/', countOpening);
app.route('/', intakePages);
app.route('/', trackingPages);
app.route('/', staffPages);
app.route('/', settingsPages);
app.route('/desk/kampanye', campaignPages);
app.route('/desk/evaluasi', evaluationPages);
app.route('/keterbukaan', opennessPages);
app.route('/pasang', hangPages);
app.route('/desk/terima', counterPages);
app.route('/bantu', helperPages);
app.route('/desk/medsos', postPages);
app.route('/desk/sp4n', sp4nPages);
app.route('/desk/data-pribadi', carePages);
app.route('/desk/status', statusPages);
app.route('/desk', deskPages);
app.route('/', apiDocument(app));
