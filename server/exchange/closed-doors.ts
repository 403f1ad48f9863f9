/** Takes files, network and other programs away from the thread it is called in, for good. */
import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import fs from 'node:fs'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'
import workerThreads from 'node:worker_threads'

const modules: object[] = [
  childProcess,
  dgram,
  dns,
  dns.promises,
  fs,
  fs.promises,
  http,
  http2,
  https,
  net,
  tls,
]

/** Also where it is called as a class. */
function closed(): never {
  throw new Error('there are no files and no network here')
}

export function closeDoors(): void {
  for (const module of modules) closeAll(module)
  // Whoever kept a class of before finds its doors closed as well.
  net.Socket.prototype.connect = closed
  dgram.Socket.prototype.send = closed
  Object.assign(workerThreads, { Worker: closed })
  Object.assign(globalThis, { fetch: closed, WebSocket: closed, EventSource: closed })
  syncBuiltinESMExports()
}

function closeAll(module: object): void {
  for (const [name, value] of Object.entries(module)) {
    if (typeof value === 'function' && /^[a-z]/.test(name))
      Object.assign(module, { [name]: closed })
  }
}
