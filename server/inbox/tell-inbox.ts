import type { Notices } from '../notices/notices'

/** Each to themselves, that their inbox is not what it was. */
export function tellInbox(
  { notices }: { notices: Pick<Notices, 'tell'> },
  personIds: readonly string[],
): void {
  for (const id of new Set(personIds))
    notices.tell({ what: 'inbox' }, { kind: 'people', personIds: [id] })
}
