import { refuse } from '@atelier/shared/refusals'

/** The body of a request, refused as soon as it is seen to be larger than `limitBytes`. */
export async function readBytes(request: Request, limitBytes: number): Promise<Buffer> {
  const tooLarge = () => refuse('too-large', { limitBytes })
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) tooLarge()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > limitBytes) tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
