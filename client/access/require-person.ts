import { RequestFailed } from '../api/request-failed'
import type { CopyIdentity } from '../offline/device-databases'
import { isRemembered } from '../offline/remembered-who'
import { isStillSignedIn } from './session'

/** Before anything goes out that they left here: rejects with `signed-out` where it would go out as somebody else. */
export async function requirePerson(who: CopyIdentity): Promise<void> {
  requireRemembered(who)
  if (!(await isStillSignedIn(who.personId))) throw new RequestFailed('signed-out')
}

/** The same by what this device knows, which other tabs tell it. */
export function requireRemembered(who: CopyIdentity): void {
  if (!isRemembered(who)) throw new RequestFailed('signed-out')
}
