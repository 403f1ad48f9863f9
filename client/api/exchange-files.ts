/** Files that go out of the house and come into it: too large to be JSON, and worth a progress bar. */
import type {
  BoardFormat,
  BoardLook,
  BoardPlan,
  ImportLine,
  ImportProgress,
} from '@atelier/shared/exchange/board-import'
import type { ExportFormat, Imported } from '@atelier/shared/exchange/exchange'
import type { JournalFormat } from '@atelier/shared/journals/export-contract'
import type { RefusalBody } from '@atelier/shared/refusals'
import type { SummaryFormat } from '@atelier/shared/workshops/summary'
import { RequestFailed } from './request-failed'

export type Download = { blob: Blob; name: string }

/** `withComments` is for Word, which has a margin for them. */
export function fetchDocExport(
  docId: string,
  format: ExportFormat,
  { withComments = false } = {},
): Promise<Download> {
  const query = `format=${format}${withComments ? '&comments=1' : ''}`
  return fetchDownload(`/api/docs/${docId}/export?${query}`, `doc.${format}`)
}

export const fetchBoardExport = (boardId: string, format: BoardFormat): Promise<Download> =>
  fetchDownload(`/api/boards/${boardId}/export?format=${format}`, `board.${format}`)

/** All of one’s own journal. */
export const fetchJournalExport = (format: JournalFormat): Promise<Download> =>
  fetchDownload(`/api/journals/export?format=${format}`, `journal.${format}`)

/** What came of a workshop, also for a guest of it. */
export const fetchSummaryExport = (workshopId: string, format: SummaryFormat): Promise<Download> =>
  fetchDownload(`/api/workshops/${workshopId}/export?format=${format}`, `workshop.${format}`)

async function fetchDownload(address: string, otherwise: string): Promise<Download> {
  const response = await fetch(address).catch((cause: unknown) => {
    throw new RequestFailed('unreachable', {}, cause)
  })
  if (!response.ok) throw failureOf(response.status, await response.text())
  const name = nameIn(response.headers.get('content-disposition'))
  return { blob: await response.blob(), name: name ?? otherwise }
}

/** Streamed by the browser itself: it may be as large as the project. */
export const projectExportAddress = (projectId: string): string =>
  `/api/projects/${projectId}/export`

/** `onSent` is told how much of it has gone, from 0 to 1; then the server reads it. */
export const sendImport = (
  projectId: string,
  file: File,
  onSent: (share: number) => void,
): Promise<Imported> =>
  send(`/api/projects/${projectId}/import?name=${encodeURIComponent(file.name)}`, file, onSent)

type SentBoard = { projectId: string; file: File; plan: BoardPlan }

type ImportCourse = {
  onSent(share: number): void
  onProgress(progress: ImportProgress): void
  /** Aborted, nothing is stored that is not stored yet. */
  signal: AbortSignal
}

/** Resolves with null where it was cancelled. */
export function importBoard(
  { projectId, file, plan }: SentBoard,
  { onSent, onProgress, signal }: ImportCourse,
): Promise<Imported | null> {
  const name = encodeURIComponent(file.name)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/projects/${projectId}/boards/import?progress&name=${name}`)
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onSent(total > 0 ? loaded / total : 0),
    )
    request.addEventListener('progress', () => {
      const last = request.status === 200 ? linesIn(request.responseText).at(-1) : undefined
      if (last && 'progress' in last) onProgress(last.progress)
    })
    request.addEventListener('error', () => reject(new RequestFailed('unreachable')))
    request.addEventListener('abort', () => resolve(null))
    request.addEventListener('load', () => {
      const last = request.status === 200 ? linesIn(request.responseText).at(-1) : undefined
      if (last && 'imported' in last) resolve(last.imported)
      else if (last && 'error' in last) reject(new RequestFailed(last.error.code, last.error))
      else reject(failureOf(request.status, request.responseText))
    })
    signal.addEventListener('abort', () => request.abort())
    request.send(new Blob([JSON.stringify(plan), '\n', file]))
  })
}

/** Whole lines only: the last may still be on its way. */
const linesIn = (text: string): ImportLine[] =>
  text
    .split('\n')
    .slice(0, -1)
    .slice(-1)
    .map((line) => JSON.parse(line) as ImportLine)

/** What is in it, and what would become of it. The plan is the first line of what is sent, and the file is all the rest. */
export const lookAtBoard = (
  { projectId, file, plan }: SentBoard,
  onSent: (share: number) => void,
): Promise<BoardLook> =>
  send(
    `/api/projects/${projectId}/boards/look?name=${encodeURIComponent(file.name)}`,
    new Blob([JSON.stringify(plan), '\n', file]),
    onSent,
  )

function send<T>(address: string, body: Blob, onSent: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onSent(total > 0 ? loaded / total : 0),
    )
    request.addEventListener('error', () => reject(new RequestFailed('unreachable')))
    request.addEventListener('load', () => {
      const isDone = request.status === 200 || request.status === 201
      if (isDone) resolve(JSON.parse(request.responseText) as T)
      else reject(failureOf(request.status, request.responseText))
    })
    request.send(body)
  })
}

function failureOf(status: number, text: string): RequestFailed {
  try {
    const { error } = JSON.parse(text) as { error: RefusalBody }
    return new RequestFailed(error.code, error)
  } catch {
    return new RequestFailed(status >= 502 ? 'unreachable' : 'bug')
  }
}

function nameIn(disposition: string | null): string | null {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '') ?? []
  return encoded ? decodeURIComponent(encoded) : null
}
