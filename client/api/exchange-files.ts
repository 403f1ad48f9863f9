/** Files that go out of the house and come into it: too large to be JSON, and worth a progress bar. */
import type { ExportFormat, Imported } from '@atelier/shared/exchange/exchange'
import type { RefusalBody } from '@atelier/shared/refusals'
import { RequestFailed } from './request-failed'

export type Download = { blob: Blob; name: string }

/** `withComments` is for Word, which has a margin for them. */
export async function fetchDocExport(
  docId: string,
  format: ExportFormat,
  { withComments = false } = {},
): Promise<Download> {
  const query = `format=${format}${withComments ? '&comments=1' : ''}`
  const response = await fetch(`/api/docs/${docId}/export?${query}`).catch((cause: unknown) => {
    throw new RequestFailed('unreachable', {}, cause)
  })
  if (!response.ok) throw failureOf(response.status, await response.text())
  return {
    blob: await response.blob(),
    name: nameIn(response.headers.get('content-disposition'), format),
  }
}

/** Streamed by the browser itself: it may be as large as the project. */
export const projectExportAddress = (projectId: string): string =>
  `/api/projects/${projectId}/export`

/** `onSent` is told how much of it has gone, from 0 to 1; then the server reads it. */
export function sendImport(
  projectId: string,
  file: File,
  onSent: (share: number) => void,
): Promise<Imported> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/projects/${projectId}/import?name=${encodeURIComponent(file.name)}`)
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onSent(total > 0 ? loaded / total : 0),
    )
    request.addEventListener('error', () => reject(new RequestFailed('unreachable')))
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as Imported)
      else reject(failureOf(request.status, request.responseText))
    })
    request.send(file)
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

function nameIn(disposition: string | null, format: ExportFormat): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '') ?? []
  return encoded ? decodeURIComponent(encoded) : `doc.${format}`
}
