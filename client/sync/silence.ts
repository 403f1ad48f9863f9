/**
 * Whether a connection that looks open still is. A dead socket without a FIN goes unnoticed by
 * the browser for minutes; y-websocket notices after 30 s. Somebody with unanswered changes
 * learns it sooner: after 5 s we ask for a sign of life, after 10 s the connection is given up.
 * A server that answers but does not store is not silent: then the badge stays at "Saving".
 */
const probeAfterMs = 5_000
const giveUpAfterMs = 10_000

export type Hearing = { now: number; heardAt: number; waitingSince: number | null }

export function silence({ now, heardAt, waitingSince }: Hearing): 'fine' | 'probe' | 'dead' {
  if (waitingSince === null) return 'fine'
  const silentMs = now - Math.max(heardAt, waitingSince)
  if (silentMs >= giveUpAfterMs) return 'dead'
  return silentMs >= probeAfterMs ? 'probe' : 'fine'
}
