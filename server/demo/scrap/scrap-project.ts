import type { DemoProject } from '../demo-data'
import { experimentLog } from './experiment-log'
import { interviewNotes } from './interview-notes'
import { learningPlan } from './learning-plan'
import { lernauftrag } from './lernauftrag'
import { measuringHowTo } from './measuring-how-to'
import { meetingNotes } from './meeting-notes'
import { problemStatement } from './problem-statement'
import { scrapBoard } from './scrap-board'
import { toolWearDecision } from './tool-wear-decision'

export const scrapProject: DemoProject = {
  title: 'Less scrap on the milling line',
  challenge:
    'Cut scrap on the milling line by a third before summer, and be able to say which of our changes did it.',
  outcomes: [
    {
      name: 'Test one change at a time, and say what it did',
      level: 'alone',
      description:
        'Has planned an experiment of their own, written down beforehand what they expect, and explained the result to another shift.',
      cards: [
        'Warm-up on M1: is the effect smaller there?',
        'E2: change the finishing end mill after 90 minutes in cut',
        'E3: torque wrench on M4, all shifts',
        'Does M3 drift after a long break as well?',
        'E1: warm up M3 for 20 minutes before the first part',
      ],
    },
    {
      name: 'Measure so that others get the same number',
      level: 'teaches',
      cards: [
        'Zweite Messreihe: Fräser B alle 15 Minuten unter das Mikroskop',
        'What does one measurement cost us in minutes?',
        'Agree on what counts as scrap, and who writes it down',
        'Four weeks of baseline',
      ],
    },
    {
      name: 'Read a drift chart and decide when to act',
      level: 'guided',
      description: 'Stops the machine, or lets it run, and can say which dots made the difference.',
      cards: [
        'Show the drift chart at the start of every shift',
        'Script that draws one bore over one shift',
      ],
    },
  ],
  departments: ['Production', 'Quality', 'IT', 'Metalltechnik'],
  createdBy: 'tomasz',
  daysAgo: 44,
  members: {
    amara: 'lead',
    tomasz: 'lead',
    jonas: 'contributor',
    mei: 'contributor',
    hanneke: 'commenter',
    oliver: 'viewer',
    sabine: 'contributor',
    emre: 'contributor',
    lena: 'contributor',
  },
  docs: [
    problemStatement,
    learningPlan,
    interviewNotes,
    experimentLog,
    lernauftrag,
    measuringHowTo,
    toolWearDecision,
    meetingNotes,
  ],
  boards: [scrapBoard],
}
