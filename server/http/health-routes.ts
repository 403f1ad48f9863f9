import { Hono } from 'hono'

export type Readiness = { isReady(): Promise<boolean> }

/** For whoever watches the server: alive, and ready for people. */
export const healthRoutes = ({ isReady }: Readiness) =>
  new Hono()
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) => ((await isReady()) ? c.text('ready') : c.text('not ready', 503)))
