/** The questions before anything erases, and what follows from the answers. */
export const checklistBeforeErasing = {
  'erase.title': 'Before you erase',
  'erase.answer.yes': 'Yes',
  'erase.answer.no': 'No',
  'erase.answer.unknown': 'I do not know',

  'erase.backup.ask': 'Is there a recent backup of this phone, in iCloud or on a computer?',
  'erase.backup.why': 'After a restore that erases, only a backup brings the data back.',
  'erase.dataMatters.ask': 'Is there anything on the phone that you would miss?',
  'erase.dataMatters.why': 'Without a backup, a professional may still save it; after erasing nobody can.',
  'erase.appleAccount.ask': 'Are the Apple Account that the phone is signed in to, and its password, at hand?',
  'erase.appleAccount.why': 'After erasing the phone asks for them (activation lock). Without them it cannot be used.',
  'erase.liquid.ask': 'Was the phone in water or another liquid?',
  'erase.liquid.why': 'Liquid corrodes connections and chips; power makes it worse.',
  'erase.drop.ask': 'Did the phone fall hard before this began?',
  'erase.drop.why': 'A drop can loosen connectors; no restore cures that.',
  'erase.partReplaced.ask': 'Was a part replaced (screen, battery, camera, port)?',
  'erase.partReplaced.why': 'A part that does not match or sits loosely can make every restore fail.',
  'erase.noServiceBefore.ask': 'Did the phone show No Service or Searching for a long time before?',
  'erase.noServiceBefore.why': 'That points to the modem, which a restore does not cure.',

  'erase.say.update-first': 'Update in recovery mode has not been tried yet. It keeps the data and comes first.',
  'erase.say.back-up.macos':
    'The phone still starts: back it up now. Finder, the phone in the sidebar, General, Back Up Now; encrypted, so that passwords come along.',
  'erase.say.back-up.windows':
    'The phone still starts: back it up now. Apple Devices (or iTunes), the phone, General or Summary, Back Up Now; encrypted, so that passwords come along.',
  'erase.say.back-up.linux':
    'The phone still starts: back it up now, on the phone itself with Settings, your name, iCloud, iCloud Backup, Back Up Now, or here with “idevicebackup2 backup --full” and a folder.',
  'erase.say.back-up.any':
    'The phone still starts: back it up now. On the phone itself: Settings, your name, iCloud, iCloud Backup, Back Up Now.',
  'erase.say.professional-first':
    'There is no backup and the data matters: go to a professional before anything erases. Say that the data comes first.',
  'erase.say.account-first':
    'Find the Apple Account and its password first, at iforgot.apple.com or with the previous owner. Without them the erased phone stays locked.',
  'erase.say.part-replaced':
    'A part was replaced: if a restore fails again, have the part checked before trying further.',
  'erase.say.no-service':
    'No Service before points to the modem: a restore may fail for that reason, also one that erases.',
  'erase.say.may-erase': 'Nothing speaks against it now. Everything on the phone will be erased.',

  'erase.way.nearby-device-restore':
    'Without a computer, perhaps: newer iPhones can be restored with another iPhone held beside them, when the phone’s own screen offers it (not confirmed for your model).',
  'erase.way.nearby-device-restore.needs': 'A newer iPhone with iOS 18 or later beside another one (not confirmed).',
  'erase.way.recovery-assistant':
    'Without a computer, perhaps: newer systems have a Recovery Assistant on the phone itself that looks for faults and may offer to repair them (not confirmed for your model).',
  'erase.way.recovery-assistant.needs': 'iOS 26 or later (not confirmed).',
} as const
