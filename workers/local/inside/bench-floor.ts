/**
 * The floor that `npm run bench` compares with: the same workerd and the same Hono, and nothing else but a bare redirect
 * and one bare INSERT.
 */
import { Hono } from 'hono';

const app = new Hono<{ Bindings: { DB: D1Database } }>();

app.get('/redirect', (c) => c.redirect('/', 302));

app.post('/insert', async (c) => {
  const body = await c.req.text();
  await c.env.DB.prepare('INSERT INTO floor (body) VALUES (?)').bind(body).run();
  return c.json({ ok: true }, 201);
});

export default app;
