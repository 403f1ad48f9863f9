/** Where we stand, and what the question is, before anybody answers it. */
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

export const problemFraming: Kit = {
  key: 'problem-framing',
  version: 1,
  title: { en: 'Problem framing', de: 'Das Problem fassen' },
  purpose: {
    en: 'Before a group looks for solutions, it agrees on the question worth solving.',
    de: 'Bevor eine Gruppe nach Lösungen sucht, einigt sie sich auf die Frage, die sich zu lösen lohnt.',
  },
  stages: [
    checkIn,
    ideate({
      key: 'see',
      title: { en: 'What we see', de: 'Was wir sehen' },
      prompt: {
        en: 'What have you seen or heard yourself? Write observations, no solutions yet.',
        de: 'Was hast du selbst gesehen oder gehört? Schreib Beobachtungen, noch keine Lösungen.',
      },
      minutes: 8,
      topics: [
        { key: 'seen', title: { en: 'What happens', de: 'Was geschieht' }, colour: 'yellow' },
        { key: 'whom', title: { en: 'Whom it affects', de: 'Wen es betrifft' }, colour: 'blue' },
        {
          key: 'why',
          title: { en: 'Why it matters', de: 'Warum es wichtig ist' },
          colour: 'pink',
        },
        {
          key: 'unknown',
          title: { en: 'What we do not know', de: 'Was wir nicht wissen' },
          colour: 'grey',
        },
      ],
    }),
    { ...reveal, key: 'reveal-seen' },
    group,
    {
      ...vote({ votes: 4, votesOnOne: 2 }),
      prompt: {
        en: 'Where would a solution change the most?',
        de: 'Wo würde eine Lösung am meisten ändern?',
      },
    },
    { ...discuss, minutes: 8 },
    ideate({
      key: 'questions',
      title: { en: 'How might we …?', de: 'Wie könnten wir …?' },
      prompt: {
        en: 'Turn it into questions: “How might we …, so that …?” Not so wide that anything fits, not so narrow that it holds the answer.',
        de: 'Mach Fragen daraus: „Wie könnten wir …, damit …?“ Nicht so weit, dass alles passt, nicht so eng, dass die Antwort schon darin steckt.',
      },
      minutes: 6,
      topics: [
        {
          key: 'questions',
          title: { en: 'How might we …?', de: 'Wie könnten wir …?' },
          colour: 'green',
        },
      ],
    }),
    { ...reveal, key: 'reveal-questions', minutes: 4 },
    {
      ...vote({ votes: 3, votesOnOne: 2 }),
      key: 'vote-questions',
      title: { en: 'Choose the question', de: 'Die Frage wählen' },
      prompt: {
        en: 'Which question do you want to work on?',
        de: 'An welcher Frage möchtest du arbeiten?',
      },
      minutes: 3,
    },
    {
      ...decide,
      prompt: {
        en: 'Write the question you take on, in one sentence. How will you know that it is answered?',
        de: 'Schreibt die Frage, die ihr euch vornehmt, in einem Satz. Woran merkt ihr, dass sie beantwortet ist?',
      },
    },
    actions,
    close,
  ],
}

export const swot: Kit = {
  key: 'swot',
  version: 1,
  title: { en: 'SWOT', de: 'SWOT: Stärken und Schwächen' },
  purpose: {
    en: 'A group sees its strengths and weaknesses beside the opportunities and threats around it.',
    de: 'Eine Gruppe sieht ihre Stärken und Schwächen neben den Chancen und Risiken um sie herum.',
  },
  stages: [
    checkIn,
    ideate({
      prompt: {
        en: 'What are we good at, and where are we weak? What around us could help us, and what could harm us?',
        de: 'Was können wir gut, wo sind wir schwach? Was um uns herum könnte uns helfen, was uns schaden?',
      },
      minutes: 10,
      topics: [
        { key: 'strengths', title: { en: 'Strengths', de: 'Stärken' }, colour: 'green' },
        { key: 'weaknesses', title: { en: 'Weaknesses', de: 'Schwächen' }, colour: 'orange' },
        { key: 'opportunities', title: { en: 'Opportunities', de: 'Chancen' }, colour: 'blue' },
        { key: 'threats', title: { en: 'Threats', de: 'Risiken' }, colour: 'pink' },
      ],
    }),
    reveal,
    group,
    vote({ votes: 6, votesOnOne: 2 }),
    {
      ...discuss,
      prompt: {
        en: 'Which strength opens which opportunity? Which weakness makes which threat worse?',
        de: 'Welche Stärke öffnet welche Chance? Welche Schwäche macht welches Risiko größer?',
      },
    },
    decide,
    actions,
    close,
  ],
}

export const skillsNeeds: Kit = {
  key: 'skills-needs',
  version: 1,
  title: { en: 'Mapping skills needs', de: 'Lernbedarf erheben' },
  purpose: {
    en: 'A group finds out what it has to be able to do, what is missing, and who could teach it.',
    de: 'Eine Gruppe findet heraus, was sie können muss, was ihr fehlt und wer es ihr beibringen könnte.',
  },
  stages: [
    checkIn,
    ideate({
      prompt: {
        en: 'Think of the work of the coming year. Which skills does it take, and how far are we? One skill on each note.',
        de: 'Denk an die Arbeit des kommenden Jahres. Welches Können braucht sie, und wie weit sind wir? Eine Fähigkeit auf jeden Zettel.',
      },
      minutes: 10,
      topics: [
        {
          key: 'needed',
          title: { en: 'What we need to be able to do', de: 'Was wir können müssen' },
          colour: 'blue',
        },
        {
          key: 'present',
          title: { en: 'What we can do already', de: 'Was wir schon können' },
          colour: 'green',
        },
        { key: 'missing', title: { en: 'What is missing', de: 'Was uns fehlt' }, colour: 'pink' },
        {
          key: 'teachers',
          title: { en: 'Who could teach it', de: 'Wer es uns zeigen könnte' },
          colour: 'violet',
        },
      ],
    }),
    reveal,
    group,
    {
      ...vote({ votes: 5, votesOnOne: 3 }),
      prompt: {
        en: 'Which missing skill would help us most if we had it?',
        de: 'Welche fehlende Fähigkeit würde uns am meisten helfen, wenn wir sie hätten?',
      },
    },
    {
      ...discuss,
      prompt: {
        en: 'Begin with what has the most dots. From whom, and by which work, could we learn it?',
        de: 'Beginnt mit dem, was die meisten Punkte hat. Von wem und durch welche Arbeit könnten wir es lernen?',
      },
    },
    {
      ...actions,
      prompt: {
        en: 'Who learns what from whom, until when?',
        de: 'Wer lernt was von wem bis wann?',
      },
    },
    close,
  ],
}
