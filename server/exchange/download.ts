/** What is sent to be kept as a file. */
import type { Context } from 'hono'
import { disposition } from '../files/file-name'
import type { Deps } from '../http/deps'

/** A browser saves it and runs nothing of it. */
export function download(c: Context, name: string, mime: string) {
  c.header('Content-Disposition', disposition('attachment', name))
  c.header('Content-Type', mime)
}

/** By which address this person came, or the first that is right. */
export function originOf(c: Context, { origins }: Pick<Deps, 'origins'>): string {
  const { host, protocol } = new URL(c.req.url)
  const asked = [`${protocol}//${host}`, `https://${host}`].find((origin) => origins.has(origin))
  return asked ?? [...origins][0] ?? ''
}
