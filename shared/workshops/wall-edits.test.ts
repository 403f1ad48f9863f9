import { expect, test } from 'vitest'
import * as groups from './group-edits'
import { bothOrders, ids, meet } from './two-walls'
import { readWall } from './wall'
import * as edits from './wall-edits'
import { spotInGroup } from './wall-places'
import { noteLetters, wallLimits } from './wall-shape'
import { followWallUndo } from './wall-undo'

const { a, b, c } = ids
const spot = (x: number, y = 0, z = 9) => ({ x, y, z })

test('two people move a note at the same moment: it lies whole where one of them put it', () => {
  bothOrders(({ ana, ben }) => {
    edits.moveNotes(ana.doc, [{ id: a, spot: spot(1000, 10) }])
    edits.moveNotes(ben.doc, [{ id: a, spot: spot(-1000, 20) }])
    expect([spot(1000, 10), spot(-1000, 20)]).toContainEqual(meet(ana, ben).byId.get(a)?.spot)
  })
})

test('what two people type into one note at the same moment is all there', () => {
  bothOrders(({ ana, ben }) => {
    edits.setNoteText(ana.doc, a, 'not a')
    edits.setNoteText(ben.doc, a, 'a bee')
    const text = meet(ana, ben).byId.get(a)?.text ?? ''
    expect(text).toMatch(/not /)
    expect(text).toMatch(/bee/)
  })
})

test('one letter that takes two places becomes another without being broken', () => {
  bothOrders(({ ana, ben }) => {
    edits.setNoteText(ana.doc, a, 'x😀y')
    edits.setNoteText(ana.doc, a, 'x😁y')
    edits.setNoteText(ana.doc, a, 'x🙁y')
    expect(meet(ana, ben).byId.get(a)?.text).toBe('x🙁y')
  })
})

test('a note taken off while somebody writes in it comes back with their words', () => {
  bothOrders(({ ana, ben }) => {
    edits.removeNotes(ana.doc, [a, b])
    edits.setNoteText(ben.doc, a, 'a with words')
    expect(meet(ana, ben).notes.map(({ id }) => id)).toEqual([c])
    edits.restoreNotes(ben.doc, [a])
    expect(meet(ana, ben).byId.get(a)?.text).toBe('a with words')
  })
})

test('two people draw on one note at the same moment: neither loses a line', () => {
  bothOrders(({ ana, ben }) => {
    edits.setDrawing(ana.doc, a, [{ ink: 'ink', points: [0, 0, 10, 10] }])
    edits.setDrawing(ben.doc, a, [{ ink: 'blue', points: [5, 5, 20, 20] }])
    const { drawing = [] } = meet(ana, ben).byId.get(a) ?? {}
    expect(drawing.map(({ ink }) => ink).toSorted()).toEqual(['blue', 'ink'])
    edits.setDrawing(
      ana.doc,
      a,
      drawing.filter(({ ink }) => ink === 'blue'),
    )
    expect(
      meet(ana, ben)
        .byId.get(a)
        ?.drawing.map(({ ink }) => ink),
    ).toEqual(['blue'])
  })
})

test('a group of notes moves as one, and leaves them where it had laid them', () => {
  bothOrders(({ ana, ben }) => {
    const group = groups.groupNotes(ana.doc, [b, a], { title: 'Tools' }) ?? ''
    expect(meet(ana, ben).groups).toMatchObject([{ title: 'Tools', notes: [{ id: b }, { id: a }] }])
    groups.putInGroup(ben.doc, [c], group)
    groups.moveGroup(ana.doc, group, spot(500, 500))
    expect(meet(ana, ben).groups[0]).toMatchObject({ spot: spot(500, 500), notes: [{}, {}, {}] })
    groups.ungroup(ana.doc, group)
    const wall = meet(ana, ben)
    expect(wall.groups).toEqual([])
    const third = spotInGroup(2, 3)
    expect(wall.byId.get(c)).toMatchObject({
      group: null,
      spot: { x: 500 + third.x, y: 500 + third.y },
    })
  })
})

test('a note put into a group while somebody takes the group off is on the wall, in none', () => {
  bothOrders(({ ana, ben }) => {
    const group = groups.groupNotes(ana.doc, [a]) ?? ''
    meet(ana, ben)
    groups.ungroup(ana.doc, group)
    groups.putInGroup(ben.doc, [b], group)
    expect(meet(ana, ben).byId.get(b)?.group).toBeNull()
  })
})

test('two people put a note into two groups at the same moment: it is in one of them', () => {
  bothOrders(({ ana, ben }) => {
    groups.groupNotes(ana.doc, [a, b])
    groups.groupNotes(ben.doc, [a, c])
    const inside = meet(ana, ben).groups.flatMap(({ notes }) => notes.map(({ id }) => id))
    expect(inside.toSorted()).toEqual([a, b, c])
  })
})

