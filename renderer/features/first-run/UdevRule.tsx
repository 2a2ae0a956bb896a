import { useState } from 'react'
import ruleFile from '../../../assets/udev/39-handhold.rules?raw'
import { useTexts } from '../../language.ts'

const rule: string = ruleFile
const FILE = '/etc/udev/rules.d/39-handhold.rules'

/** Installs the rule as it stands in the package, without a download and without a file to look for. */
const COMMANDS = `sudo tee ${FILE} > /dev/null <<'RULE'\n${rule.trimEnd()}\nRULE\nsudo udevadm control --reload\n`

/** The udev rule with its text: read first, then copied into a terminal. */
export function UdevRule() {
  const t = useTexts()
  const [copied, setCopied] = useState(false)
  const copy = () =>
    void navigator.clipboard.writeText(COMMANDS).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <div className="udev-rule">
      <textarea className="field" readOnly rows={7} value={COMMANDS} aria-label={t('welcome.rule.label')} dir="ltr" />
      <div className="buttons">
        <button type="button" className="button" onClick={copy}>
          {t('welcome.rule.copy')}
        </button>
        <output className="soft small">{copied ? t('welcome.rule.copied') : ''}</output>
      </div>
    </div>
  )
}
