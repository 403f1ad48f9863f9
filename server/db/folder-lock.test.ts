import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderInUse, lockFolder } from './folder-lock'

let dir: string
let socket: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lock-'))
  socket = join(dir, 's')
})
afterEach(() => rmSync(dir, { recursive: true }))

const lockFile = () => join(dir, 'lock')
const writeHolder = (holder: object) => writeFileSync(lockFile(), JSON.stringify(holder))
const holderNow = () => JSON.parse(readFileSync(lockFile(), 'utf8'))
const nobody = 2 ** 22 + 1

test('a folder in use is refused, and free again when released', async () => {
  const lock = await lockFolder(dir, socket)
  await expect(lockFolder(dir, socket)).rejects.toThrow(FolderInUse)
  await expect(lockFolder(dir, socket)).rejects.toThrow(`process ${process.pid}`)
  lock.release()
  const again = await lockFolder(dir, socket)
  again.release()
  expect(readdirSync(dir)).toEqual([])
})

test('the lock of a process that was killed is taken over', async () => {
  writeHolder({ pid: nobody, started: '1', token: 'x' })
  const lock = await lockFolder(dir, socket)
  expect(holderNow().pid).toBe(process.pid)
  lock.release()
})

test('a process number used again by something else does not hold the lock', async () => {
  const lock = await lockFolder(dir, socket)
  const { started } = holderNow()
  lock.release()
  writeHolder({ pid: process.pid, started: `${started}0`, token: 'x' })
  const taken = await lockFolder(dir, socket)
  taken.release()
})

test('a holder out of sight that still answers on its socket keeps the lock', async () => {
  writeHolder({ pid: nobody, started: '1', token: 'x' })
  const server = await listenOn(socket)
  await expect(lockFolder(dir, socket)).rejects.toThrow(FolderInUse)
  await new Promise((resolve) => server.close(resolve))
  const lock = await lockFolder(dir, socket)
  lock.release()
})

test('a lock file that makes no sense holds nothing', async () => {
  writeFileSync(lockFile(), 'half a li')
  const lock = await lockFolder(dir, socket)
  lock.release()
})

test('of many who take over a stale lock at the same moment, one gets it', async () => {
  writeHolder({ pid: nobody, started: '1', token: 'x' })
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(dir, socket)))
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  for (const one of tries) {
    if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(FolderInUse)
  }
})

test('releasing takes away nobody else’s lock', async () => {
  const lock = await lockFolder(dir, socket)
  writeHolder({ pid: process.pid, started: 'other', token: 'y' })
  lock.release()
  expect(holderNow().token).toBe('y')
})

const listenOn = (path: string) =>
  new Promise<Server>((resolve) => {
    const server = createServer().listen(path, () => resolve(server))
  })
