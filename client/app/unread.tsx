/** What is known of the inbox in the frame of every page: a chunk of its own, after all that is shown first. */
import { quietPart } from '../offline/quiet-part'

const load = () => import('../inbox/inbox-number')

export const InboxNumber = quietPart(async () => (await load()).InboxNumber)
export const InboxDot = quietPart(async () => (await load()).InboxDot)
export const InboxNews = quietPart(async () => (await load()).InboxNews)
