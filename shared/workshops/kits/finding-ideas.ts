/** From one question to many ideas, and from those to few. */
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

export const oneTwoFourAll: Kit = {
  key: 'one-two-four-all',
  version: 1,
  title: { en: '1-2-4-all', de: '1-2-4-Alle' },
  purpose: {
    en: 'Everybody has a say, also in a large group: alone, in pairs, in fours, then all together.',
    de: 'Alle kommen zu Wort, auch in einer großen Gruppe: allein, zu zweit, zu viert, dann alle zusammen.',
  },
  stages: [
    ideate({
      key: 'alone',
      title: { en: 'Alone', de: 'Allein' },
      prompt: {
        en: 'What comes to your mind about the question? Think and write, each for yourself.',
        de: 'Was fällt dir zu der Frage ein? Denkt nach und schreibt, jede und jeder für sich.',
      },
      minutes: 2,
      topics: [{ key: 'alone', title: { en: 'Alone', de: 'Allein' }, colour: 'yellow' }],
    }),
    ideate({
      key: 'pairs',
      title: { en: 'In pairs', de: 'Zu zweit' },
      prompt: {
        en: 'Read to each other what you have, and build on it. One of you writes down what comes of it.',
        de: 'Lest einander vor, was ihr habt, und baut darauf auf. Eine Person schreibt auf, was dabei herauskommt.',
      },
      minutes: 4,
      topics: [{ key: 'pairs', title: { en: 'In pairs', de: 'Zu zweit' }, colour: 'blue' }],
      groupsOf: 2,
    }),
    ideate({
      key: 'fours',
      title: { en: 'In fours', de: 'Zu viert' },
      prompt: {
        en: 'What is alike in your ideas, what differs? One of you writes down the one or two that matter most.',
        de: 'Was ist an euren Ideen gleich, was verschieden? Eine Person schreibt die ein, zwei wichtigsten auf.',
      },
      minutes: 6,
      topics: [{ key: 'fours', title: { en: 'In fours', de: 'Zu viert' }, colour: 'green' }],
      groupsOf: 4,
    }),
    reveal,
    {
      ...discuss,
      key: 'all',
      title: { en: 'All', de: 'Alle' },
      prompt: {
        en: 'Each four says which idea stood out. What do you see now that you did not see before?',
        de: 'Jede Vierergruppe sagt, welche Idee herausragte. Was seht ihr jetzt, was ihr vorher nicht gesehen habt?',
      },
      minutes: 12,
    },
    { ...group, minutes: 5 },
    vote({ votes: 3, votesOnOne: 2 }),
    actions,
    close,
  ],
}

export const crazyEights: Kit = {
  key: 'crazy-eights',
  version: 1,
  title: { en: 'Crazy eights', de: 'Crazy Eights' },
  purpose: {
    en: 'Eight ideas in eight minutes, drawn or written, so that the first one is not the only one.',
    de: 'Acht Ideen in acht Minuten, gezeichnet oder geschrieben, damit die erste nicht die einzige bleibt.',
  },
  stages: [
    checkIn,
    ideate({
      key: 'eight',
      title: { en: 'Eight ideas', de: 'Acht Ideen' },
      prompt: {
        en: 'One idea a minute, one on each note: draw or write. Do not polish. The odd ones are welcome.',
        de: 'Eine Idee pro Minute, eine auf jedem Zettel: zeichne oder schreib. Nicht feilen. Auch schräge sind willkommen.',
      },
      minutes: 8,
      drawing: true,
    }),
    {
      ...reveal,
      prompt: {
        en: 'Look around in silence. Then each says a few words on the best of their own.',
        de: 'Schaut euch still um. Dann sagen alle ein paar Worte zur besten ihrer eigenen Ideen.',
      },
      minutes: 10,
    },
    {
      ...vote({ votes: 4, votesOnOne: 2 }),
      prompt: {
        en: 'Which ideas, or parts of them, are worth going on with?',
        de: 'Mit welchen Ideen, oder Teilen davon, lohnt es sich weiterzumachen?',
      },
    },
    discuss,
    decide,
    actions,
    close,
  ],
}
