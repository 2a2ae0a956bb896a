/** Words of the checklist's steps. “done” is the plain question that the button confirms. */
export const checklistSteps = {
  'need.other-cable': 'another cable, by Apple or MFi certified',
  'need.other-usb-port': 'another USB port on the computer itself',
  'need.other-computer': 'another Mac or PC',
  'need.internet': 'a steady internet connection',
  'need.other-network': 'another network, for example a phone hotspot',
  'need.dry-brush': 'a dry wooden or plastic toothpick or a soft dry brush, and a light',
  'need.mains-power': 'a wall charger',
  'need.firmware-file': 'the firmware file (IPSW), if you downloaded one yourself',
  'need.apple-account': 'the Apple Account and its password that the phone is signed in to',
  'need.phone-unlocked': 'a phone that starts, and its passcode',
  'need.sim-tool': 'a SIM tool or a paper clip',
  'need.technician': 'Apple, an Apple Authorised Service Provider or a technician who works on boards',

  'step.A1.title': 'Update the restore software',
  'step.A1.why':
    'Software that is older than the phone’s firmware may not know how to talk to it: macOS, Windows, iTunes, Apple Devices or the Linux tools.',
  'step.A1.how.macos':
    'Open the Apple menu, System Settings, General, Software Update and install what is offered. If macOS says that a software update is needed to connect to the phone, let it install. Then restart the Mac.',
  'step.A1.how.windows':
    'iTunes from Apple’s site: Help, Check for Updates. iTunes or Apple Devices from the Microsoft Store: Store, Library, Get updates. Then Settings, Windows Update. Restart the computer afterwards.',
  'step.A1.how.linux':
    'Update usbmuxd, libimobiledevice, libirecovery and idevicerestore from your distribution. New phones need new versions; a distribution that is several years old may not know yours. Restart the computer afterwards.',
  'step.A1.proves': 'If the restore now works, the computer’s software was too old for this phone.',
  'step.A1.risk': 'None for the phone. Updates may take a while and need a restart of the computer.',
  'step.A1.done': 'Is everything on this computer up to date, and was it restarted since?',

  'step.A2.title': 'Use another cable',
  'step.A2.why':
    'A worn, frayed or uncertified cable is the most common cause. A restore needs both directions without a gap, which charging does not.',
  'step.A2.how':
    'Use a cable by Apple or one that is MFi certified (Lightning) or made for data (USB-C). No frayed ones, and no cable that was sold for charging only. For Lightning phones USB-A to Lightning is often steadier than USB-C to Lightning. On a Mac that has only USB-C, use a good USB-C to Lightning cable rather than an adapter.',
  'step.A2.proves':
    'USB cannot tell one cable from another, so this counts as said by you. What can be seen afterwards is whether the connection drops or slows down.',
  'step.A2.risk': 'None.',
  'step.A2.done': 'Is the phone connected with a different cable that is whole and made for data?',

  'step.A3.title': 'Use another USB port',
  'step.A3.why': 'A worn or dirty port, or one that shares its power with others, can interrupt a restore.',
  'step.A3.how':
    'Plug the cable straight into the computer, into a port that you have not tried yet. Try them all; prefer USB-A where there is one. On a desktop computer use the ports at the back. Take other USB devices off, apart from keyboard and mouse.',
  'step.A3.proves': 'USB shows the path of the phone, so a change of port is seen and needs no confirmation.',
  'step.A3.risk': 'None.',
  'step.A3.done': 'Is the phone plugged into a different port of the computer itself?',

  'step.A4.title': 'Without hub, dock, monitor or extension',
  'step.A4.why':
    'During a restore the phone leaves and returns several times. Each hub on the way makes that less reliable: with one it often still works, with two it mostly fails.',
  'step.A4.how':
    'Remove hubs, docks, monitors with USB ports, keyboards with USB ports, extension cables and adapters from the path, and plug the phone straight into the computer.',
  'step.A4.proves': 'USB shows how many hubs lie between. Some laptops have one inside, which cannot be removed.',
  'step.A4.risk': 'None.',
  'step.A4.done': 'Is the phone connected to the computer itself, with nothing in between?',

  'step.A5.title': 'Restart phone and computer',
  'step.A5.why':
    'Clears hung programs on both sides: the phone’s USB connection, and the background service on the computer that talks to it.',
  'step.A5.how.macos':
    'Force-restart the phone with its buttons (data stays). Then restart the Mac, open Finder again and try once more. This case will be here when you return.',
  'step.A5.how.windows':
    'Force-restart the phone with its buttons (data stays). Then restart the computer with Restart, not Shut down, open iTunes or Apple Devices again and try once more. This case will be here when you return.',
  'step.A5.how.linux':
    'Force-restart the phone with its buttons (data stays). Then restart the computer and try once more. This case will be here when you return.',
  'step.A5.how.home':
    'iPhone 6s and older, SE (1st generation), iPads with Home button: hold Home and the Side or Top button together until the Apple logo appears, then let go of both.',
  'step.A5.how.solid-home':
    'iPhone 7, 7 Plus, iPod touch (7th generation): hold Volume Down and the Side or Top button together until the Apple logo appears, then let go of both.',
  'step.A5.how.face-id':
    'iPhone 8 and later, SE (2nd and 3rd generation): press Volume Up and let go, press Volume Down and let go, then hold Side, past the slider, until the Apple logo appears.',
  'step.A5.how.ipad-no-home':
    'iPad without Home button: press the volume button nearest to Top and let go, press the other volume button and let go, then hold Top until the Apple logo appears.',
  'step.A5.proves':
    'A phone that leaves USB and returns has likely restarted. The computer’s own restart is known from its start time.',
  'step.A5.risk': 'None for the data on the phone. Unsaved work on the computer is lost if you do not save it first.',
  'step.A5.done': 'Were both the phone and the computer restarted?',

  'step.A6.title': 'Clean the phone’s charging port',
  'step.A6.why': 'Lint and dust keep the plug from going in all the way; the contacts then break for moments.',
  'step.A6.how':
    'Unplug the cable, power the phone off completely and wait a minute. Under good light, lift lint out gently with a dry wooden or plastic toothpick or a soft dry brush. No metal, no liquid, no compressed air from a can held close, no force. If the port is damp, let it dry in the air and do not charge. Then plug in: the plug should click in and sit firmly.',
  'step.A6.how.home': 'Power off: hold the Side or Top button until the slider appears, then slide.',
  'step.A6.how.solid-home': 'Power off: hold the Side or Top button until the slider appears, then slide.',
  'step.A6.how.face-id':
    'Power off: hold Side and either volume button only until the slider appears, let go of both at once, then slide. Holding on starts Emergency SOS. Settings, General, Shut Down does the same without that risk.',
  'step.A6.how.ipad-no-home':
    'Power off: hold Top and either volume button until the slider appears, let go of both, then slide.',
  'step.A6.proves': 'Nothing by itself. If the plug sits firmer and the drops stop, the port was the cause.',
  'step.A6.risk':
    'Metal or liquid in the port can short or corrode its contacts. A port with bent or green contacts is not cleaned but shown to a technician.',
  'step.A6.done': 'Was the port cleaned with the phone unplugged and powered off, dry and without metal?',

  'step.A7.title': 'Try another computer',
  'step.A7.why':
    'A driver, a USB controller or a program on this computer can be the cause. Another computer leaves all of them out, and costs no data.',
  'step.A7.how':
    'Use another Mac or PC with current software, with the cable that worked best. In recovery choose Update, which keeps the data. You can export this case here and import it there, so that both computers write one history.',
  'step.A7.proves':
    'If it works there, this computer has a driver, USB or software conflict. If the same code comes at the same point, this computer is unlikely to be the cause.',
  'step.A7.risk': 'None, as long as Update is chosen and not Restore.',
  'step.A7.done': 'Was it tried on another computer?',

  'step.A8.title': 'Close heavy programs',
  'step.A8.why': 'A computer that is short of memory or busy can freeze Finder or iTunes in the middle of a restore.',
  'step.A8.how.macos':
    'Quit browsers such as Chrome, video editors, games, virtual machines and cloud sync (OneDrive, Dropbox). Activity Monitor shows what is left. Close Finder’s device window and open it again afterwards.',
  'step.A8.how.windows':
    'Close browsers such as Chrome, video editors, games, virtual machines and cloud sync (OneDrive, Dropbox). Task Manager shows what is left. Then open iTunes or Apple Devices again.',
  'step.A8.how.linux':
    'Close browsers, video editors, games, virtual machines and cloud sync. A system monitor shows what is left.',
  'step.A8.proves': 'If it works now, the computer lacked memory or time.',
  'step.A8.risk': 'None. Save your work first.',
  'step.A8.done': 'Are the heavy programs closed?',

  'step.B1.title': 'Pause security software, VPN and proxy; check the hosts file',
  'step.B1.why':
    'They can stand between the restore and Apple’s servers, or take the USB device away. Old tools sometimes left lines in the hosts file that send Apple’s signing server elsewhere.',
  'step.B1.how.macos':
    'Pause the security program for the restore, and disconnect VPN and proxy. In Terminal, “cat /etc/hosts” should show no line with apple.com.',
  'step.B1.how.windows':
    'Pause the security program for the restore (its icon by the clock), and disconnect VPN and proxy. Open C:\\Windows\\System32\\drivers\\etc\\hosts in Notepad: there should be no line with apple.com that does not begin with #.',
  'step.B1.how.linux':
    'Disconnect VPN and proxy, and pause USB guards. “cat /etc/hosts” should show no line with apple.com.',
  'step.B1.proves': 'If it works now, that software or that line was in the way.',
  'step.B1.risk':
    'The computer is less protected meanwhile: open nothing else, and switch the protection on again right after.',
  'step.B1.done':
    'Is the security software paused for the moment, VPN off, and the hosts file free of apple.com lines? Remember to switch the protection on again.',

  'step.B2.title': 'Another network, and the right time',
  'step.B2.why':
    'The restore asks Apple’s servers. A network that filters, a wrong DNS server or a wrong clock lets that fail.',
  'step.B2.how.macos':
    'System Settings, General, Date & Time: set automatically. Then try another network, for example a hotspot of another phone.',
  'step.B2.how.windows':
    'Settings, Time & language, Date & time: set automatically, Sync now. Then try another network, for example a hotspot of another phone.',
  'step.B2.how.linux':
    '“timedatectl” should say that the clock is synchronised. Then try another network, for example a hotspot of another phone.',
  'step.B2.proves': 'If it works now, the network or the clock was the cause.',
  'step.B2.risk': 'None. A hotspot may cost data volume: a firmware file has several gigabytes.',
  'step.B2.done': 'Is the clock right, and was another network tried?',

  'step.B3.title': 'Let Apple’s servers through the firewall',
  'step.B3.why': 'Restores need ports 80 and 443 to gs.apple.com and to Apple’s download servers.',
  'step.B3.how':
    'On a company or school network ask whether ports 80 and 443 to gs.apple.com and to *.apple.com are open and not inspected. At home, check the router’s filter or parental controls.',
  'step.B3.proves': 'Whether the signing server answers from this computer.',
  'step.B3.risk': 'None.',
  'step.B3.done': 'Can this computer reach gs.apple.com?',

  'step.C1.title': 'Download the firmware again',
  'step.C1.why': 'A damaged or incomplete firmware file fails in the middle, however good the cable is.',
  'step.C1.how.macos':
    'Move the files in ~/Library/iTunes/iPhone Software Updates to the Trash, so that Finder fetches a new one. With a file of your own, compare its size and checksum, then hold Option and click Update.',
  'step.C1.how.windows':
    'Move the files in %APPDATA%\\Apple Computer\\iTunes\\iPhone Software Updates to the Recycle Bin, so that a new one is fetched. The Store versions keep theirs inside %LOCALAPPDATA%\\Packages. With a file of your own, compare its size and checksum, then hold Shift and click Update.',
  'step.C1.how.linux':
    'Delete the cached file of idevicerestore (its folder is the one given with -C, else the working folder) and let -l fetch it again, or compare the checksum of your own file.',
  'step.C1.proves': 'If it works now, the file was damaged.',
  'step.C1.risk': 'None. It is a download of several gigabytes; do it before the phone is put into recovery.',
  'step.C1.done': 'Is the firmware freshly downloaded, or checked?',

  'step.C2.title': 'Check that the firmware fits and is still signed',
  'step.C2.why':
    'Apple signs only current versions for each model. A file for another model, or one that is no longer signed, is refused whatever the cable is.',
  'step.C2.how':
    'The simplest way: do not choose a file yourself and let Finder, iTunes, Apple Devices or idevicerestore fetch the newest one. With a file of your own, check that it is for exactly this model and still signed.',
  'step.C2.proves': 'That the signing server will accept this file for this model.',
  'step.C2.risk': 'None.',
  'step.C2.done': 'Is it the newest firmware for exactly this model?',

  'step.C3.title': 'Free space on the computer',
  'step.C3.why': 'The firmware is downloaded and unpacked; that needs room.',
  'step.C3.how.macos': 'Apple menu, System Settings, General, Storage: have at least 20 GB free.',
  'step.C3.how.windows': 'Settings, System, Storage: have at least 20 GB free on drive C.',
  'step.C3.how.linux': '“df -h” should show at least 20 GB free in your home folder and in /tmp.',
  'step.C3.proves': 'The free space can be read.',
  'step.C3.risk': 'None, as long as you delete only what you do not need.',
  'step.C3.done': 'Are at least 20 GB free on this computer?',

  'step.D1.title': 'Recovery mode, then Update (keeps your data)',
  'step.D1.why': 'Writes the system again without touching your data. It always comes before anything that erases.',
  'step.D1.how.macos':
    'If the phone still starts, back it up first: Finder, the phone, Back Up Now. The coach takes the phone into recovery mode. Finder then says that there is a problem: choose Update, not Restore. If the download takes longer than 15 minutes the phone may leave recovery by itself; then enter it again.',
  'step.D1.how.windows':
    'If the phone still starts, back it up first in Apple Devices or iTunes: Back Up Now. The coach takes the phone into recovery mode. Apple Devices or iTunes then says that there is a problem: choose Update, not Restore. If the download takes longer than 15 minutes the phone may leave recovery by itself; then enter it again.',
  'step.D1.how.linux':
    'If the phone still starts, back it up first, for example with idevicebackup2. The coach takes the phone into recovery mode. Then run “idevicerestore -l” without -e: that updates and keeps the data. Do not add -e or --erase.',
  'step.D1.proves': 'If it works, the phone’s system was damaged and is whole again.',
  'step.D1.risk':
    'Update is made to keep the data. A phone that still works may not come back from recovery by itself, which is why the backup comes first.',
  'step.D1.done': 'Was Update tried in recovery mode?',

  'step.D2.title': 'Recovery mode, then Restore (erases everything)',
  'step.D2.why': 'Writes the system and sets up the storage anew. Only after everything that keeps data has failed.',
  'step.D2.how.macos':
    'Answer the questions before erasing first. The coach takes the phone into recovery mode; in Finder choose Restore. Everything on the phone is erased.',
  'step.D2.how.windows':
    'Answer the questions before erasing first. The coach takes the phone into recovery mode; in Apple Devices or iTunes choose Restore. Everything on the phone is erased.',
  'step.D2.how.linux':
    'Answer the questions before erasing first. The coach takes the phone into recovery mode; then “idevicerestore -l -e” restores. Everything on the phone is erased.',
  'step.D2.proves': 'If it works, the data partition or the system on the phone was damaged.',
  'step.D2.risk':
    'Erases everything on the phone. Without a backup the data is gone. Afterwards it asks for the Apple Account that it was signed in to.',
  'step.D2.done': 'Was Restore tried in recovery mode?',

  'step.D3.title': 'DFU mode, then Restore (erases everything)',
  'step.D3.why':
    'The deepest way: the boot ROM takes everything anew, firmware and system. One of the most effective ways, and the last one at home.',
  'step.D3.how.macos':
    'Answer the questions before erasing first. The coach takes the phone into DFU mode; its screen stays black. Finder says that it found a phone: in DFU only Restore is offered, and it erases. Leaving DFU by the buttons instead keeps the data.',
  'step.D3.how.windows':
    'Answer the questions before erasing first. The coach takes the phone into DFU mode; its screen stays black. Apple Devices or iTunes says that it found a phone: in DFU only Restore is offered, and it erases. Leaving DFU by the buttons instead keeps the data.',
  'step.D3.how.linux':
    'Answer the questions before erasing first. The coach takes the phone into DFU mode; its screen stays black. Then “idevicerestore -l -e” restores and erases. Leaving DFU by the buttons instead keeps the data.',
  'step.D3.proves':
    'If it works, the firmware on the phone was damaged. If it fails with a checked file, two cables and two computers, hardware is probable.',
  'step.D3.risk':
    'Erases everything on the phone. Have a recent backup. Afterwards it asks for the Apple Account that it was signed in to.',
  'step.D3.done': 'Was Restore tried in DFU mode?',

  'step.D4.title': 'Charge the phone and let it rest',
  'step.D4.why': 'Low charge or a hot phone makes restores fail: the phone refuses, or its supply sags.',
  'step.D4.how':
    'Charge it with a wall charger to at least 50 per cent and let it rest for 30 minutes, out of the sun and not on a bed. Not if it was in liquid: then do not charge at all.',
  'step.D4.proves': 'The charge can be read only while the phone runs normally.',
  'step.D4.risk':
    'None, unless the phone was in liquid or its battery is swollen: then do not charge, and see a technician.',
  'step.D4.done': 'Is the phone charged to at least half, and cool?',

  'step.D5.title': 'Unlock the phone and keep it awake',
  'step.D5.why': 'An update may wait for the passcode or for Trust on the phone’s screen and then time out.',
  'step.D5.how':
    'Unlock the phone, tap Trust and enter the passcode when asked. Set Settings, Display & Brightness, Auto-Lock to Never for the moment, and stay beside it. Leave the passcode on: switching it off also removes the cards from Apple Pay, so it is the last resort only.',
  'step.D5.proves': 'That the phone was not waiting for you.',
  'step.D5.risk': 'None. Set Auto-Lock back afterwards.',
  'step.D5.done': 'Was the phone unlocked and awake during the try?',

  'step.D6.title': 'Take the SIM out',
  'step.D6.why': 'With modem errors a SIM or its tray can be part of the fault.',
  'step.D6.how':
    'Power the phone off, open the tray with a SIM tool and take the card out for the restore. Phones with only an eSIM have no tray: skip this step there, and do not delete the eSIM.',
  'step.D6.proves': 'If it works now, the SIM or its tray was involved.',
  'step.D6.risk': 'None. Keep the card safe. Never delete an eSIM for this.',
  'step.D6.done': 'Is the SIM card out, or has the phone none?',

  'step.D7.title': 'Free space on the phone',
  'step.D7.why': 'An update needs room on the phone; a nearly full phone can fail half way.',
  'step.D7.how':
    'Only while the phone still starts: back it up, then Settings, General, iPhone Storage; free several gigabytes. If it does not start, skip this step.',
  'step.D7.proves': 'The free space is shown in Settings.',
  'step.D7.risk': 'What you delete is gone: back up first.',
  'step.D7.done': 'Has the phone several gigabytes free?',

  'step.E1.title': 'Let no other program use the phone',
  'step.E1.why':
    'Another program that takes the phone in the middle breaks the restore: virtual machines, other phone managers, a second usbmuxd.',
  'step.E1.how.macos':
    'Quit virtual machines, iMazing, 3uTools, Apple Configurator and similar; only Finder should talk to the phone.',
  'step.E1.how.windows':
    'Quit virtual machines, iMazing, 3uTools and similar; run only one of iTunes and Apple Devices at a time.',
  'step.E1.how.linux':
    'Quit virtual machines and other phone tools. Only one usbmuxd should run: “pgrep -a usbmuxd”. The file manager should not have the phone mounted.',
  'step.E1.proves': 'The programs that run can be listed.',
  'step.E1.risk': 'None.',
  'step.E1.done': 'Is no other program using the phone?',

  'step.E2.title': 'Check drivers and background services',
  'step.E2.why':
    'Without Apple’s driver and service the computer charges the phone but cannot talk to it, above all in recovery and DFU.',
  'step.E2.how.windows':
    'Services: Apple Mobile Device Service should run; restart it. With Apple Devices, open the app: its service runs only with it. Device Manager, with the phone in the failing mode: a yellow mark means that the driver is missing; choose Update driver, Search automatically, or reinstall iTunes or Apple Devices over the present one. Do not replace Apple’s drivers with others.',
  'step.E2.how.linux':
    'usbmuxd should start when the phone is plugged in: “systemctl status usbmuxd”. idevicerestore needs rights to recovery and DFU devices: install the udev rule that your distribution ships with libirecovery, then plug in again.',
  'step.E2.proves': 'Services and drivers can be read.',
  'step.E2.risk': 'None, as long as drivers are repaired and not replaced by others.',
  'step.E2.done': 'Do the driver and the service work?',

  'step.F1.title': 'Professional help',
  'step.F1.why':
    'What is left is hardware: the charging and data chip (Tristar, Hydra), storage, the port, a connector, liquid, a drop. That needs tools and a board.',
  'step.F1.how':
    'Take the phone to Apple or to a technician who works on boards. Do not restore again before that if the data matters. Say which codes came, at which per cent, on how many cables, ports and computers: this case’s export holds it all. Under warranty go to Apple first. If it was in liquid: power off, unplug, do not charge.',
  'step.F1.proves': 'Apple can run diagnostics that nobody else can, and offer repair or replacement.',
  'step.F1.risk':
    'Repair or replacement may erase the data. If it matters, say so first: data recovery comes before any further restore.',
  'step.F1.done': 'Was the phone handed to a professional?',
} as const
