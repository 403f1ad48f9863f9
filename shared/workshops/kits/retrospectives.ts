/** Looking back on the last weeks: three ways to the same end. */
import type { Kit } from '../kit'
import type { NewStage } from '../stage'
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

/** From what was written to what changes. */
const toActions: readonly NewStage[] = [
  reveal,
  group,
  vote({ votes: 5, votesOnOne: 3 }),
  discuss,
  decide,
  actions,
  close,
]

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
    ...toActions,
  ],
}

export const gladSadMad: Kit = {
  key: 'glad-sad-mad',
  version: 1,
  title: { en: 'Retrospective: glad, sad, mad', de: 'Rückblick: froh, traurig, wütend' },
  purpose: {
    en: 'A team speaks of what the last weeks felt like, and mends what weighs most.',
    de: 'Ein Team spricht darüber, wie sich die letzten Wochen angefühlt haben, und löst, was am meisten belastet.',
  },
  stages: [
    checkIn,
    ideate({
      prompt: {
        en: 'What made you glad, sad or mad in the last weeks? Write what happened, not who it was.',
        de: 'Was hat dich in den letzten Wochen froh, traurig oder wütend gemacht? Schreib, was passiert ist, nicht wer es war.',
      },
      minutes: 8,
      topics: [
        { key: 'glad', title: { en: 'Glad', de: 'Froh' }, colour: 'green' },
        { key: 'sad', title: { en: 'Sad', de: 'Traurig' }, colour: 'blue' },
        { key: 'mad', title: { en: 'Mad', de: 'Wütend' }, colour: 'pink' },
      ],
    }),
    ...toActions,
  ],
}

export const sailboat: Kit = {
  key: 'sailboat',
  version: 1,
  title: { en: 'Retrospective: the sailboat', de: 'Rückblick: das Segelboot' },
  purpose: {
    en: 'A team looks at where it is bound for, what carries it, what slows it down, and what lies ahead.',
    de: 'Ein Team schaut, wohin es will, was es trägt, was es bremst und was vor ihm liegt.',
  },
  stages: [
    checkIn,
    ideate({
      prompt: {
        en: 'Your team is a boat on its way to an island. What is the island, and what do wind, anchor and rocks stand for?',
        de: 'Euer Team ist ein Boot auf dem Weg zu einer Insel. Was ist die Insel, und wofür stehen Wind, Anker und Felsen?',
      },
      minutes: 10,
      topics: [
        {
          key: 'island',
          title: { en: 'Island: where we want to be', de: 'Insel: wo wir hinwollen' },
          colour: 'yellow',
        },
        {
          key: 'wind',
          title: { en: 'Wind: what carries us', de: 'Wind: was uns trägt' },
          colour: 'teal',
        },
        {
          key: 'anchor',
          title: { en: 'Anchor: what slows us down', de: 'Anker: was uns bremst' },
          colour: 'grey',
        },
        {
          key: 'rocks',
          title: { en: 'Rocks: what we may run into', de: 'Felsen: was uns gefährlich wird' },
          colour: 'pink',
        },
      ],
    }),
    ...toActions,
  ],
}
