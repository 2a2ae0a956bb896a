import { type ReactNode, useEffect, useMemo } from 'react'
import type { World } from '../shared/contract/contract.ts'
import { CaseScreen } from './features/checklist/CaseScreen.tsx'
import { WelcomeScreen } from './features/first-run/WelcomeScreen.tsx'
import { DropCases } from './features/history/DropCases.tsx'
import { GuideScreen } from './features/guide/GuideScreen.tsx'
import { HistoryCase } from './features/history/HistoryCase.tsx'
import { HistoryList } from './features/history/HistoryList.tsx'
import { InsightPage } from './features/history/InsightPage.tsx'
import { KeepingPage } from './features/history/KeepingPage.tsx'
import { ReplayScreen } from './features/history/ReplayScreen.tsx'
import { Home } from './features/home/Home.tsx'
import { ManualScreen } from './features/manual/ManualScreen.tsx'
import { Palette } from './features/palette/Palette.tsx'
import { PracticeScreen } from './features/practice/PracticeScreen.tsx'
import { CodeLibrary } from './features/codes/CodeLibrary.tsx'
import { SettingsScreen } from './features/settings/SettingsScreen.tsx'
import { LanguageContext, useLanguage, useTexts } from './language.ts'
import { routeHash, useRoute } from './routes.ts'
import type { ScreenProps } from './screen.ts'
import { type Act, type Snapshot, useSnapshot, useStore, type WorldView } from './store.ts'
import { Banners } from './ui/Banners.tsx'
import { LinkLost } from './ui/LinkLost.tsx'
import { PracticeFrame } from './ui/PracticeFrame.tsx'
import { Rail } from './ui/Rail.tsx'
import { ScreenGuard } from './ui/ScreenFailed.tsx'
import './ui/app.css'

/** The work on one world: the guide that is shown, else the case on the table, else "what happened?". */
function WorldScreen(props: ScreenProps) {
  if (props.state.guide !== null) return <GuideScreen {...props} />
  if (props.state.case !== null) return <CaseScreen {...props} />
  return <Home {...props} />
}

function Starting(props: { link: Snapshot['link'] }) {
  const t = useTexts()
  return (
    <div className="starting">
      <h1>{t('app.name')}</h1>
      <output className="soft">{t(props.link.kind === 'open' ? 'app.starting' : 'app.connecting')}</output>
    </div>
  )
}

function useScreenProps(world: World, view: WorldView | null): ScreenProps | null {
  const store = useStore()
  return useMemo(() => {
    if (view === null) return null
    const act: Act = (event) => store.act(world, event)
    return { world, state: view.state, clock: view.clock, act }
  }, [store, world, view])
}

/** Whether a guide runs in this world: nobody's hands are free for anything else. */
const needsHands = (view: WorldView | null) => {
  const stage = view?.state.guide?.stage
  return stage !== undefined && stage !== 'card' && stage !== 'ended'
}

function Place(props: { snapshot: Snapshot }): ReactNode {
  const { snapshot } = props
  const route = useRoute()
  const real = useScreenProps('real', snapshot.real)
  const practice = useScreenProps('practice', snapshot.practice)
  if (real === null) return <Starting link={snapshot.link} />
  // covers everything else: nobody could look for it
  if (needsHands(snapshot.real)) return <GuideScreen {...real} />
  if (route.name === 'practise') {
    const practising = snapshot.practiceView?.setup != null && practice !== null
    return (
      <PracticeFrame practising={practising}>
        {practising && practice.state.guide !== null ? (
          <GuideScreen {...practice} />
        ) : (
          <div className={practising ? 'app practising' : 'app'}>
            <Rail route={route} />
            {practising && (
              <main className="place">
                <WorldScreen {...practice} />
              </main>
            )}
            <PracticeScreen />
          </div>
        )}
      </PracticeFrame>
    )
  }
  if (route.name === 'replay') return <ReplayScreen {...route} />
  if (route.name === 'home' && real.state.guide !== null) return <GuideScreen {...real} />
  return (
    <div className="app">
      <Rail route={route} />
      <main className="place">
        {route.name === 'home' && <WorldScreen {...real} />}
        {route.name === 'history' && <HistoryList />}
        {route.name === 'case' && <HistoryCase caseId={route.caseId} />}
        {route.name === 'insight' && <InsightPage />}
        {route.name === 'keeping' && <KeepingPage />}
        {route.name === 'codes' && <CodeLibrary {...real} code={route.code} />}
        {route.name === 'settings' && <SettingsScreen {...real} />}
        {route.name === 'welcome' && <WelcomeScreen {...real} />}
        {route.name === 'manual' && <ManualScreen />}
      </main>
      <Palette {...real} />
    </div>
  )
}

/** The whole window. */
export function App() {
  const snapshot = useSnapshot()
  const place = routeHash(useRoute())
  const settings = snapshot.real?.state.settings
  const texts = useLanguage(settings?.language)
  const language = texts?.language
  const theme = settings?.theme ?? 'system'
  useEffect(() => {
    if (language !== undefined) {
      document.documentElement.lang = language.tag
      document.documentElement.dir = language.direction
    }
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [language, theme])
  if (texts === null) return null
  return (
    <LanguageContext value={texts}>
      <ScreenGuard shown={`${place} ${snapshot.real?.state.atMs} ${snapshot.practice?.state.atMs}`}>
        <Place snapshot={snapshot} />
      </ScreenGuard>
      <Banners snapshot={snapshot} />
      <DropCases ready={!needsHands(snapshot.real) && !needsHands(snapshot.practice)} />
      <LinkLost link={snapshot.link} />
    </LanguageContext>
  )
}
