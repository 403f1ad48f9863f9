/** A mentorship's page, and what was written in it. */
import { MentorshipScreen } from '../mentorships/mentorship-screen'

export const MentorshipRoute = () => <MentorshipScreen />
