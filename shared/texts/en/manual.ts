/** The manual, a page inside the app. Paragraphs are apart by an empty line. */
export const manual = {
  'manual.title': 'Manual',
  'manual.contents': 'Contents',
  'manual.begin.title': 'How to begin',
  'manual.begin':
    'Type the code that the dialog shows, or paste the whole dialog, and press Enter. Without a code choose what you want: the phone fails without one, only a mode, or practice.\n\nPlug the phone into the computer itself, without a hub. The panel beside the question shows what USB shows.',
  'manual.usb.title': 'What USB can show, and what not',
  'manual.usb':
    'USB shows whether a phone is there, in which mode, and when it leaves and comes. It never shows which buttons you press, nor whether a cable is good. Whatever Handhold concludes from modes and moments is worded as likely.\n\nA phone in DFU mode has a black screen and looks switched off. Only the computer sees it.',
  'manual.checklist.title': 'The checklist',
  'manual.checklist':
    'The steps stand in order from the cheapest and safest to the last. Everything that keeps the data on the phone comes before anything that erases it, and what erases says so and asks.\n\nA step is ticked by itself where USB or this computer can show that it was done; else you say so. After each step comes another try, and its code decides what follows.',
  'manual.guide.title': 'The guide',
  'manual.guide':
    'Read the whole card first, then press Start. You have a few seconds to bring your hands to the buttons; how many is in the settings.\n\nA count runs only towards a moment that is known. While only USB can tell, the guide says to keep holding. When the phone leaves USB, the screen and a tone answer at once, and the moment to let go is counted from there.\n\nIf it misses, the verdict says what USB showed, what that likely means, and the one thing to change in the next try.',
  'manual.assisted.title': 'The assisted way',
  'manual.assisted':
    'For a phone in recovery mode the computer can press the first button for you: it tells the phone to restart, and the guide begins at that moment. On Linux this needs the udev rule; on Windows Apple’s driver keeps other programs away, so the way by hand is offered.\n\nNothing is ever sent to a phone in DFU mode.',
  'manual.handover.title': 'Finder, Apple Devices, iTunes',
  'manual.handover':
    'In recovery mode they offer Update, which keeps the data, and Restore, which erases it. In DFU mode they offer only Restore. Handhold says which button to press, then waits with you and asks how it ended.\n\nTo leave DFU mode without restoring, use the guide “leave DFU”: the data stays.',
  'manual.history.title': 'Cases and history',
  'manual.history':
    'Everything that was tried is kept on this computer, also when the app was closed in the middle. A case can be exported and opened on another computer: drop the file on the window, or open it with Handhold. Ids of phones and names can be left out.',
  'manual.practice.title': 'Practice',
  'manual.practice':
    'Practice has a virtual iPhone that reacts as a real one does, and your keyboard has its buttons. It cannot reach a real phone. What happens there is kept apart from real cases.',
  'manual.keys.title': 'Keys',
  'manual.keys.palette': 'any place and any code',
  'manual.keys.places': 'Fix, Practise, Codes, History (in the window)',
  'manual.keys.open': 'open an exported case (in the window)',
  'manual.keys.pdf': 'save the page as PDF (in the window)',
  'manual.keys.manual': 'this manual (in the window)',
  'manual.keys.single':
    'Single-letter keys during a guide stand beside their buttons on the screen, and can be switched off in the settings.',
  'manual.window.title': 'The window',
  'manual.window':
    'While a guide runs, the window stays in front of all others and the computer stays awake. While a guide or a restore runs, quitting asks first. In the background, notifications say when a phone arrives or comes back during a restore.',
  'manual.privacy.title': 'Privacy',
  'manual.privacy':
    'There is no account and no telemetry, and no update is looked for. The network is asked only by buttons that say so. The log of the app and crash records stay in its folder on this computer.',
  'manual.trouble.title': 'When nothing appears',
  'manual.trouble':
    'Try another cable and another port of the computer itself. On a Mac look for a question about a new accessory. On Windows install Apple Devices or iTunes. On Linux look at the checks of the first page. A phone whose screen is lit and which USB does not show has a cable, a port or a driver in its way.',
  'manual.welcome': 'What this computer needs, checked now',
} as const
