/** The first minutes with Handhold: what it is, what it needs, what it keeps. */
export const firstRun = {
  'welcome.hint.title': 'New here?',
  'welcome.hint.text':
    'See in a minute what Handhold does and what this computer still needs, or practise without a phone first.',
  'welcome.hint.open': 'What it needs',
  'welcome.hint.practise': 'Two minutes of practice',
  'welcome.hint.not-now': 'Not now',
  'welcome.title': 'What Handhold is',
  'welcome.lead':
    'A restore of an iPhone ended in a code, or the phone must go into recovery or DFU mode. Handhold takes you there, one safe step after the other.',
  'welcome.does.watches': 'It watches USB and says which phone is there and in which mode.',
  'welcome.does.coaches': 'It coaches your hands through the buttons, with cues that follow what USB really shows.',
  'welcome.does.explains':
    'It says why a try missed, what to change, and what to do next in Finder, Apple Devices or iTunes.',
  'welcome.not.title': 'What it is not',
  'welcome.not':
    'It does not restore by itself, replaces no driver, sends nothing to a phone in DFU mode, and unlocks nothing.',
  'welcome.stays.title': 'What stays here',
  'welcome.stays':
    'Everything. There is no account and no telemetry. The network is asked only when you press a button that says so. What you did is kept in one file on this computer:',
  'welcome.needs.title': 'What this computer needs',
  'welcome.needs.looking': 'Looking at this computer.',
  'welcome.needs.again': 'Look again',
  'welcome.usb.ok': 'Handhold sees USB.',
  'welcome.usb.unknown': 'Handhold is asking for USB.',
  'welcome.phone.ok': '{name} is plugged in.',
  'welcome.phone.unknown': 'No phone is plugged in now. That is fine; plug it in when you begin.',
  'welcome.prompt.macos':
    'A Mac may ask whether to let the phone connect, and the phone whether to trust the computer. Say yes to both, or USB shows nothing.',
  'welcome.prompt.windows':
    'Windows needs Apple’s own driver: install Apple Devices from the Microsoft Store, or iTunes from Apple. Handhold brings none and changes none. The phone asks whether to trust the computer: say yes.',
  'welcome.prompt.linux':
    'To watch, Linux needs nothing. Only for the assisted way, in which the computer restarts the phone, this udev rule must be there. The .deb installs it; with the AppImage or from source, do it once by hand.',
  'welcome.rule.copy': 'Copy the commands',
  'welcome.rule.copied': 'Copied. Paste them into a terminal; they ask for an administrator’s password.',
  'welcome.rule.label': 'Commands that install the udev rule',
  'welcome.practice.title': 'Two minutes of practice',
  'welcome.practice':
    'A virtual iPhone, with your keyboard as its buttons. Nothing can break, and the timing in your hands is half of what it takes.',
  'welcome.practice.go': 'Practise',
  'welcome.begin': 'Begin',
  'welcome.manual': 'Open the manual',
} as const
