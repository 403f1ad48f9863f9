/** What is done with something in a bin, by its kind. */
import type { BinnedRoom } from '@atelier/shared/projects/bin'
import { api, ask } from '../api/api'

type Act = (id: string) => Promise<unknown>
type Acts = { trash: Act; restore: Act; erase: Act }

const workshop = api.workshops[':workshopId']

export const binActs: Record<BinnedRoom['kind'], Acts> = {
  doc: {
    trash: (id) => ask(api.docs[':id'].trash.$post({ param: { id } })),
    restore: (id) => ask(api.docs[':id'].restore.$post({ param: { id } })),
    erase: (id) => ask(api.docs[':id'].$delete({ param: { id } })),
  },
  board: {
    trash: (id) => ask(api.boards[':id'].trash.$post({ param: { id } })),
    restore: (id) => ask(api.boards[':id'].restore.$post({ param: { id } })),
    erase: (id) => ask(api.boards[':id'].$delete({ param: { id } })),
  },
  workshop: {
    trash: (workshopId) => ask(workshop.trash.$post({ param: { workshopId } })),
    restore: (workshopId) => ask(workshop.restore.$post({ param: { workshopId } })),
    erase: (workshopId) => ask(workshop.$delete({ param: { workshopId } })),
  },
}
