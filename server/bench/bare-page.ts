import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from '../launch/root.mjs'

const html = '<!doctype html><meta charset="utf-8"><title>bare</title><body></body>'

export type BarePage = { origin: string; stop(): void }

/** Builds a page of one script in `peers` and serves it: `origin` with `?room=` and the address of a room. */
export async function serveBarePage(script: string): Promise<BarePage> {
  const outDir = join(root, '.cache', `bench-${script.replace(/\.\w+$/, '')}`)
  mkdirSync(outDir, { recursive: true })
  writeFileSync(join(outDir, 'index.html'), html)
  await build({
    configFile: false,
    root: join(root, 'client'),
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: join(root, 'server/bench/peers', script),
        output: { entryFileNames: 'page.js' },
      },
    },
  })
  const built = readFileSync(join(outDir, 'page.js'))
  const server = createServer((request, response) => {
    const isScript = request.url?.startsWith('/page.js') ?? false
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? built : `${html}<script type="module" src="/page.js"></script>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close() }
}
