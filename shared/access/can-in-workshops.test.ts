import { expect, test } from 'vitest'
import { can } from './can'
import { canInWorkshop, type WorkshopSubject, type WorkshopVerb } from './can-in-workshops'
import { projectRoles, seatStates, workspaceRoles } from './roles'

const verbs = [
  ...['read', 'wait', 'take-seat', 'write', 'facilitate', 'prepare', 'carry', 'arrange', 'erase'],
] as WorkshopVerb[]
const roles = [...projectRoles, null]
type SeatOf = WorkshopSubject['seat']
const seats: SeatOf[] = [
  null,
  { role: 'facilitator', state: 'in' },
  ...seatStates.map((state) => ({ role: 'participant' as const, state })),
]
const plain = { archived: false, trashed: false }
const places = [
  ['planned', { state: 'planned', ...plain }],
  ['open', { state: 'open', ...plain }],
  ['ended', { state: 'ended', ...plain }],
  ['open, archived', { state: 'open', ...plain, archived: true }],
  ['open, in the bin', { state: 'open', ...plain, trashed: true }],
] as const

const subject = (
  role: WorkshopSubject['role'],
  seat: SeatOf,
  place: Pick<WorkshopSubject, 'state' | 'archived' | 'trashed'>,
): WorkshopSubject => ({ kind: 'workshop', workspaceId: 'w1', role, seat, ...place })

const seatName = (seat: SeatOf) => {
  if (seat === null) return 'no seat'
  return seat.role === 'facilitator' ? 'facilitator' : seat.state
}

/** A change of rights is a visible change of this page. */
test('the matrix of rights in workshops', () => {
  const rows = places.flatMap(([name, place]) => [
    '',
    name.toUpperCase(),
    ...roles.flatMap((role) =>
      seats.map((seat) => {
        const allowed = verbs.map((verb) => canInWorkshop(verb, subject(role, seat, place)))
        const cells = verbs.map((verb, i) => (allowed[i] ? verb : '·').padEnd(11))
        return `${`${role ?? 'not in the project'}, ${seatName(seat)}`.padEnd(33)}${cells.join('')}`.trimEnd()
      }),
    ),
  ])
  expect(`\n${rows.join('\n')}\n`).toMatchSnapshot()
})

test('nobody reaches into another workspace, not even its owner', () => {
  const place = subject('lead', { role: 'facilitator', state: 'in' }, places[1][1])
  for (const role of workspaceRoles) {
    const stranger = { personId: 'me', workspaceId: 'w2', role }
    for (const verb of verbs) expect([verb, can(stranger, verb, place)]).toEqual([verb, false])
  }
})
