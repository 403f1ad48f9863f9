import type { Kit } from '../kit'
import { actions, close, discuss, ideate, reveal, vote } from './usual-stages'

export const leanCoffee: Kit = {
  key: 'lean-coffee',
  version: 1,
  title: { en: 'Lean coffee', de: 'Lean Coffee' },
  purpose: {
    en: 'A meeting without an agenda: those who are there bring the topics, and dots say what comes first.',
    de: 'Ein Treffen ohne Tagesordnung: Wer da ist, bringt die Themen mit, und Punkte sagen, was zuerst kommt.',
  },
  stages: [
    ideate({
      key: 'propose',
      title: { en: 'Propose topics', de: 'Themen vorschlagen' },
      prompt: {
        en: 'What do you want to talk about with these people today? One topic on each note.',
        de: 'Worüber möchtest du heute mit diesen Leuten reden? Ein Thema auf jeden Zettel.',
      },
      minutes: 5,
    }),
    {
      ...reveal,
      title: { en: 'Introduce', de: 'Vorstellen' },
      prompt: {
        en: 'Say one sentence on each of your topics. Put together those that mean the same.',
        de: 'Sagt zu jedem eurer Themen einen Satz. Legt zusammen, was dasselbe meint.',
      },
      minutes: 6,
    },
    {
      ...vote({ votes: 3, votesOnOne: 2 }),
      prompt: {
        en: 'Which topics do you want to talk about first?',
        de: 'Über welche Themen möchtest du zuerst reden?',
      },
      minutes: 3,
    },
    {
      ...discuss,
      prompt: {
        en: 'Begin with what has the most dots. After five minutes ask by a show of thumbs: go on, or to the next topic?',
        de: 'Beginnt mit dem, was die meisten Punkte hat. Fragt nach fünf Minuten mit dem Daumen: weiter so oder zum nächsten Thema?',
      },
      minutes: 35,
    },
    {
      ...actions,
      title: { en: 'What we take along', de: 'Was wir mitnehmen' },
      prompt: {
        en: 'What do you take along, and who does what until when?',
        de: 'Was nehmt ihr mit, und wer macht was bis wann?',
      },
    },
    close,
  ],
}
