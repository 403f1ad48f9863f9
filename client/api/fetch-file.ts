import { fileAddress } from './file-address'
import { RequestFailed } from './request-failed'

/** The bytes of a file: `gone` where there is none for this person, `too-large` beyond `most`. */
export async function fetchFile(id: string, most: number): Promise<Blob | 'gone' | 'too-large'> {
  const answer = await fetch(fileAddress(id)).catch((cause: unknown) => {
    throw new RequestFailed('unreachable', {}, cause)
  })
  if (answer.status >= 500) throw new RequestFailed('unreachable')
  // Whatever else is asked for now would be answered alike.
  if (answer.status === 401) throw new RequestFailed('signed-out')
  if (answer.status === 429) throw new RequestFailed('too-many')
  if (!answer.ok) return 'gone'
  const size = Number(answer.headers.get('content-length') ?? 0)
  if (size > most) {
    await answer.body?.cancel()
    return 'too-large'
  }
  return answer.blob().catch((cause: unknown) => {
    throw new RequestFailed('unreachable', {}, cause)
  })
}
