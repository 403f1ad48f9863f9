/** Three doors: nobody has moved in yet, the visitor is signed out, or signed in. */
import type { SessionAnswer } from '@atelier/shared/people/session'
import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { noteSession, sessionQuery } from '../access/session'
import { safeBack } from '../people/safe-back'

type Arriving = {
  context: { queries: QueryClient }
  location: { href: string; search: { back?: unknown } }
}

async function whoIsIt({ context }: Arriving): Promise<SessionAnswer> {
  const answer = await context.queries.ensureQueryData(sessionQuery)
  noteSession(answer)
  return answer
}

export async function requireSignedIn(arriving: Arriving): Promise<void> {
  const { state } = await whoIsIt(arriving)
  if (state === 'first-run') throw redirect({ to: '/set-up' })
  const { href } = arriving.location
  if (state === 'signed-out') {
    throw redirect({ to: '/sign-in', search: href === '/' ? {} : { back: href } })
  }
}

export async function requireSignedOut(arriving: Arriving): Promise<void> {
  const { state } = await whoIsIt(arriving)
  if (state === 'first-run') throw redirect({ to: '/set-up' })
  if (state === 'signed-in') throw redirect({ href: safeBack(arriving.location.search.back) })
}

export async function requireFirstRun(arriving: Arriving): Promise<void> {
  const { state } = await whoIsIt(arriving)
  if (state !== 'first-run') throw redirect({ to: '/' })
}
