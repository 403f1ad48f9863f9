import {
  Tab as AriaTab,
  TabList as AriaTabList,
  TabPanel as AriaTabPanel,
  Tabs as AriaTabs,
  type TabListProps,
  type TabPanelProps,
  type TabProps,
} from 'react-aria-components/Tabs'
import { classNames } from './class-names'

/** `selectedKey` and `onSelectionChange` where the tab lives in the URL. */
export const Tabs = AriaTabs

/** Give it `aria-label`. Scrolls sideways when it does not fit. */
export function TabList<T extends object>(props: Omit<TabListProps<T>, 'className'>) {
  return <AriaTabList {...props} className="flex gap-1 overflow-x-auto border-line border-b" />
}

const tabClass =
  '-mb-px flex h-10 shrink-0 cursor-pointer items-center gap-2 border-transparent border-b-2 px-2.5 text-ink-soft text-sm transition-colors duration-100 hover:text-ink data-selected:border-accent data-selected:font-medium data-selected:text-ink data-focus-visible:-outline-offset-2'

export function Tab(props: Omit<TabProps, 'className'>) {
  return <AriaTab {...props} className={tabClass} />
}

export function TabPanel({ className, ...rest }: TabPanelProps & { className?: string }) {
  return <AriaTabPanel {...rest} className={classNames('pt-6 outline-none', className)} />
}
