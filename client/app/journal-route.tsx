/** One's own journal, and the way to the training record one keeps as well. */
import { JournalScreen } from '../journals/journal-screen'
import { OwnRecordLink } from '../training/own-record-link'

export const JournalRoute = () => <JournalScreen beside={<OwnRecordLink />} />
