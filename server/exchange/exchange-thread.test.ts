import { Worker } from 'node:worker_threads'
import { bodyFromMarkdown } from '@atelier/shared/docs/body-from-markdown'
import { exportFormats } from '@atelier/shared/exchange/exchange'
import { afterAll, describe, expect, it } from 'vitest'
import { makePng } from '../testing/make-picture'
import { makeWriteJob } from '../testing/make-write-job'
import { exchangeThread } from './exchange-thread'

const id = '00000000-0000-4000-8000-000000000001'
const thread = exchangeThread({ idleMs: 1 })
afterAll(() => thread.close())

describe('the thread that converts', () => {
  const job = makeWriteJob({
    title: 'T',
    body: bodyFromMarkdown('# Head\n\n![p](p.png)\n\n$x^2$ שלום 😀', {
      at: () => ({ picture: { file: id } }),
    }),
    files: [{ id, name: 'p.png', mime: 'image/png', bytes: makePng(10, 10), isPicture: true }],
  })

  it.each(exportFormats)(
    'writes %s with its doors closed, and reads it again where it can',
    async (format) => {
      const bytes = await thread.run({ ...job, format })
      expect(bytes.length).toBeGreaterThan(50)
      if (format === 'pdf') return
      const found = await thread.run({ kind: 'read', name: `x.${format}`, bytes, untitled: 'U' })
      expect(found.docs[0]?.title).toBe('T')
    },
  )

  it('says why it reads something not', async () => {
    const bytes = new TextEncoder().encode('PK not a zip')
    await expect(
      thread.run({ kind: 'read', name: 'x', bytes, untitled: 'U' }),
    ).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: [{ field: 'file', problem: 'no-zip' }] },
    })
  })

  it('ends what takes too long, and goes on with the next', async () => {
    const short = exchangeThread({ limitMs: 1 })
    await expect(short.run({ ...job, format: 'pdf' })).rejects.toMatchObject({ code: 'too-large' })
    await expect(short.run({ ...job, format: 'pdf' })).rejects.toMatchObject({ code: 'too-large' })
    short.close()
  })

  it('ends what takes long to read sooner than what takes long to write', async () => {
    // 80 kB of it took half a minute.
    const slow = new TextEncoder().encode('*a_ '.repeat(20_000))
    const others = exchangeThread({ limitsMs: { read: 200 } })
    const read = others.run({ kind: 'read', name: 'x.md', bytes: slow, untitled: 'U' })
    const written = others.run(job)
    await expect(read).rejects.toMatchObject({ code: 'too-large' })
    expect((await written).length).toBeGreaterThan(50)
    others.close()
  })

  it('gives each one who waits a turn', async () => {
    const order: string[] = []
    const of =
      (who: string) =>
      ({ update }: { update: Uint8Array }) =>
        order.push(update.length > 0 ? who : '')
    const body = bodyFromMarkdown('Words')
    const make = { kind: 'make', title: 'T', body, threads: [], me: '' } as const
    await Promise.all([
      ...[1, 2, 3].map((nth) => thread.run(make, { who: 'ada' }).then(of(`ada ${nth}`))),
      thread.run(make, { who: 'ben' }).then(of('ben')),
    ])
    expect(order).toEqual(['ada 1', 'ada 2', 'ben', 'ada 3'])
  })

  it('copies no bytes that whoever sent them does not need any more', async () => {
    const bytes = new TextEncoder().encode('# Head')
    const wish = { givesAway: true }
    const found = await thread.run({ kind: 'read', name: 'x.md', bytes, untitled: 'U' }, wish)
    expect([found.docs[0]?.title, bytes.length]).toEqual(['Head', 0])
  })

  it('lets a patient one wait however long the row is', async () => {
    const narrow = exchangeThread({ mostWaiting: 1 })
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => narrow.run(job, { isPatient: true })),
    )
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
    narrow.close()
  })

  it('keeps nobody waiting in too long a row', async () => {
    const narrow = exchangeThread({ mostWaiting: 1, limitMs: 1 })
    const answers = await Promise.allSettled([1, 2, 3].map(() => narrow.run(job)))
    const codes = answers.map((answer) => answer.status === 'rejected' && answer.reason.code)
    expect(codes).toEqual(['too-large', 'too-large', 'unavailable'])
    narrow.close()
  })
})

describe('behind closed doors', () => {
  it.each([
    "fs.readFileSync('/etc/passwd')",
    "await fs.promises.readFile('/etc/passwd')",
    "fs.writeFileSync('/tmp/atelier-was-here', 'x')",
    "fs.createReadStream('/etc/passwd')",
    "(await import('node:fs/promises')).readFile('/etc/passwd')",
    "net.connect(1, '127.0.0.1')",
    "new net.Socket().connect(1, '127.0.0.1')",
    "await fetch('http://127.0.0.1:1/')",
    "http.get('http://127.0.0.1:1/')",
    "https.get('https://127.0.0.1:1/')",
    "await new Promise((done) => dns.lookup('a.example', done))",
    "childProcess.execSync('id')",
    "new workerThreads.Worker('1', { eval: true })",
  ])('there is no %s', async (attempt) => {
    const source = `
      const { register } = await import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))})
      register()
      const [fs, net, http, https, dns, childProcess, workerThreads] = await Promise.all(
        ['fs', 'net', 'http', 'https', 'dns', 'child_process', 'worker_threads'].map(async (name) => (await import('node:' + name)).default),
      )
      const { closeDoors } = await import(${JSON.stringify(new URL('./closed-doors.ts', import.meta.url).href)})
      closeDoors()
      try { ${attempt}; workerThreads.parentPort.postMessage('open') }
      catch (error) { workerThreads.parentPort.postMessage(error.message) }`
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), {
      execArgv: [],
    })
    const said = await new Promise((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
    await worker.terminate()
    expect(said).toBe('there are no files and no network here')
  })
})
