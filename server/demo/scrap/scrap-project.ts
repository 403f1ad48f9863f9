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
