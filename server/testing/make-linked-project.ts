/** A project of which each thing names the others: a doc that shows boards, and cards that show the doc. */
import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { cardDescription } from '@atelier/shared/boards/card-edits'
import { removeColumn } from '@atelier/shared/boards/column-edits'
import { boardOf } from '@atelier/shared/boards/new-board'
import { newDocUpdate, putBody } from '@atelier/shared/docs/new-doc'
import type { JSONContent } from '@tiptap/core'
import type { Database } from '../db/database'
import { insertDoc } from '../docs/doc-queries'
import { insertFile } from '../files/file-queries'
import { keepFile } from '../files/store-file'
import { type MadePerson, type MadeProject, makeBoard, makeThread } from './make'
import { makePng } from './make-picture'
import type { TestApp } from './test-app'

const text = (words: string, href?: string): JSONContent => ({
  type: 'text',
  text: words,
  ...(href && { marks: [{ type: 'link', attrs: { href } }] }),
})
const paragraph = (...content: JSONContent[]) => ({ type: 'paragraph', content })
const mention = (attrs: Record<string, unknown>) => ({ type: 'mention', attrs })
const embed = (attrs: Record<string, unknown>) => ({ type: 'embed', attrs })

const seed = (writer: MadePerson) => ({
  title: 'Work',
  columns: ['To do', 'Gone', 'Done'],
  labels: [
    { name: 'Urgent', colour: 'red' as const },
    { name: 'Later', colour: 'green' as const },
  ],
  cards: [
    {
      title: 'Ask the supplier',
      column: 'To do',
      assignee: writer.id,
      due: '2026-12-01',
      labels: ['Urgent', 'Later'],
      description: 'Which alloy?',
    },
    { title: 'Measure the spindle', column: 'To do' },
    { title: 'Old plan', column: 'Done', archived: true },
    { title: 'Lost with its column', column: 'Gone' },
  ],
})

const other = {
  title: 'Ideas: “a/b”',
  columns: ['To do', 'To do too'],
  cards: [{ title: 'Cooler', column: 'To do too' }],
}

type Deps = TestApp['deps']

/** `home` is the doc; `writer` has a card, and said something about the doc. */
export async function makeLinkedProject(
  deps: Deps,
  project: MadeProject,
  { lead, writer }: { lead: MadePerson; writer: MadePerson },
): Promise<{ work: string; ideas: string; home: string }> {
  const work = (await makeBoard(deps.db, project, lead, seed(writer))).id
  const ideas = (await makeBoard(deps.db, project, lead, other)).id
  const { columns, cards } = boardOf(await deps.rooms.read(`board:${work}`))
  const card = must(
    [...cards.values()].find(({ title }) => /^Ask/.test(title)),
    'card',
  ).id
  const things = { work, ideas, card, column: must(columns[0], 'column').id }
  const home = await insertHome(deps.db, project, lead, things)
  await makeThread(deps.db, { id: home }, writer, 'Good page')
  await describeCard(deps, project, lead, { work, card, home })
  return { work, ideas, home }
}

function insertHome(
  db: Database,
  { id: projectId, workspaceId }: MadeProject,
  { id: createdBy }: MadePerson,
  { work, ideas, card, column }: Record<'work' | 'ideas' | 'card' | 'column', string>,
) {
  const content = [
    paragraph(
      text('See '),
      mention({ kind: 'card', id: card, boardId: work, label: 'Ask the supplier' }),
      text(' on '),
      mention({ kind: 'board', id: ideas, label: 'Ideas' }),
      text(' or '),
      text('here', `/boards/${work}?card=${card}`),
      text(' and '),
      text('there', `/boards/${ideas}`),
    ),
    embed({ kind: 'column', roomId: work, partId: column, label: 'To do' }),
    embed({ kind: 'board', roomId: ideas, partId: null, label: 'Ideas' }),
  ]
  const update = newDocUpdate({ title: 'Home', body: { type: 'doc', content } })
  return insertDoc(db, 'Home', { workspaceId, projectId, createdBy, update })
}

/** With a heading, mentions, a picture and another card; and a column is taken off. */
async function describeCard(
  deps: Deps,
  { workspaceId }: MadeProject,
  { id: createdBy, name }: MadePerson,
  { work, card, home }: Record<'work' | 'card' | 'home', string>,
) {
  const kept = await keepFile(deps, { workspaceId, name: 'press.png', bytes: makePng(30, 20) })
  const picture = await insertFile(deps.db, { ...kept, roomId: work, createdBy })
  const content = [
    { type: 'heading', attrs: { level: 2 }, content: [text('How')] },
    paragraph(
      text('As in '),
      mention({ kind: 'doc', id: home, label: 'Home' }),
      text(' with '),
      mention({ kind: 'person', id: createdBy, label: name }),
    ),
    {
      type: 'picture',
      attrs: { file: picture.id, alt: 'Press', caption: '', pixelWidth: 30, pixelHeight: 20 },
    },
    embed({ kind: 'card', roomId: work, partId: card, label: 'Ask the supplier' }),
  ]
  await deps.rooms.edit(`board:${work}`, (doc) => {
    const { columns, cards } = readBoard(doc)
    removeColumn(doc, must(columns[1], 'column').id)
    const measure = must(
      [...cards.values()].find(({ title }) => /^Measure/.test(title)),
      'card',
    )
    putBody(must(cardDescription(doc, measure.id), 'text'), { type: 'doc', content })
  })
}
