/** Every route of the server, without a port to listen on. The client is typed by `Api`. */
import { refuse } from '@atelier/shared/refusals'
import { type Handler, Hono, type MiddlewareHandler } from 'hono'
import { binRoutes } from './bin/bin-routes'
import { boardBinRoutes } from './boards/board-bin-routes'
import { boardMuteRoutes } from './boards/board-mute-routes'
import { boardRoutes } from './boards/board-routes'
import { calendarFeedRoutes } from './boards/calendar-feed-routes'
import { cardCommentRoutes } from './boards/card-comment-routes'
import { cardHistoryRoutes } from './boards/card-history-routes'
import { cardWatchRoutes } from './boards/card-watch-routes'
import { copyRoutes } from './boards/copy-routes'
import { moveCardRoutes } from './boards/move-card-routes'
import { myCardRoutes } from './boards/my-card-routes'
import { namingCardRoutes } from './boards/naming-card-routes'
import { newCardRoutes } from './boards/new-card-routes'
import { ruleRoutes } from './boards/rule-routes'
import { viewRoutes } from './boards/view-routes'
import { commentRoutes } from './comments/comment-routes'
import { loadDocTalk, loadSectionTalk } from './comments/talk-room'
import { threadRoutes } from './comments/thread-routes'
import { cardMentionRoutes } from './docs/card-mention-routes'
import { docCopyRoutes } from './docs/doc-copy-routes'
import { docRoutes } from './docs/doc-routes'
import { docSharingRoutes } from './docs/doc-sharing-routes'
import { docTreeRoutes } from './docs/doc-tree-routes'
import { myDocRoutes } from './docs/my-doc-routes'
import { versionCopyRoutes } from './docs/version-copy-routes'
import { versionRoutes } from './docs/version-routes'
import { boardExchangeRoutes } from './exchange/board-exchange-routes'
import { exchangeRoutes } from './exchange/exchange-routes'
import { publicRoutes } from './exchange/public-routes'
import { fileRoutes } from './files/file-routes'
import { answerError } from './http/answer-refusal'
import type { Deps } from './http/deps'
import { healthRoutes, type Readiness } from './http/health-routes'
import { sameOrigin } from './http/same-origin'
import { securityHeaders } from './http/security-headers'
import { inboxRoutes } from './inbox/inbox-routes'
import { entryRoutes } from './journals/entry-routes'
import { journalExportRoutes } from './journals/journal-export-routes'
import { promptRoutes } from './journals/prompt-routes'
import { sectionQuestionRoutes } from './journals/section-question-routes'
import { sectionRoutes } from './journals/section-routes'
import { sectionSuggestionRoutes } from './journals/section-suggestion-routes'
import { leaveRoutes } from './leaving/leave-routes'
import { mentoringRoutes } from './mentorships/mentoring-routes'
import { mentorshipRoutes } from './mentorships/mentorship-routes'
import { toDoRoutes } from './mentorships/to-do-routes'
import { outcomeRoutes } from './outcomes/outcome-routes'
import { invitationRoutes } from './people/invitation-routes'
import { meRoutes } from './people/me-routes'
import { organisationRoutes } from './people/organisation-routes'
import { peopleRoutes } from './people/people-routes'
import { sessionRoutes } from './people/session-routes'
import { projectRoutes } from './projects/project-routes'
import { publicationRoutes } from './publications/publication-routes'
import { referenceRoutes } from './references/reference-routes'
import { suggestionRoutes } from './suggestions/suggestion-routes'
import { planRoutes } from './training/plan-routes'
import { recordRoutes } from './training/record-routes'
import { trainingExportRoutes } from './training/training-export-routes'
import { weekRoutes } from './training/week-routes'
import { answerRoutes } from './workshops/answer-routes'
import { carryRoutes } from './workshops/carry-routes'
import { doorRoutes } from './workshops/door-routes'
import { facilitateRoutes } from './workshops/facilitate-routes'
import { kitRoutes } from './workshops/kit-routes'
import { peopleRoutes as workshopPeopleRoutes } from './workshops/people-routes'
import { resultRoutes } from './workshops/result-routes'
import { revealRoutes } from './workshops/reveal-routes'
import { summaryExportRoutes } from './workshops/summary-export-routes'
import { voteRoutes } from './workshops/vote-routes'
import { workshopBinRoutes } from './workshops/workshop-bin-routes'
import { workshopRoutes } from './workshops/workshop-routes'

