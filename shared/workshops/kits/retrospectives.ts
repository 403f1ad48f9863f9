import type { Kit } from '../kit'
import {
  actions,
  checkIn,
  close,
  decide,
  discuss,
  group,
  ideate,
  reveal,
  vote,
} from './usual-stages'

export const startStopContinue: Kit = {
  key: 'start-stop-continue',
  version: 1,
  title: {
    en: 'Retrospective: start, stop, continue',
    de: 'Rückblick: anfangen, aufhören, weitermachen',
  },
  purpose: {
    en: 'A team looks back on the last weeks and changes one or two things.',
    de: 'Ein Team blickt auf die letzten Wochen zurück und ändert ein, zwei Dinge.',
  },
  stages: [
    checkIn,
    ideate({
      prompt: {
        en: 'Think of the last weeks. What should we start, stop, continue?',
        de: 'Denkt an die letzten Wochen. Womit sollten wir anfangen, aufhören, weitermachen?',
      },
      minutes: 8,
      topics: [
        { key: 'start', title: { en: 'Start', de: 'Anfangen' }, colour: 'green' },
        { key: 'stop', title: { en: 'Stop', de: 'Aufhören' }, colour: 'pink' },
        { key: 'continue', title: { en: 'Continue', de: 'Weitermachen' }, colour: 'blue' },
      ],
    }),
    reveal,
    group,
    vote({ votes: 5, votesOnOne: 3 }),
    discuss,
    decide,
    actions,
    close,
  ],
}
