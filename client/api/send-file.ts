import { fileNameHeader, type StoredFile } from '@atelier/shared/files/file'
import { expectedPersonHeader } from '@atelier/shared/people/session'
import type { RefusalBody } from '@atelier/shared/refusals'
import { RequestFailed } from './request-failed'

type Sending = { onShare: (share: number) => void; signal: AbortSignal; personId?: string }

/**
 * Adds a file to a room; `onShare` hears how much of it is sent, from 0 to 1. A request of its own
 * kind: `fetch` tells nobody how far an upload is. It is refused where `personId` is not signed in.
 */
export function sendFile(
  roomId: string,
  file: File,
  { onShare, signal, personId }: Sending,
): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/rooms/${roomId}/files`)
    request.setRequestHeader(fileNameHeader, encodeURIComponent(wellFormed(file.name)))
    if (personId !== undefined) request.setRequestHeader(expectedPersonHeader, personId)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0)
    request.onload = () => {
      if (request.status === 201) resolve(request.response as StoredFile)
      else reject(failureOf(request))
    }
    request.onerror = () => {
      void whyNotSent(file).then((code) => reject(new RequestFailed(code)))
    }
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

/** Where a file on disk has changed since it was chosen, or the browser has lost it, asking again is of no use. */
const whyNotSent = (file: File): Promise<'unreachable' | 'unreadable'> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => 'unreachable',
      () => 'unreadable',
    )

/** A name may hold half a letter, which cannot be encoded. */
const wellFormed = (name: string) => new TextDecoder().decode(new TextEncoder().encode(name))

function failureOf({ status, response }: XMLHttpRequest): RequestFailed {
  const error = (response as { error?: RefusalBody } | null)?.error
  if (!error) return new RequestFailed(status >= 502 ? 'unreachable' : 'bug')
  return new RequestFailed(error.code, error)
}
