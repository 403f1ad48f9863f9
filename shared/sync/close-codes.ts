/**
 * Why a room socket was closed. 4400–4499 are final for y-websocket: it does not retry by
 * itself; our room client may ask again. Everything else is retried with backoff and jitter.
 */
export const closeCodes = {
  /** This connection sent something that is not our protocol, or is built to hurt. */
  badFrame: 4400,
  /** The session ended. Sign in again; edits stay on the device. */
  signedOut: 4401,
  /** Rights changed while connected: ask again, the answer may differ. */
  accessChanged: 4403,
  /** No such room, or not for you: the same answer for both. */
  noAccess: 4404,
  /** A frame or the room would exceed its limit. */
  tooLarge: 4413,
  /** The client is older than the server's wire: reload the page. */
  reload: 4426,
  /** The room could not be loaded; nothing is lost, try later. */
  loadFailed: 4500,
  /** You read too slowly and were dropped to save memory; reconnect and resync. */
  tooSlow: 4501,
  /** The server is going down for a restart (RFC 6455). */
  restarting: 1012,
} as const

export type CloseReason = keyof typeof closeCodes

export function closeReasonOf(code: number): CloseReason | null {
  const found = Object.entries(closeCodes).find(([, known]) => known === code)
  return found ? (found[0] as CloseReason) : null
}
