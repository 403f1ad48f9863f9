/** A journal, and all that mentor and mentee do, said in words that stand nowhere else; and who must not hear them. */
import { docBody } from '@atelier/shared/docs/doc'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import * as Y from 'yjs'
import type { ProtocolClient } from '../bench/protocol-client'
import { putQuestionNews, putSectionCommentNews } from '../comments/comment-news-queries'
import { insertCommentRow } from '../comments/comment-queries'
import { commentThreads } from '../db/comment-tables'
import { mentorshipPeople, mentorships } from '../db/mentorship-tables'
import { putMood } from '../journals/mood-queries'
import { shareSection } from '../journals/section-queries'
import { insertAgreement } from '../mentorships/agreement-queries'
import { putLookBack } from '../mentorships/look-back-queries'
import { changeState, leaveCircle } from '../mentorships/mentorship-change-queries'
import { putQuestion } from '../mentorships/question-queries'
import { changeStanding } from '../people/person-queries'
import { putMember } from '../projects/project-change-queries'
import { insertDecisions, insertFork } from '../suggestions/suggestion-queries'
import { shown } from './canary-acts'
import type { Canaries } from './canary-crawl'
import { enterSection } from './enter-section'
import type { House } from './every-route'
import type { LiveApp } from './live-app'
import { type MadePerson, makePerson, makeThread } from './make'
import {
  actorOf,
  type MadeMentoring,
  type MadePrompts,
  makeCircle,
  makeEntry,
  makeMentoring,
  makePair,
  makePrompts,
  makePublication,
} from './make-journal'

/** Alike, so that looking for what they begin with finds all there are. */
export const stem = `kanarienvogel${crypto.randomUUID().slice(0, 8)}`
const canary = (name: string) => `${stem}${name}${crypto.randomUUID()}`

/** Of one mentorship: what is done in it, under which ids. */
type Done = { ids: { mentorship: string } & MadeMentoring & MadePrompts; words: Canaries }
type Written = {
  ids: Record<'entry' | 'section' | 'sectionThread' | 'sectionSuggestion' | 'mentorship', string>
  words: Canaries
}
/** Before anybody suggests in it. */
type Entry = { ids: Omit<Written['ids'], 'sectionSuggestion'>; words: Canaries }

export type CanaryStage = {
  mentee: MadePerson
  mentor: MadePerson
  /** Somebody of the circle who has nothing in it yet. */
  suggesting: MadePerson
  own: Record<'private' | 'pair' | 'circle' | 'ended' | 'taken back' | 'of the suspended', Written>
  pair: Done
  circle: Done
  gone: Canaries
  /** Those who were near, or still are. */
  people: Record<string, MadePerson>
  leave(): Promise<void>
}

