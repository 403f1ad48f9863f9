/**
 * "Something changed": tells those who are looking, and who may see it, to ask again.
 * Whom a notice reaches is decided when it is delivered, with each receiver's rights of that
 * moment. Equal notices within a moment become one.
 */
import type { Notice } from '@atelier/shared/notices/notice'
import type { Listener } from './listener-queries'

export type Audience =
  | { kind: 'everyone'; workspaceId: string }
  /** Those who run the workspace. */
  | { kind: 'managers'; workspaceId: string }
  /** Those who may read the project. */
  | { kind: 'project'; projectId: string }
  /** Those who may read the doc. */
  | { kind: 'doc'; docId: string }
  /** Those who may read the workshop or wait at its door, its guests included. */
  | { kind: 'workshop'; workshopId: string }
  /** A guest by the id of their seat. */
  | { kind: 'people'; personIds: string[] }
  /** Those who may know of this person, themselves included. */
  | { kind: 'person'; workspaceId: string; personId: string }

export type NoticeSocket = {
  sessionId: string
  send(text: string): void
  close(reason: 'signedOut' | 'restarting'): void
  /** Asks for a sign of life, and drops who gave none since the last time. */
  ping(): void
}

export interface Notices {
  tell(notice: Notice, audience: Audience): void
  join(socket: NoticeSocket): () => void
  /** Closes the sockets of sessions that are no more. */
  recheck(): void
  /** Keeps proxies from closing quiet sockets, and drops the dead. */
  beat(): void
  /** Something may have been missed, or the server goes down: everyone comes back and asks anew. */
  sendBack(): void
}

type Pending = { notice: Notice; audience: Audience }

export type NoticeDeps = {
  /** Who sits behind these sessions now; ended ones are missing. */
  loadListeners(sessionIds: string[]): Promise<Map<string, Listener>>
  /** Which of these listeners belong to the audience. */
  pickAudience(audience: Audience, listeners: Listener[]): Promise<Set<string>>
  onError(error: unknown): void
  later(work: () => void, ms: number): void
}

/** Long enough to make one notice of the many writes of one act, too short to be noticed. */
const gatherMs = 60
/** After the database could not be asked; what was to be told is kept until it can. */
const retryMs = 1000

export function createNotices(deps: NoticeDeps): Notices {
  const sockets = new Set<NoticeSocket>()
  const pending = new Map<string, Pending>()
  let scheduled = false

  function schedule(ms = gatherMs) {
    if (scheduled) return
    scheduled = true
    deps.later(() => {
      scheduled = false
      const batch = [...pending.values()]
      pending.clear()
      deliver(batch).catch((error: unknown) => {
        deps.onError(error)
        for (const kept of batch) add(kept)
        schedule(retryMs)
      })
    }, ms)
  }

  const add = (one: Pending) => pending.set(JSON.stringify(one), one)

  async function deliver(batch: Pending[]) {
    if (sockets.size === 0) return
    const listeners = await closeEnded()
    // One change is often several notices to the same people.
    const picked = new Map<string, Set<string>>()
    for (const { notice, audience } of batch) {
      const key = JSON.stringify(audience)
      const personIds =
        picked.get(key) ?? (await deps.pickAudience(audience, [...listeners.values()]))
      picked.set(key, personIds)
      const text = JSON.stringify(notice)
      for (const socket of sockets) {
        const listener = listeners.get(socket.sessionId)
        if (listener && personIds.has(listener.personId)) socket.send(text)
      }
    }
  }

  async function closeEnded() {
    const asked = [...sockets]
    const listeners = await deps.loadListeners(asked.map((socket) => socket.sessionId))
    for (const socket of asked) {
      if (listeners.has(socket.sessionId)) continue
      sockets.delete(socket)
      socket.close('signedOut')
    }
    return listeners
  }

  return {
    tell(notice, audience) {
      add({ notice, audience })
      schedule()
    },
    join(socket) {
      sockets.add(socket)
      // Its session may have ended while the socket was opening.
      schedule()
      return () => sockets.delete(socket)
    },
    recheck: () => schedule(),
    beat() {
      for (const socket of [...sockets]) socket.ping()
    },
    sendBack() {
      for (const socket of sockets) socket.close('restarting')
      sockets.clear()
    },
  }
}
