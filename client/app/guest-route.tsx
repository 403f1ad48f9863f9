/** Workshops for whoever has no account: no shell around them. */
import { useParams } from '@tanstack/react-router'
import { CodeScreen } from '../workshops/door/code-screen'
import { GuestScreen } from '../workshops/door/guest-screen'
import { PageControls } from './page-controls'

export function GuestRoute() {
  const { code } = useParams({ from: '/w/$code' })
  return <GuestScreen typed={code} controls={<PageControls />} />
}

export const CodeRoute = () => <CodeScreen controls={<PageControls />} />
