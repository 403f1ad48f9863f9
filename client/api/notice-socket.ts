/** Hears `/ws/notices` for as long as the page is signed in, or in a workshop, through any number of interruptions. */
import { type Notice, noticeKinds } from '@atelier/shared/notices/notice'
import { closeCodes } from '@atelier/shared/sync/close-codes'
import { RoadSocket } from './road'

const firstDelayMs = 1_000
const longestDelayMs = 30_000

/** Full jitter: a restarted server is not met by everybody at the same moment. */
export const noticeDelayMs = (attempt: number, random: number): number =>
  random * Math.min(longestDelayMs, firstDelayMs * 2 ** attempt) + 250

export type NoticeEars = {
  onNotice(notice: Notice): void
  /** Connected again after a gap: anything may have changed. */
  onBack(): void
  onSignedOut(): void
}

export function readNotice(text: unknown): Notice | null {
  if (typeof text !== 'string') return null
  try {
    const said = JSON.parse(text) as Partial<Notice> | null
    const what = noticeKinds.find((kind) => kind === said?.what)
    if (!what) return null
    return typeof said?.id === 'string' ? { what, id: said.id } : { what }
  } catch (error) {
    console.error('A notice could not be read.', error)
    return null
  }
}

/** `workshopId` for a guest, who hears of that alone. Returns how to stop. */
export function listenForNotices(ears: NoticeEars, workshopId?: string): () => void {
  const url = new URL('/ws/notices', window.location.href)
  if (workshopId !== undefined) url.searchParams.set('workshop', workshopId)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  let attempt = 0
  let wasOpen = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let socket: RoadSocket | undefined
  let stopped = false

  const again = () => {
    clearTimeout(timer)
    timer = setTimeout(open, noticeDelayMs(attempt++, Math.random()))
  }
  const open = () => {
    const mine = new RoadSocket(url)
    socket = mine
    mine.onopen = () => {
      attempt = 0
      if (wasOpen) ears.onBack()
      wasOpen = true
    }
    mine.onmessage = ({ data }) => {
      const notice = readNotice(data)
      if (notice) ears.onNotice(notice)
    }
    mine.onclose = ({ code }) => {
      if (stopped || mine !== socket) return
      if (code === closeCodes.signedOut) ears.onSignedOut()
      again()
    }
  }
  const hurry = () => {
    if (socket?.readyState !== WebSocket.CLOSED) return
    clearTimeout(timer)
    open()
  }
  open()
  window.addEventListener('online', hurry)
  return () => {
    stopped = true
    clearTimeout(timer)
    window.removeEventListener('online', hurry)
    socket?.close()
  }
}
