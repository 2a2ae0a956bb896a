import { Component, type ReactNode } from 'react'
import { OctagonAlert } from 'lucide-react'
import { useTexts } from '../language.ts'

function Failed(props: { detail: string }) {
  const t = useTexts()
  return (
    <main className="screen-failed">
      <OctagonAlert size="2em" aria-hidden />
      <div role="alert">
        <h1>{t('screen-failed.title')}</h1>
      </div>
      <p className="lead">{t('screen-failed.what')}</p>
      <details className="small">
        <summary>{t('banner.detail')}</summary>
        <code dir="ltr">{props.detail}</code>
      </details>
      <button type="button" className="button primary" onClick={() => location.reload()}>
        {t('screen-failed.again')}
      </button>
    </main>
  )
}

type Props = {
  /** Whenever this is another value, the screen is tried again. */
  readonly shown: unknown
  readonly children: ReactNode
}
type Kept = { readonly error: Error | null; readonly shown: unknown }

/**
 * A fault in drawing costs one screen, not the window: it says so, and the next State or another place is drawn as if nothing had been.
 * The work itself stands on the computer's side and goes on.
 */
export class ScreenGuard extends Component<Props, Kept> {
  override state: Kept = { error: null, shown: this.props.shown }
  static getDerivedStateFromError(error: unknown): Partial<Kept> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
  static getDerivedStateFromProps({ shown }: Props, kept: Kept): Partial<Kept> | null {
    return shown === kept.shown ? null : { error: null, shown }
  }
  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <Failed detail={this.state.error.message} />
  }
}
