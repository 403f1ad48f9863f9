import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import type { Made, MakeJob } from './jobs'
import { placeThreads } from './place-threads'

/** A doc that was brought in, with what is said about it. */
export function makeDoc({ title, body, threads, me }: MakeJob): Made {
  const update = newDocUpdate({ title, body })
  const { placed, moved } = placeThreads(update, threads, me)
  return { update, threads: placed, moved }
}
