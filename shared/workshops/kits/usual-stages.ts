/** Stages as they are in most kits; a kit says otherwise where it means it. */
import type { LocalWords, NewStage, Topic } from '../stage'

export const checkIn: NewStage = {
  key: 'check-in',
  kind: 'check-in',
  title: { en: 'Check-in', de: 'Ankommen' },
  prompt: {
    en: 'How do you arrive today? Nobody sees who said what.',
    de: 'Wie bist du heute da? Niemand sieht, wer was gesagt hat.',
  },
  minutes: 3,
  rules: {},
}

type Ideate = {
  key?: string
  title?: LocalWords
  prompt: LocalWords
  minutes: number
  topics?: Topic[]
  drawing?: boolean
  groupsOf?: number
}

export const ideate = ({ key, title, prompt, minutes, ...rules }: Ideate): NewStage => ({
  key: key ?? 'ideate',
  kind: 'ideate',
  title: title ?? { en: 'Write unseen', de: 'Still schreiben' },
  prompt,
  minutes,
  rules,
})

export const reveal: NewStage = {
  key: 'reveal',
  kind: 'reveal',
  title: { en: 'Reveal', de: 'Aufdecken' },
  prompt: {
    en: 'Read what is there before you talk about it.',
    de: 'Lest, was da steht, bevor ihr darüber sprecht.',
  },
  minutes: 5,
  rules: {},
}

export const group: NewStage = {
  key: 'group',
  kind: 'group',
  title: { en: 'Group', de: 'Ordnen' },
  prompt: {
    en: 'Put together what belongs together, and give each group a name.',
    de: 'Legt zusammen, was zusammengehört, und gebt jeder Gruppe einen Namen.',
  },
  minutes: 8,
  rules: {},
}

export const vote = (rules: { votes: number; votesOnOne: number }): NewStage => ({
  key: 'vote',
  kind: 'vote',
  title: { en: 'Vote', de: 'Abstimmen' },
  prompt: {
    en: 'What is worth talking about most? Nobody sees any dots before voting is closed.',
    de: 'Worüber lohnt es sich am meisten zu reden? Niemand sieht Punkte, bevor die Wahl geschlossen ist.',
  },
  minutes: 4,
  rules,
})

export const discuss: NewStage = {
  key: 'discuss',
  kind: 'discuss',
  title: { en: 'Discuss', de: 'Besprechen' },
  prompt: {
    en: 'Begin with what has the most dots.',
    de: 'Beginnt mit dem, was die meisten Punkte hat.',
  },
  minutes: 15,
  rules: {},
}

export const decide: NewStage = {
  key: 'decide',
  kind: 'decide',
  title: { en: 'Decide', de: 'Entscheiden' },
  prompt: {
    en: 'What do you decide, in one sentence each?',
    de: 'Was beschließt ihr, in je einem Satz?',
  },
  minutes: 8,
  rules: {},
}

export const actions: NewStage = {
  key: 'actions',
  kind: 'actions',
  title: { en: 'Actions', de: 'Aufgaben' },
  prompt: { en: 'Who does what, until when?', de: 'Wer macht was bis wann?' },
  minutes: 6,
  rules: {},
}

export const close: NewStage = {
  key: 'close',
  kind: 'close',
  title: { en: 'Close', de: 'Abschluss' },
  prompt: {
    en: 'What was this hour worth to you? Nobody sees who said what.',
    de: 'Was war dir diese Stunde wert? Niemand sieht, wer was gesagt hat.',
  },
  minutes: 3,
  rules: {},
}