test('a title of a group that two people write at the same moment has the words of both', () => {
  bothOrders(({ ana, ben }) => {
    const group = groups.groupNotes(ana.doc, [a], { title: 'Tools' }) ?? ''
    meet(ana, ben)
    groups.renameGroup(ana.doc, group, 'Old Tools')
    groups.renameGroup(ben.doc, group, 'Tools and jigs')
    expect(meet(ana, ben).groups[0]?.title).toBe('Old Tools and jigs')
  })
})

test('a line is there while both its ends are', () => {
  bothOrders(({ ana, ben }) => {
    const link = groups.connect(ana.doc, a, b)
    expect(groups.connect(ana.doc, a, b)).toBe(link)
    expect(groups.connect(ana.doc, a, a)).toBeNull()
    expect(meet(ana, ben).links).toEqual([{ id: link, from: a, to: b }])
    edits.removeNotes(ben.doc, [b])
    expect(meet(ana, ben).links).toEqual([])
    edits.restoreNotes(ben.doc, [b])
    expect(meet(ana, ben).links).toHaveLength(1)
    groups.disconnect(ana.doc, [link ?? ''])
    expect(meet(ana, ben).links).toEqual([])
  })
})

test('a copy has the words, colour and drawing, and lies beside', () => {
  bothOrders(({ ana, ben }) => {
    edits.setNoteColour(ana.doc, [a], 'teal')
    edits.setDrawing(ana.doc, a, [{ ink: 'ink', points: [1, 2] }])
    edits.setAuthor(ana.doc, a, 'Ana')
    const [copy = ''] = edits.duplicateNotes(ana.doc, [a])
    const drawing = [{ ink: 'ink', points: [1, 2] }]
    const made = { text: 'a', colour: 'teal', author: null, spot: { x: 24, y: 24 }, drawing }
    expect(meet(ana, ben).byId.get(copy)).toMatchObject(made)
  })
})

test('each edit is one update and one step of undo; letters typed in one go are one step', () => {
  bothOrders(({ ana, ben }) => {
    const undo = followWallUndo(ana.doc)
    const states = [readWall(ana.doc)]
    const steps = [
      () =>
        edits.moveNotes(
          ana.doc,
          [a, b].map((id) => ({ id, spot: spot(700) })),
        ),
      () => ['l', 'la', 'lathe'].map((letters) => edits.setNoteText(ana.doc, a, letters)),
      () => edits.setNoteColour(ana.doc, [a, b, c], 'pink'),
      () => groups.groupNotes(ana.doc, [a, c]),
      () => edits.addNote(ana.doc, { colour: 'blue', stage: 'one', spot: spot(0, 900) }),
      () => edits.removeNotes(ana.doc, [a, b]),
    ]
    for (const step of steps) {
      step()
      states.push(readWall(ana.doc))
    }
    edits.setNoteText(ben.doc, c, 'c of Ben')
    meet(ana, ben)
    for (const state of states.slice(0, -1).reverse()) {
      expect(undo.undo()).toBe(true)
      expect(readWall(ana.doc).notes.map(withoutWords)).toEqual(state.notes.map(withoutWords))
    }
    expect(undo.undo()).toBe(false)
    const wall = meet(ana, ben)
    expect([a, c].map((id) => wall.byId.get(id)?.text)).toEqual(['a', 'c of Ben'])
  })
})

const withoutWords = ({ text: _, ...note }: { text: string }) => note

test('what somebody else wrote into a note is not gone when its making is undone and redone', () => {
  bothOrders(({ ana, ben }) => {
    const undo = followWallUndo(ana.doc)
    const id = edits.addNote(ana.doc, { colour: 'blue', stage: 'one', spot: spot(0, 900) })
    meet(ana, ben)
    edits.setNoteText(ben.doc, id, 'by Ben')
    undo.undo()
    expect(meet(ana, ben).byId.has(id)).toBe(false)
    undo.redo()
    expect(meet(ana, ben).byId.get(id)?.text).toBe('by Ben')
  })
})

test('a note takes so many letters and no more, and a wall so many notes', () => {
  bothOrders(({ ana }) => {
    edits.setNoteText(ana.doc, a, `${'x'.repeat(noteLetters - 1)}😀`)
    expect(readWall(ana.doc).byId.get(a)?.text).toBe('x'.repeat(noteLetters - 1))
    const note = { colour: 'blue', stage: 'one', spot: spot(0) } as const
    const many = Array.from({ length: wallLimits.notes - 2 }, () => note)
    expect(() => edits.addNotes(ana.doc, many)).toThrow('too-many')
    expect(edits.moveNotes(ana.doc, [{ id: 'gone', spot: spot(1) }])).toBe(0)
  })
})
