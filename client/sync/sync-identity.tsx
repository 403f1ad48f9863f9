/** Whose rooms are opened here: names the copies on this device. The shell provides it. */
import { createContext, useContext } from 'react'
import type { CopyIdentity } from '../offline/device-databases'

const SyncIdentityContext = createContext<CopyIdentity | null>(null)

/** Without it nothing is kept on this device. */
export const SyncIdentity = SyncIdentityContext.Provider

export const useSyncIdentity = (): CopyIdentity | null => useContext(SyncIdentityContext)
