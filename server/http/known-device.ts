import type { Context } from 'hono'
import { readToken, writeToken } from '../access/cookie'
import { forgetOtherDevices, knowDevice } from '../access/known-device-queries'
import type { Attempt } from '../access/sign-in-delay-queries'
import { clientAddress } from './client-address'
import type { Deps } from './deps'

/** This person has proved here who they are: from now on their browser is known by its cookie. */
export async function rememberDevice(c: Context, deps: Deps, personId: string): Promise<void> {
  const { token, endsAt } = await knowDevice(deps.db, deviceToken(c, deps), personId)
  c.header('Set-Cookie', writeToken(token, endsAt, deps.deviceCookie), { append: true })
}

export const forgetDevicesElsewhere = (c: Context, deps: Deps, personId: string): Promise<void> =>
  forgetOtherDevices(deps.db, personId, deviceToken(c, deps))

/** What a try at this account's password is counted by. */
export const attemptAt = (c: Context, deps: Deps, email: string): Attempt => ({
  email,
  address: clientAddress(c, deps.trustProxy),
  device: deviceToken(c, deps),
})

const deviceToken = (c: Context, deps: Deps) => readToken(c.req.header('cookie'), deps.deviceCookie)
