/** Who was signed in in this browser last, in whichever tab: whose everything is that it keeps. */
import type { CopyIdentity } from './device-databases'

/** Whose records these are: known before anybody can ask the server. */
const whoKey = 'atelier.person'

export function rememberWho(who: CopyIdentity): void {
  localStorage.setItem(whoKey, JSON.stringify(who))
}

/** After it nothing kept here can be found, also before it has been erased. */
export const forgetWho = (): void => localStorage.removeItem(whoKey)

export function rememberedWho(): CopyIdentity | null {
  try {
    const said: unknown = JSON.parse(localStorage.getItem(whoKey) ?? 'null')
    const { workspaceId, personId } = (said ?? {}) as Record<string, unknown>
    if (typeof workspaceId !== 'string' || typeof personId !== 'string') return null
    return { workspaceId, personId }
  } catch (error) {
    console.error('Who was here last could not be read.', error)
    return null
  }
}

/** Whether this is who was signed in here last, in whichever tab. */
export function isRemembered({ workspaceId, personId }: CopyIdentity): boolean {
  const now = rememberedWho()
  return now?.personId === personId && now.workspaceId === workspaceId
}
