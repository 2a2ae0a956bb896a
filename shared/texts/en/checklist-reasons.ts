/** Why a step stands where it stands, and where the plan differs from the published guides. */
export const checklistReasons = {
  'reason.place.A1': 'Free and without risk: software that is too old for the phone fails every time.',
  'reason.place.A2': 'The most common cause, ruled out in two minutes.',
  'reason.place.A3': 'As quick as the cable, and USB itself shows that it was done.',
  'reason.place.A4': 'Each hub in between makes the many reconnections of a restore less reliable.',
  'reason.place.A5': 'Clears hung programs on both sides and costs nothing.',
  'reason.place.A6': 'A plug that does not sit firmly looks like a bad cable.',
  'reason.place.A7':
    'Leaves out everything on this computer and keeps the data, so it comes before anything that erases.',
  'reason.place.A8': 'A busy computer can stall in the middle of a restore.',
  'reason.place.B1': 'Security software and old hosts-file lines can block Apple’s servers or the USB link.',
  'reason.place.B2': 'The failure can lie in the network or the clock; both are quick to change.',
  'reason.place.B3': 'Without Apple’s servers no restore can be signed.',
  'reason.place.C1':
    'A damaged file fails at the same place whatever the cable is; ruling it out costs only a download.',
  'reason.place.C2': 'A file for another model, or one that is no longer signed, is refused every time.',
  'reason.place.C3': 'Unpacking the firmware needs room on the computer.',
  'reason.place.D1': 'Writes the system again and keeps the data: always tried before anything that erases.',
  'reason.place.D2': 'Erases the phone, so it stands after every step that keeps the data.',
  'reason.place.D3': 'Erases the phone and goes deepest, so it is the last step at home.',
  'reason.place.D4': 'A phone that is low on charge or hot can fail in the middle.',
  'reason.place.D5': 'The phone may be waiting for its passcode.',
  'reason.place.D6': 'Quick, and rules out the card where the modem is involved.',
  'reason.place.D7': 'An update needs room on the phone.',
  'reason.place.E1': 'Another program that takes the phone away breaks the restore at that moment.',
  'reason.place.E2': 'Without driver and service the computer cannot talk to the phone at all.',
  'reason.place.F1': 'When everything before has failed, hardware is the likely cause. Nothing comes after this.',

  'reason.state.checking': 'Being checked.',
  'reason.state.proved': 'Proved before.',
  'reason.state.likely': 'Likely done before.',
  'reason.state.failed': 'Tried before; the error stayed.',
  'reason.state.said-by-you': 'Done before, as you said.',
  'reason.state.skipped': 'Skipped before.',
  'reason.state.not-applicable': 'Not possible here.',

  'reason.evidence.no-hub': 'USB shows no hub between the computer and the phone.',
  'reason.evidence.hub':
    'USB shows {hubs, plural, one {# hub} other {# hubs}} between the computer and the phone. Some laptops have one inside.',
  'reason.evidence.port-changed': 'USB shows the phone on another port than at the failure.',
  'reason.evidence.slow-link':
    'The phone is connected at 12 Mbit/s or less, which points to the cable or its contacts.',
  'reason.evidence.restarted': 'The computer’s start time has changed, and the phone left USB and returned.',
  'reason.evidence.software-current': 'The versions on this computer are current.',
  'reason.evidence.software-old': 'The software on this computer is not current.',
  'reason.evidence.no-heavy-programs': 'No heavy programs are running.',
  'reason.evidence.heavy-programs': 'Heavy programs are running: {programs}.',
  'reason.evidence.no-phone-programs': 'No other program that uses the phone is running.',
  'reason.evidence.phone-programs': 'Other programs that use the phone are running: {programs}.',
  'reason.evidence.drivers-fine': 'Driver and service were found working.',
  'reason.evidence.drivers-missing': 'Driver or service is missing or does not run.',
  'reason.evidence.server-reachable': 'Apple’s signing server answers from this computer.',
  'reason.evidence.server-unreachable': 'Apple’s signing server does not answer from this computer.',
  'reason.evidence.hosts-file': 'The hosts file has a line with Apple’s servers.',
  'reason.evidence.clock-wrong': 'The computer’s clock is wrong.',
  'reason.evidence.host-room': '{free, number} GB are free on this computer.',
  'reason.evidence.host-full': 'Only {free, number} GB are free on this computer.',
  'reason.evidence.firmware-checked': 'The firmware file was checked.',
  'reason.evidence.firmware-fits': 'The firmware is for this model and was not found unsigned.',
  'reason.evidence.firmware-unfit': 'The firmware is for another model, or is not signed any more.',
  'reason.evidence.charged': 'The battery was at {percent, number} per cent.',
  'reason.evidence.low-battery': 'The battery was at {percent, number} per cent only.',
  'reason.evidence.phone-room': 'The phone has {free, number} GB free.',
  'reason.evidence.phone-full': 'The phone has only {free, number} GB free.',
  'reason.evidence.does-not-start': 'The phone does not start.',
  'reason.evidence.no-sim-tray': 'The phone has no SIM tray.',
  'reason.evidence.fixed-here':
    'Your own history: in {of, plural, one {the only case} other {# cases}} with this code in which it was tried, it was what fixed {fixed, plural, =1 {one} other {#}}.',
  'deviation.own-history':
    '{count, plural, one {One step comes} other {# steps come}} earlier because your own history says that it helped with this code. Nothing that erases moved.',
  'reason.evidence.cured-before': 'It cured the same code in an earlier case of yours.',
  'hardware.probable.no-points':
    'The code {code} came {count, plural, one {# time} other {# times}}, whatever the cable, the port and the computer: probably hardware. At which point it fails is not known; if it is the same each time, that makes it surer.',

  'hardware.probable':
    'The code {code} came {count, plural, one {# time} other {# times}} at about the same point, whatever the cable, the port and the computer: probably hardware.',
  'hardware.tell':
    'Tell the technician: {code}, at which per cent, with which cables, ports and computers, and whether the phone was wet or fell. The export of this case holds it. If the data matters, ask for data recovery before any further restore.',
  'hardware.not-enough': 'One failure alone does not tell hardware from the connection.',
  'hardware.different-codes':
    'The codes differ from try to try. That still speaks for the connection, not for hardware.',
  'hardware.different-points':
    'The failures come at different points. That still speaks for the connection, not for hardware.',
  'hardware.missing.cable': 'A second cable has not been tried yet.',
  'hardware.missing.usb-port': 'A second port of the computer itself has not been tried yet.',
  'hardware.missing.computer': 'A second computer has not been tried yet.',
  'hardware.missing.dfu-restore':
    'A DFU restore with a checked firmware file has not been tried yet. It erases; your answers say that this is acceptable.',

  'deviation.liquid':
    'The phone was in liquid: power it off, unplug it, do not charge it and do not try to drain it. Every further try with power can do more harm, so the plan goes straight to a professional.',
  'deviation.drop':
    'The phone fell: power it off, unplug it and do not charge it. Connections inside can be loose, so the plan goes straight to a professional.',
  'deviation.professional-before-erasing':
    'The data matters and there is no backup: the steps that erase are left out. If Update does not help, professional help comes before any of them.',
  'deviation.no-code':
    'Without a code this is the default order: the cheapest and safest steps first, nothing that erases before everything that keeps the data.',
  'deviation.unknown-code':
    'Handhold does not know code {code}. This is the default order: the cheapest and safest steps first, nothing that erases before everything that keeps the data.',
  'deviation.not-a-restore-error':
    '{code} is not a restore error. If the restore failed, look for another number in the dialog; until then these are the steps that keep your data.',
  'deviation.unconfirmed-code':
    'What {code} means is not confirmed anywhere. The steps are those that fit the codes around it.',
  'deviation.row-jumps-to-erasing':
    'The sources for {code} go to a restore that erases sooner. Here every step that keeps the data comes first, Update and another computer included.',
  'deviation.other-computer-before-erasing':
    'The guide for {code} tries another computer after the DFU restore. Here it comes before, because it costs no data.',
  'deviation.added.A6':
    'Cleaning the phone’s port is added: the guide for {code} names a dirty port as a cause without giving it a step.',
  'deviation.added.B1':
    'A look at security software and the hosts file is added: at {code} they are a known cause, and the look costs nothing.',
  'deviation.added.C1':
    'A fresh firmware file is added to the steps for {code}: without it a damaged file looks like broken hardware.',
  'deviation.added.D1':
    'Update in recovery mode is added before the DFU restore that the guide for {code} goes to directly: it may do the same and keeps the data.',
  'deviation.added.D4': 'Charging first is added: the guide for {code} gives it as prevention, without a step.',
  'deviation.added.E1':
    'Closing other programs that use the phone is added: for {code} virtual machines and phone managers are a known cause.',
} as const