const apiRoutes = (deps: Deps) =>
  new Hono()
    .basePath('/api')
    .route('/', sessionRoutes(deps))
    .route('/', meRoutes(deps))
    .route('/', leaveRoutes(deps))
    .route('/', peopleRoutes(deps))
    .route('/', organisationRoutes(deps))
    .route('/', invitationRoutes(deps))
    .route('/', projectRoutes(deps))
    .route('/', outcomeRoutes(deps))
    .route('/', docRoutes(deps))
    .route('/docs', threadRoutes(deps, loadDocTalk))
    .route('/docs', commentRoutes(deps, loadDocTalk))
    .route('/', suggestionRoutes(deps))
    .route('/', docCopyRoutes(deps))
    .route('/', docTreeRoutes(deps))
    .route('/', docSharingRoutes(deps))
    .route('/', myDocRoutes(deps))
    .route('/', cardMentionRoutes(deps))
    .route('/', namingCardRoutes(deps))
    .route('/', publicRoutes(deps))
    .route('/', versionRoutes(deps))
    .route('/', versionCopyRoutes(deps))
    .route('/', boardRoutes(deps))
    .route('/', boardBinRoutes(deps))
    .route('/', binRoutes(deps))
    .route('/', ruleRoutes(deps))
    .route('/', cardHistoryRoutes(deps))
    .route('/', viewRoutes(deps))
    .route('/', myCardRoutes(deps))
    .route('/', moveCardRoutes(deps))
    .route('/', copyRoutes(deps))
    .route('/', newCardRoutes(deps))
    .route('/', calendarFeedRoutes(deps))
    .route('/', cardCommentRoutes(deps))
    .route('/', cardWatchRoutes(deps))
    .route('/', boardMuteRoutes(deps))
    .route('/', inboxRoutes(deps))
    .route('/', mentorshipRoutes(deps))
    .route('/', mentoringRoutes(deps))
    .route('/', toDoRoutes(deps))
    .route('/', entryRoutes(deps))
    .route('/', journalExportRoutes(deps))
    .route('/', sectionRoutes(deps))
    .route('/sections', threadRoutes(deps, loadSectionTalk))
    .route('/', sectionQuestionRoutes(deps))
    .route('/sections', commentRoutes(deps, loadSectionTalk))
    .route('/', sectionSuggestionRoutes(deps))
    .route('/', promptRoutes(deps))
    .route('/', publicationRoutes(deps))
    .route('/', planRoutes(deps))
    .route('/', recordRoutes(deps))
    .route('/', weekRoutes(deps))
    .route('/', doorRoutes(deps))
    .route('/', workshopRoutes(deps))
    .route('/', revealRoutes(deps))
    .route('/', workshopPeopleRoutes(deps))
    .route('/', facilitateRoutes(deps))
    .route('/', voteRoutes(deps))
    .route('/', answerRoutes(deps))
    .route('/', resultRoutes(deps))
    .route('/', carryRoutes(deps))
    .route('/', summaryExportRoutes(deps))
    .route('/', workshopBinRoutes(deps))
    .route('/', kitRoutes(deps))
    .route('/', trainingExportRoutes(deps))
    .route('/', referenceRoutes(deps))
    .route('/', fileRoutes(deps))
    .route('/', exchangeRoutes(deps))
    .route('/', boardExchangeRoutes(deps))

/** For `hc<Api>(origin)`: `client.api.projects[':id'].$get(…)`. */
export type Api = ReturnType<typeof apiRoutes>

/** What only a listening server has. */
export type Outside = Readiness & {
  roomSocket?: Handler
  noticeSocket?: Handler
  /** The same over plain requests. */
  slowLines?: Hono
  pages?: MiddlewareHandler
}

export function createApp(deps: Deps, outside: Outside) {
  const app = new Hono()
  app.onError(answerError(deps.log))
  app.use(securityHeaders(deps.origins))
  app.use(
    sameOrigin(deps.origins, (origin) => {
      const hint = 'refused a write from another origin; is PUBLIC_ORIGIN set to the right address?'
      deps.log.warn({ origin, expected: [...deps.origins] }, hint)
    }),
  )
  app.route('/', healthRoutes(outside))
  app.route('/', apiRoutes(deps))
  if (outside.roomSocket) app.get('/ws/rooms/:room', outside.roomSocket)
  if (outside.noticeSocket) app.get('/ws/notices', outside.noticeSocket)
  if (outside.slowLines) app.route('/', outside.slowLines)
  if (outside.pages) app.use(outside.pages)
  app.notFound(() => refuse('not-found'))
  return app
}
