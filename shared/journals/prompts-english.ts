import type { PromptWords, ShippedSetId } from './prompt-sets'

export const englishPrompts: Readonly<Record<ShippedSetId, PromptWords>> = {
  'what-so-what-now-what': {
    title: 'What? So what? Now what?',
    about: 'Three short questions about one thing that happened.',
    prompts: [
      'What happened? Only what one could have seen and heard.',
      'So what? Why does it matter to you, or to others?',
      'Now what? What will you do, or leave, the next time?',
    ],
  },
  gibbs: {
    title: 'Gibbs’ reflective cycle',
    about: 'Six steps, when you want to look closely at one situation.',
    prompts: [
      'Description: what happened?',
      'Feelings: what did you think and feel, then and afterwards?',
      'Evaluation: what went well, and what did not?',
      'Analysis: how do you explain that?',
      'Conclusion: what else could you have done?',
      'Plan: what will you do if it happens again?',
    ],
  },
  week: {
    title: 'My week',
    about: 'A quarter of an hour at the end of a week.',
    prompts: [
      'What did you do this week that you are glad about?',
      'What was hard, or is still unclear?',
      'What did you learn, and from whom?',
      'What do you want to try, or ask, next week?',
    ],
  },
  'before-a-placement': {
    title: 'Before a placement',
    about: 'What you expect, so that you can compare later.',
    prompts: [
      'What do you want to be able to do when it is over?',
      'What do you know about the place already, and what do you only suppose?',
      'What are you looking forward to, and what worries you?',
      'Whom can you ask, and what do you want to ask first?',
    ],
  },
  'during-a-placement': {
    title: 'During a placement',
    about: 'One day, or one task, while it is fresh.',
    prompts: [
      'What did you do, and with whom?',
      'What did you see that you would not have thought of yourself?',
      'Where did you need help, and how did you get it?',
      'What do you want to see or do before it is over?',
    ],
  },
  'after-a-placement': {
    title: 'After a placement',
    about: 'What stays, beside what you had expected.',
    prompts: [
      'What can you do now that you could not do before? How could somebody else tell?',
      'What was different from what you expected?',
      'What would you do otherwise from the first day on?',
      'What do you take back to your own team?',
    ],
  },
  'after-a-mistake': {
    title: 'After a mistake',
    about: 'Without blame: what happened, and what helps the next time.',
    prompts: [
      'What happened, step by step?',
      'What did you know at that moment, and what could you not know?',
      'What around you made it more likely: time, tools, words, habits?',
      'What did you, or somebody else, do that kept it from becoming worse?',
      'What would help you, or the next one, to notice it earlier?',
    ],
  },
  'for-mentors': {
    title: 'For mentors',
    about: 'Learning runs both ways.',
    prompts: [
      'What did you learn from your mentee this time?',
      'How much did you talk, and how much did you listen?',
      'Which question made them think? Which answer would better have been theirs?',
      'What do you need to be of more help, and from whom?',
    ],
  },
}