export async function canaryStage(app: LiveApp, house: House): Promise<CanaryStage> {
  const { db } = app.deps
  const open: ProtocolClient[] = []
  const gone: Record<string, string> = { 'deleted before it was shared': canary('deleted') }
  const person = () => makePerson(db, house.workspace)

  /** In the margin, where it stands in the inbox of everybody who reads there. */
  async function say(section: { id: string; entryId: string }, by: MadePerson, text: string) {
    const { id } = await makeThread(db, section, by, text)
    const said = { id, threadId: id, authorId: by.id, body: [{ text }] }
    await putSectionCommentNews(db, section, said)
    return id
  }

  /** By its author to themself, before anybody else read there; they have answered since, and left it open. */
  async function sayBefore({ ids, words }: Written) {
    const place = { id: ids.section, entryId: ids.entry }
    const text = canary('before')
    const { id } = await makeThread(db, place, mentee, text)
    const begun = { createdAt: new Date(0) }
    await db.update(commentThreads).set(begun).where(eq(commentThreads.id, id))
    const answer = { id: crypto.randomUUID(), authorId: mentee.id, body: [{ text }] }
    await insertCommentRow(db, id, answer)
    await putSectionCommentNews(db, place, { ...answer, threadId: id })
    const before: Written = { ids: { ...ids, sectionThread: id }, words }
    return { before, words: { 'said before': text, 'id of what was said before': id } }
  }

  /** An entry whose text is written by its author, who stays in it. */
  async function write(place: string, audience: 'private' | 'pair' | 'circle', by = mentee) {
    const words = {
      ...{ title: canary('title'), prompt: canary('prompt') },
      ...{ body: canary('body'), comment: canary('comment') },
    }
    const made = await makeEntry(db, by, place, [audience], words)
    const section = made.sections[0] ?? ''
    const client = await enterSection(app, by, section)
    open.push(client)
    const body = docBody(client.doc)
    body.insert(0, [new Y.XmlText(gone['deleted before it was shared'])])
    await client.settled()
    body.delete(0, 1)
    const line = new Y.XmlElement('paragraph')
    line.insert(0, [new Y.XmlText(shown)])
    body.insert(0, [new Y.XmlText(words.body), line])
    await client.settled()
    await putMood(db, by.id, made.id, { mood: 5, energy: 1 })
    const sectionThread = await say({ id: section, entryId: made.id }, by, words.comment)
    const named = { 'id of the entry': made.id, 'id of the section': section }
    return {
      ids: { entry: made.id, section, sectionThread, mentorship: place },
      words: { ...words, ...named, 'id of the thread': sectionThread },
    }
  }

  /** What somebody suggests in it: one was refused, another waits in their fork, and is on no route. */
  async function suggestIn(
    name: string,
    { ids, words }: Entry,
    by: MadePerson,
    isListed = false,
  ): Promise<Written> {
    const [refused, waiting] = [canary('refused'), canary('waiting')]
    const { workspaceId, id: authorId } = by
    const update = await app.deps.rooms.read(roomName('section', ids.section))
    const place = { workspaceId, authorId, sectionId: ids.section }
    const { id: sectionSuggestion } = await insertFork(db, place, update)
    await app.deps.rooms.edit(roomName('section-suggestion', sectionSuggestion), (fork) =>
      docBody(fork).insert(0, [new Y.XmlText(waiting)]),
    )
    const about = JSON.stringify({ spots: [], before: '', after: '', words: '' })
    const decision = { accepted: false, removed: '', inserted: refused, about }
    const of = { suggestionId: sectionSuggestion, decidedBy: mentee.id }
    await insertDecisions(db, of, [decision], { doc: null, fork: null })
    gone[`waits in the fork of ${name}`] = waiting
    if (!isListed) gone[`id of the fork of ${name}`] = sectionSuggestion
    const named: Canaries = isListed ? { 'id of the fork': sectionSuggestion } : {}
    return { ids: { ...ids, sectionSuggestion }, words: { ...words, refused, ...named } }
  }

  async function workIn(mentorship: string): Promise<Done> {
    const [doing, set] = [canary('doing'), canary('set')]
    const made = await makeMentoring(db, mentorship, mentee, doing)
    const prompts = await makePrompts(db, mentorship, mentee, set)
    const said = { asking: canary('asking'), answering: canary('answering') }
    await db.update(mentorships).set({ words: said.asking }).where(eq(mentorships.id, mentorship))
    await db
      .update(mentorshipPeople)
      .set({ words: said.answering })
      .where(eq(mentorshipPeople.mentorshipId, mentorship))
    const ids = { mentorship, ...made, ...prompts }
    const named = Object.entries(ids).map(([what, id]) => [`id of the ${what}`, id] as const)
    return { ids, words: { doing, set, ...said, ...Object.fromEntries(named) } }
  }

  /** From its margin to the agenda: read by all who are in the mentorship, and where it was asked by who reads that. */
  async function leaveOpen(
    { ids }: Written,
    from: 'private' | 'pair' | 'circle',
  ): Promise<Canaries> {
    const { entry, section, sectionThread, mentorship } = ids
    const [id, question] = [crypto.randomUUID(), canary('question')]
    const where = { mentorshipId: mentorship, entryId: entry, by: mentee.id }
    const place = { ...where, sectionId: section, threadId: sectionThread }
    await db.transaction(async (tx) => {
      await putQuestion(tx, place, { id, words: question, from })
      await putQuestionNews(tx, { ...place, askId: id })
    })
    return { [`question, ${from}`]: question, [`id of the question, ${from}`]: id }
  }

  const [mentee, mentor, peer, left] = [
    await person(),
    await person(),
    await person(),
    await person(),
  ]
  await putMember(db, house.project, mentee.id, 'contributor')
  const inPair = await makePair(db, { mentee, mentor })
  const words = { rhythm: canary('rhythm'), confidentiality: canary('confidentiality') }
  const goal = canary('goal')
  const agreement = { goals: [goal], endsOn: null, basedOn: 0, ...words }
  await insertAgreement(db, inPair, mentee.id, agreement)
  const suggesting = await person()
  const inCircle = await makeCircle(db, [mentee, peer, left, suggesting])
  await leaveCircle(db, inCircle, left.id)
  const [former, resting, suspended] = [await person(), await person(), await person()]
  const ended = await makePair(db, { mentee, mentor: former })
  const paused = await makePair(db, { mentee, mentor: resting })
  const shut = await makePair(db, { mentee, mentor: suspended })
  const pair = await workIn(inPair)
  const own = {
    private: await suggestIn('private', await write(inPair, 'private'), mentor),
    pair: await suggestIn('pair', await write(inPair, 'pair'), mentor, true),
    circle: await suggestIn('circle', await write(inCircle, 'circle'), peer, true),
    ended: await suggestIn('ended', await write(ended, 'pair'), former),
    'taken back': await suggestIn('taken back', await write(paused, 'pair'), resting),
    'of the suspended': await suggestIn(
      'of the suspended',
      await write(shut, 'pair'),
      suspended,
      true,
    ),
  }
  // Whoever reads the project reads these words, and not where they stand.
  const published = { projectId: house.project.id, authorId: mentee.id }
  await makePublication(db, { ...published, sectionId: own.private.ids.section }, shown)
  // Both have had all of it before them.
  for (const [one, { ids }] of [
    [resting, own['taken back']],
    [suspended, own['of the suspended']],
  ] as const)
    await (await enterSection(app, one, ids.section)).leave()
  const { entry: entryId, section: id } = own['taken back'].ids
  const back = { audience: 'private', from: 'pair' } as const
  await shareSection(db, { entryId, id, mentorshipId: paused }, back)
  app.deps.accessChanges.report({ roomIds: [id] })
  await changeState(db, paused, 'paused')
  const suspendedAt = new Date()
  await changeStanding(db, actorOf(house.workspace.owner), suspended.id, { suspendedAt })
  await changeState(db, ended, 'ended')
  await putLookBack(db, ended, { personId: mentee.id, words: own.ended.words.prompt ?? '' })
  const { before, words: toThemself } = await sayBefore(own.pair)
  own.private.words = { ...own.private.words, ...toThemself }
  const ofBefore = await leaveOpen(before, 'pair')
  const questions = {
    ...Object.fromEntries(Object.entries(ofBefore).map(([what, word]) => [`${what} before`, word])),
    ...(await leaveOpen(own.private, 'private')),
    ...(await leaveOpen(own.pair, 'pair')),
  }
  const circle = await workIn(inCircle)
  const asked = await person()
  await db
    .insert(mentorshipPeople)
    .values({ mentorshipId: inCircle, personId: asked.id, role: 'peer' })
  return {
    ...{ mentee, mentor, suggesting, own, gone },
    pair: { ...pair, words: { ...pair.words, ...words, goal, ...questions } },
    circle: { ...circle, words: { ...circle.words, ...(await leaveOpen(own.circle, 'circle')) } },
    people: {
      'who left the circle': left,
      'who was asked into the circle': asked,
      'a former mentor': former,
      'a mentor from whom it was taken back, and who rests': resting,
      'a mentor who is suspended': suspended,
      ...{ 'somebody of the circle': peer, mentor },
    },
    async leave() {
      for (const client of open) await client.leave()
    },
  }
}
