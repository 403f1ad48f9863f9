/** The shapes in which the example workspace is written down. People go by the key in `demo-people.ts`. */
import type { ProjectRole } from '@atelier/shared/access/roles'
import type { LabelColour } from '@atelier/shared/boards/label'
import type { BoardCardSeed } from '@atelier/shared/boards/new-board'
import type { OutcomeLevel } from '@atelier/shared/outcomes/outcome'
import type { Block } from '../docs/markup'
import type { DemoPersonKey } from './demo-people'

/** `daysAgo` is when it was last changed. */
export type DemoDoc = {
  title: string
  by: DemoPersonKey
  daysAgo: number
  body: Block[]
  threads?: readonly DemoThread[]
}

/** `about` are words that stand in one piece in the text; left out for the whole doc. */
export type DemoThread = {
  about?: string
  by: DemoPersonKey
  daysAgo: number
  says: string
  answers?: readonly { by: DemoPersonKey; says: string }[]
  cheers?: readonly { emoji: string; by: DemoPersonKey }[]
  resolvedBy?: DemoPersonKey
}

export type DemoCard = {
  title: string
  column: string
  assignee?: DemoPersonKey
  labels?: readonly string[]
  alsoFor?: readonly DemoPersonKey[]
  /** Days from today; negative is past. */
  startIn?: number
  dueIn?: number
  estimate?: number
  checklist?: BoardCardSeed['checklist']
  goal?: { by: DemoPersonKey; text: string; helpers?: readonly DemoPersonKey[] }
  learned?: { by: DemoPersonKey; text: string }
  /** Titles of cards further up. */
  waitsFor?: readonly string[]
  partOf?: string
  description?: readonly Block[]
}

export type DemoBoard = {
  title: string
  by: DemoPersonKey
  daysAgo: number
  columns: readonly string[]
  /** Those in which cards are finished. */
  done?: readonly string[]
  limits?: Readonly<Record<string, number>>
  labels: readonly { name: string; colour: LabelColour }[]
  cards: readonly DemoCard[]
}

/** `cards` are the titles of those that contribute, on any of the project's boards. */
export type DemoOutcome = {
  name: string
  level: OutcomeLevel
  description?: string
  cards: readonly string[]
}

export type DemoProject = {
  title: string
  challenge: string
  outcomes?: readonly DemoOutcome[]
  departments: readonly string[]
  createdBy: DemoPersonKey
  daysAgo: number
  members: Readonly<Partial<Record<DemoPersonKey, ProjectRole>>>
  docs: readonly DemoDoc[]
  boards: readonly DemoBoard[]
  archived?: true
}
