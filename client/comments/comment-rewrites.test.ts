// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  closeDesks,
  type Desk,
  drawn,
  line,
  microtask,
  paragraph,
  passOn,
  rangeOf,
  talkAbout,
  together,
} from './testing-desks'

afterEach(() => {
  vi.useRealTimers()
  closeDesks()
})

describe('words that are written anew', () => {
  const acts: [string, (desk: Desk) => unknown][] = [
    [
      'splitting before them',
      ({ editor }) => editor.chain().setTextSelection(13).splitBlock().run(),
    ],
    [
      'splitting behind them',
      (desk) => {
        const { to } = rangeOf(desk, 'hundred parts')
        desk.editor.chain().setTextSelection(to).splitBlock().run()
      },
    ],
    [
      'breaking the line before them',
      ({ editor }) => editor.chain().setTextSelection(13).setHardBreak().run(),
    ],
    [
      'taking a line break before them out',
      ({ editor }) => {
        editor.chain().setTextSelection(13).setHardBreak().run()
        editor.commands.deleteRange({ from: 13, to: 14 })
      },
    ],
    [
      'making it a heading',
      ({ editor }) => editor.chain().setTextSelection(3).setHeading({ level: 2 }).run(),
    ],
    [
      'making it a list',
      ({ editor }) => editor.chain().setTextSelection(3).toggleBulletList().run(),
    ],
    [
      'moving their block',
      ({ editor }) => {
        const block = editor.state.doc.child(0)
        const { tr } = editor.state
        editor.view.dispatch(tr.delete(0, block.nodeSize).insert(tr.doc.content.size, block))
      },
    ],
    [
      'joining it with the one before',
      ({ editor }) => {
        editor.commands.insertContentAt(0, paragraph('Before'))
        editor.chain().setTextSelection(9).joinBackward().run()
      },
    ],
  ]

  it.each(acts)('stay marked for both after %s, whoever types next', async (_, act) => {
    const { ada, ben, exchange } = together(line, 'Another line.')
    talkAbout('a', 'hundred parts', ben, ada, ben)
    act(ada)
    await microtask()
    expect(drawn(ada)).toEqual(['hundred parts'])
    exchange()
    ben.editor.commands.insertContentAt(1, 'B')
    exchange()
    expect(drawn(ada)).toEqual(['hundred parts'])
    passOn(ada, ada, ben)
    ben.editor.commands.insertContentAt(rangeOf(ben, 'hundred').from + 4, '!!')
    exchange()
    for (const desk of [ada, ben]) expect(drawn(desk)).toEqual(['hund!!red parts'])
  })

  it('are found again by who only hears of it', async () => {
    vi.useFakeTimers()
    const { ada, ben, exchange } = together(line, 'Another line.')
    talkAbout('a', 'hundred parts', ben, ben)
    ben.store.mayMove = false
    ada.editor.chain().setTextSelection(13).splitBlock().run()
    exchange()
    await vi.runAllTimersAsync()
    expect(drawn(ben)).toEqual(['hundred parts'])
    expect(ben.moved).toEqual([])
  })

  it('come back when their deletion is taken back', async () => {
    const { ada, ben, exchange } = together(line, 'Another line.')
    talkAbout('a', 'hundred parts', ben, ada, ben)
    const { from, to } = rangeOf(ada, 'hundred parts')
    ada.editor.commands.deleteRange({ from, to })
    exchange()
    expect(drawn(ada)).toEqual([])
    ada.editor.commands.undo()
    await microtask()
    exchange()
    expect(drawn(ada)).toEqual(['hundred parts'])
    passOn(ada, ada, ben)
    for (const desk of [ada, ben]) expect(drawn(desk)).toEqual(['hundred parts'])
  })
})
