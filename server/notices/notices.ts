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
  | { kind: 'people'; personIds: string[] }

export type NoticeSocket = {
  sessionId: string
  send(text: string): void
  /** The session has ended. */
  close(): void
}

export interface Notices {
  tell(notice: Notice, audience: Audience): void
  join(socket: NoticeSocket): () => void
  /** Closes the sockets of sessions that are no more. */
  recheck(): void
  close(): void
}

type Pending = { notice: Notice; audience: Audience }

export type NoticeDeps = {
  /** Who sits behind these sessions now; ended ones are missing. */
  loadListeners(sessionIds: string[]): Promise<Map<string, Listener>>
  /** Which of these listeners belong to the audience. */
  pickAudience(audience: Audience, listeners: Listener[]): Promise<Set<string>>
  onError(error: unknown): void
  /** Runs `work` a moment later. */
  later(work: () => void): void
}

export function createNotices(deps: NoticeDeps): Notices {
  const sockets = new Set<NoticeSocket>()
  const pending = new Map<string, Pending>()
  let scheduled = false
  let checking = false

  function schedule() {
    if (scheduled) return
    scheduled = true
    deps.later(() => {
      scheduled = false
      deliver().catch(deps.onError)
    })
  }

  async function deliver() {
    const batch = [...pending.values()]
    pending.clear()
    checking = false
    if (sockets.size === 0) return
    const listeners = await closeEnded()
    for (const { notice, audience } of batch) {
      const personIds = await deps.pickAudience(audience, [...listeners.values()])
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
      socket.close()
    }
    return listeners
  }

  return {
    tell(notice, audience) {
      pending.set(JSON.stringify([notice, audience]), { notice, audience })
      schedule()
    },
    join(socket) {
      sockets.add(socket)
      return () => sockets.delete(socket)
    },
    recheck() {
      if (checking) return
      checking = true
      schedule()
    },
    close() {
      for (const socket of sockets) socket.close()
      sockets.clear()
    },
  }
}
