/** What is known of the inbox in the frame of every page: a chunk of its own, after all that is shown first. */
import { lazy } from 'react'

const load = () => import('../inbox/inbox-number')

export const InboxNumber = lazy(async () => ({ default: (await load()).InboxNumber }))
export const InboxDot = lazy(async () => ({ default: (await load()).InboxDot }))
export const InboxNews = lazy(async () => ({ default: (await load()).InboxNews }))
