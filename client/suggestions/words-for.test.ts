import { docSchema } from '@atelier/shared/docs/new-doc'
import { aboutSuggestion } from '@atelier/shared/suggestions/gist'
import { Author, find, newDoc, replaceWords, write } from '@atelier/shared/suggestions/two-authors'
import type { Transform } from '@tiptap/pm/transform'
import { expect, it } from 'vitest'
import { saidOf, titleOf } from './words-for'

const t = ((key: string | string[], holes?: object) =>
  [key, ...Object.values(holes ?? {})].flat().join(' ')) as never
const picture = { type: 'picture', attrs: { file: crypto.randomUUID(), caption: 'The pump' } }

const cases: [string, (author: Author) => void, title: string, said: [string, string]][] = [
  ['words', ({ text }) => replaceWords(text, 'two', 'five'), 'kinds.replacement', ['two', 'five']],
  [
    'letters of a word',
    ({ text }) => replaceWords(text, 'two', 'town'),
    'kinds.replacement',
    ['two', 'town'],
  ],
  ['words that go', ({ text }) => replaceWords(text, 'One ', ''), 'kinds.deletion', ['One', '']],
  ['words made bold', changing(bold(true)), 'kinds.formatting marks.bold marks.other', ['', '']],
  [
    'words no longer bold',
    changing(bold(false)),
    'kinds.formatting without marks.bold marks.other',
    ['', ''],
  ],
  [
    'a line set in the middle',
    changing((tr) => tr.setNodeAttribute(0, 'textAlign', 'center')),
    'kinds.attributes settings.textAlign_center settings.textAlign settings.other ',
    ['', ''],
  ],
  [
    'a picture',
    changing((tr) => tr.insert(0, docSchema().nodeFromJSON(picture))),
    'kinds.insertion',
    ['', 'nodes.picture nodes.other: The pump'],
  ],
]

it.each(cases)('reads %s the same once it is decided', (_, suggest, title, [removed, inserted]) => {
  const ada = new Author(
    newDoc({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'One two ' },
        { type: 'text', text: 'three', marks: [{ type: 'bold' }] },
      ],
    }),
  )
  suggest(ada)
  const [open] = ada.suggestions
  if (!open) throw new Error('nothing suggested')
  const about = JSON.parse(JSON.stringify(aboutSuggestion(open)))
  for (const each of [open, { ...about, removed: open.removed, inserted: open.inserted }]) {
    expect(titleOf(each, t)).toBe(title)
    expect([saidOf(each, 'removed', t), saidOf(each, 'inserted', t)]).toEqual([removed, inserted])
  }
})

function changing(change: (tr: Transform) => void) {
  return ({ text }: Author) => write(text, change)
}

function bold(isBold: boolean) {
  return (tr: Transform) => {
    const mark = docSchema().marks.bold?.create()
    const { from, to } = find(tr.doc, isBold ? 'two' : 'three')
    if (mark && isBold) tr.addMark(from, to, mark)
    else if (mark) tr.removeMark(from, to, mark)
  }
}
