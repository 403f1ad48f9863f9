/** The only place that names the server: its routes, by type. */
import type { Api } from '@atelier/server/app'
import type { RefusalBody } from '@atelier/shared/refusals'
import { type ClientResponse, hc } from 'hono/client'
import { RequestFailed } from './request-failed'

/** `ask(api.projects.$get())`; see server/app.ts for what there is. */
export const api = hc<Api>('/').api

type Answer<R> =
  R extends ClientResponse<infer T, infer Status, infer Format>
    ? Format extends 'json'
      ? Status extends 200 | 201
        ? T
        : never
      : undefined
    : never

/** What the server answered, or a thrown RequestFailed. Nothing (204) is undefined. */
export async function ask<R extends ClientResponse<unknown, number, string>>(
  request: Promise<R>,
): Promise<Answer<R>> {
  const response = await request.catch((cause: unknown) => {
    throw new RequestFailed('unreachable', {}, cause)
  })
  if (!response.ok) throw await failureOf(response)
  if (response.status === 204) return undefined as Answer<R>
  return (await response.json()) as Answer<R>
}

/** Bytes, where the answer is not JSON. */
export async function askBytes(request: Promise<Response | ClientResponse<unknown>>) {
  const response = await request.catch((cause: unknown) => {
    throw new RequestFailed('unreachable', {}, cause)
  })
  if (!response.ok) throw await failureOf(response as ClientResponse<unknown>)
  return new Uint8Array(await response.arrayBuffer())
}

async function failureOf(response: ClientResponse<unknown, number, string>) {
  const body: unknown = await response.json().catch(() => null)
  const error = (body as { error?: RefusalBody } | null)?.error
  if (!error) return new RequestFailed(response.status >= 502 ? 'unreachable' : 'bug')
  return new RequestFailed(error.code, error)
}
