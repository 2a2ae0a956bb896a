/** What the phone's services say: the XML form of property lists. */
export type ListValue = string | number | bigint | boolean | Buffer | { readonly [key: string]: ListValue }

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const element = (value: ListValue): string => {
  if (typeof value === 'string') return `<string>${escaped(value)}</string>`
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>'
  if (typeof value === 'number' || typeof value === 'bigint') return `<integer>${value}</integer>`
  if (Buffer.isBuffer(value)) return `<data>${value.toString('base64')}</data>`
  const entries = Object.entries(value).map(([key, one]) => `<key>${escaped(key)}</key>${element(one)}`)
  return `<dict>${entries.join('\n')}</dict>`
}

/** The value as a whole XML property list. */
export const writeList = (value: ListValue): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">${element(value)}</plist>
`,
  )
