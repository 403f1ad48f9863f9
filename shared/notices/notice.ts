/**
 * The one message of `/ws/notices`, server to client, as JSON text: something changed, ask again.
 * It says what, never the data; whoever refetches is asked for their rights once more.
 */
export const noticeKinds = [
  /** The list of projects: one came, went or changed its title. */
  'projects',
  /** One project, its members, docs or boards: `id`. */
  'project',
  /** The outcomes of a project: `id` is the project's. */
  'outcomes',
  /** Who has a doc or board of a project open: `id` is the project's. */
  'here',
  /** What is said about a doc, or about the cards of a board: `id` is the doc's or the board's. */
  'comments',
  /** Which cards of a board the receiver watches, and whether they have muted it: `id` is the board's. */
  'watching',
  /** That somebody begins or ends to suggest in a doc, or in a section of a journal: `id` is the doc's or section's. */
  'suggestions',
  /** A doc beside its text: who may come in, where it is listed. Its `id`, or none for several. */
  'docs',
  /** The receiver's own views of a board: `id` is the board's. */
  'board-views',
  /** The rules of a board: `id` is the board's. */
  'rules',
  /** What the receiver is told because it concerns them, or whether they have read it. */
  'inbox',
  /** What the receiver may read in journals: `id` is the entry's. */
  'journals',
  /** What was published out of journals in a project: `id` is the project's; none for the receiver's own. */
  'publications',
  /** One of the receiver's mentorships, or who can be found as a mentor: `id` is the mentorship's. */
  'mentorships',
  /** One of the receiver's training records: `id` is the record's. */
  'training',
  /** A workshop: its stage, timer, agenda or door: `id`. */
  'workshop',
  /** Who is in a workshop, or waits at its door: `id` is the workshop's. */
  'workshop-people',
  /** What is voted, answered or decided in a workshop: `id` is the workshop's. */
  'workshop-results',
  /** The workshops of a project: `id` is the project's. */
  'workshops',
  /** Kits of the workspace's own. */
  'kits',
  'people',
  'organisations',
  'invitations',
  /** The versions of a doc, or their names: `id` is the doc's. */
  'versions',
  'workspace',
  /** The receiver's own account: profile, role, sign-ins or calendar feeds. */
  'session',
] as const

export type NoticeKind = (typeof noticeKinds)[number]
export type Notice = { what: NoticeKind; id?: string }
