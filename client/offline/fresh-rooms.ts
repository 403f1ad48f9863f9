/**
 * Rooms begun on this device that the server does not know yet. Nobody may knock at them before:
 * they would be told that there is no such room, and let go of what they hold.
 */
import type { CopyIdentity } from './device-databases'
import { changeRecord, readRecord, reportKeeping } from './kept-records'

/** `room` is a room's name, `projectId` where it is to be made. */
export type FreshRoom = { room: string; projectId: string }

const key = ['fresh']
const heard = 'atelier.fresh'

export const listFresh = async (who: CopyIdentity): Promise<FreshRoom[]> =>
  (await readRecord<FreshRoom[]>(who, key)) ?? []

export const noteFresh = (who: CopyIdentity, fresh: FreshRoom): Promise<void> =>
  changeRecord<FreshRoom[]>(who, key, (before = []) => [...before, fresh])

/** The server knows it now, or never will. Tabs that wait for it go on. */
export async function noteKnown(who: CopyIdentity, room: string): Promise<void> {
  await changeRecord<FreshRoom[]>(who, key, (before = []) =>
    before.filter((one) => one.room !== room),
  )
  const channel = new BroadcastChannel(heard)
  channel.postMessage(room)
  channel.close()
}

export const isFresh = async (who: CopyIdentity, room: string): Promise<boolean> =>
  (await listFresh(who)).some((one) => one.room === room)

/** Resolves once the room is not fresh any more, whichever tab has seen to it. */
export function whenKnown(who: CopyIdentity, room: string): Promise<void> {
  return new Promise((resolve) => {
    // A channel hears what is said by others than itself: `noteKnown` speaks by one of its own.
    const channel = new BroadcastChannel(heard)
    const look = async () => {
      // A device that cannot be read keeps nothing back: the server says what it knows.
      if (await isFresh(who, room).catch(reportKeeping)) return
      channel.close()
      resolve()
    }
    channel.onmessage = () => void look()
    void look()
  })
}
