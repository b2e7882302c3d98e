/** A hono route that reads the same body and answers at once: what the framework alone costs. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.post('/api/messages', async (context) => {
  const { text } = await context.req.json<{ text: string }>();
  return context.json({ placement: 'turn', turn: null, blocks: [{ kind: 'text', text }] });
});
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
  console.log(`http://127.0.0.1:${port}/`);
});
