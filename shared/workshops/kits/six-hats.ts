import type { Kit } from '../kit'
import type { NewStage, Topic } from '../stage'
import { actions, checkIn, close, decide, discuss, ideate, reveal } from './usual-stages'

type Hat = {
  key: string
  title: { en: string; de: string }
  prompt: { en: string; de: string }
  minutes: number
  colour: Topic['colour']
}

/** All wear the same hat at the same time, and its notes lie under its name. */
const hat = ({ colour, ...stage }: Hat): NewStage =>
  ideate({ ...stage, topics: [{ key: stage.key, title: stage.title, colour }] })

export const sixHats: Kit = {
  key: 'six-hats',
  version: 1,
  title: { en: 'Six hats', de: 'Sechs Hüte' },
  purpose: {
    en: 'A group looks at one proposal from the same side at the same time, one side after the other.',
    de: 'Eine Gruppe betrachtet einen Vorschlag gleichzeitig von derselben Seite, eine Seite nach der anderen.',
  },
  stages: [
    checkIn,
    hat({
      key: 'white',
      title: { en: 'White hat: facts', de: 'Weißer Hut: Tatsachen' },
      prompt: {
        en: 'What do we know, and what would we have to find out?',
        de: 'Was wissen wir, und was müssten wir herausfinden?',
      },
      minutes: 4,
      colour: 'grey',
    }),
    hat({
      key: 'green',
      title: { en: 'Green hat: ideas', de: 'Grüner Hut: Ideen' },
      prompt: {
        en: 'What is possible, what else, what quite differently? Nobody judges yet.',
        de: 'Was ist möglich, was noch, was ganz anders? Noch urteilt niemand.',
      },
      minutes: 6,
      colour: 'green',
    }),
    { ...reveal, key: 'reveal-ideas', minutes: 4 },
    hat({
      key: 'yellow',
      title: { en: 'Yellow hat: benefits', de: 'Gelber Hut: Nutzen' },
      prompt: {
        en: 'What speaks for it? Who gains by it, and what?',
        de: 'Was spricht dafür? Wem nützt es, und wie?',
      },
      minutes: 4,
      colour: 'yellow',
    }),
    hat({
      key: 'black',
      title: { en: 'Black hat: caution', de: 'Schwarzer Hut: Vorsicht' },
      prompt: {
        en: 'What could go wrong? What do we overlook?',
        de: 'Was könnte schiefgehen? Was übersehen wir?',
      },
      minutes: 4,
      colour: 'violet',
    }),
    hat({
      key: 'red',
      title: { en: 'Red hat: feelings', de: 'Roter Hut: Gefühle' },
      prompt: {
        en: 'What does your gut say? Nobody has to give reasons.',
        de: 'Was sagt dein Bauch? Niemand muss etwas begründen.',
      },
      minutes: 2,
      colour: 'pink',
    }),
    { ...reveal, key: 'reveal-judgements', minutes: 4 },
    {
      ...discuss,
      key: 'blue',
      title: { en: 'Blue hat: overview', de: 'Blauer Hut: Überblick' },
      prompt: {
        en: 'What do all the hats together tell us? What is settled, and what is still open?',
        de: 'Was sagen uns alle Hüte zusammen? Was ist geklärt, und was ist noch offen?',
      },
      minutes: 10,
    },
    decide,
    actions,
    close,
  ],
}
