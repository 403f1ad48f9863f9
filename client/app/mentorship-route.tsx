/** A mentorship's page, and what was written in it. */
import { MentorshipEntries } from '../journals/mentorship-entries'
import { MentorshipScreen } from '../mentorships/mentorship-screen'

export const MentorshipRoute = () => (
  <MentorshipScreen entries={(mentorship) => <MentorshipEntries mentorship={mentorship} />} />
)
