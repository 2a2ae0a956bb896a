/** What to do after recovery or DFU, in Apple's own programs, by the computer's system; and how it went. */
export const screensHandover = {
  'handover.recovery.title.macos': 'الآن افتح Finder واختر تحديث',
  'handover.recovery.title.windows': 'الآن افتح أجهزة Apple أو iTunes واختر تحديث',
  'handover.recovery.title.linux': 'الهاتف جاهز للتحديث',
  'handover.recovery.data': 'تحديث يثبّت النظام من جديد ويحتفظ بالبيانات. لا تختر استعادة إلا إذا فشل تحديث.',
  'handover.recovery.macos.1': 'افتح Finder واختر الهاتف في الشريط الجانبي تحت المواقع.',
  'handover.recovery.macos.2': 'تقول نافذة إن هناك مشكلة في الهاتف تتطلب تحديثه أو استعادته.',
  'handover.recovery.macos.3': 'اختر تحديث. وليس استعادة.',
  'handover.recovery.macos.4':
    'لا تلمس الكابل حتى ينتهي. إذا استغرق التنزيل أكثر من 15 دقيقة فقد يغادر الهاتف الاسترداد من تلقاء نفسه: دع التنزيل ينتهي، ثم ادخل الاسترداد مرة أخرى.',
  'handover.recovery.windows.1': 'افتح أجهزة Apple. إذا لم يكن مثبتًا، فافتح iTunes. واحد منهما فقط.',
  'handover.recovery.windows.2': 'تقول نافذة إن هناك مشكلة في الهاتف تتطلب تحديثه أو استعادته.',
  'handover.recovery.windows.3': 'اختر تحديث. وليس استعادة.',
  'handover.recovery.windows.4':
    'لا تلمس الكابل حتى ينتهي. إذا استغرق التنزيل أكثر من 15 دقيقة فقد يغادر الهاتف الاسترداد من تلقاء نفسه: دع التنزيل ينتهي، ثم ادخل الاسترداد مرة أخرى.',
  'handover.recovery.linux.1':
    'ليس لدى Apple برنامج استعادة لنظام Linux. الأضمن هو جهاز Mac أو كمبيوتر Windows: صِل الهاتف هناك؛ فهو يبقى في الاسترداد.',
  'handover.recovery.linux.2':
    'هنا يستطيع البرنامج الحر idevicerestore ذلك. دون خيار المسح يحدّث ويحتفظ بالبيانات؛ ومعه يمسحها.',
  'handover.recovery.linux.3': 'لا تلمس الكابل حتى ينتهي.',
  'handover.recovery-restore.title.macos': 'الآن افتح Finder واختر استعادة',
  'handover.recovery-restore.title.windows': 'الآن افتح أجهزة Apple أو iTunes واختر استعادة',
  'handover.recovery-restore.title.linux': 'الهاتف جاهز للاستعادة',
  'handover.recovery-restore.data':
    'استعادة تمسح كل شيء على الهاتف. إذا لم تجرّب تحديث بعد، فجرّبه أولاً: إنه يحتفظ بالبيانات.',
  'handover.recovery-restore.macos.1': 'افتح Finder واختر الهاتف في الشريط الجانبي تحت المواقع.',
  'handover.recovery-restore.macos.2': 'تقول نافذة إن هناك مشكلة في الهاتف تتطلب تحديثه أو استعادته.',
  'handover.recovery-restore.macos.3': 'اختر استعادة وأكّد. من هنا تضيع البيانات التي على الهاتف.',
  'handover.recovery-restore.macos.4': 'لا تلمس الكابل حتى يرحّب بك الهاتف.',
  'handover.recovery-restore.windows.1': 'افتح أجهزة Apple. إذا لم يكن مثبتًا، فافتح iTunes. واحد منهما فقط.',
  'handover.recovery-restore.windows.2': 'تقول نافذة إن هناك مشكلة في الهاتف تتطلب تحديثه أو استعادته.',
  'handover.recovery-restore.windows.3': 'اختر استعادة وأكّد. من هنا تضيع البيانات التي على الهاتف.',
  'handover.recovery-restore.windows.4': 'لا تلمس الكابل حتى يرحّب بك الهاتف.',
  'handover.recovery-restore.linux.1':
    'ليس لدى Apple برنامج استعادة لنظام Linux. الأضمن هو جهاز Mac أو كمبيوتر Windows: صِل الهاتف هناك؛ فهو يبقى في الاسترداد.',
  'handover.recovery-restore.linux.2':
    'هنا يستعيد البرنامج الحر idevicerestore مع خيار المسح. من تلك اللحظة تضيع البيانات التي على الهاتف.',
  'handover.recovery-restore.linux.3': 'لا تلمس الكابل حتى يرحّب بك الهاتف.',
  'handover.dfu.title.macos': 'الآن افتح Finder واختر استعادة',
  'handover.dfu.title.windows': 'الآن افتح أجهزة Apple أو iTunes واختر استعادة',
  'handover.dfu.title.linux': 'الهاتف جاهز للاستعادة',
  'handover.dfu.data':
    'في DFU لا تُعرض إلا استعادة، وهي تمسح كل شيء على الهاتف. ما دمت لم تخترها فالبيانات ما زالت موجودة: الخروج بالأزرار يحتفظ بها.',
  'handover.dfu.macos.1': 'افتح Finder. تبقى شاشة الهاتف سوداء، وهذا صحيح.',
  'handover.dfu.macos.2': 'تقول نافذة إنه عُثر على هاتف في الاسترداد ويجب استعادته قبل أن يمكن استخدامه.',
  'handover.dfu.macos.3': 'اختر الهاتف في الشريط الجانبي، ثم استعادة، وأكّد. من هنا تضيع البيانات التي على الهاتف.',
  'handover.dfu.macos.4': 'لا تلمس الكابل حتى يرحّب بك الهاتف.',
  'handover.dfu.windows.1':
    'افتح أجهزة Apple. إذا لم يكن مثبتًا، فافتح iTunes. واحد منهما فقط. تبقى شاشة الهاتف سوداء، وهذا صحيح.',
  'handover.dfu.windows.2': 'تقول نافذة إنه عُثر على هاتف في الاسترداد ويجب استعادته قبل أن يمكن استخدامه.',
  'handover.dfu.windows.3': 'اختر استعادة وأكّد. من هنا تضيع البيانات التي على الهاتف.',
  'handover.dfu.windows.4': 'لا تلمس الكابل حتى يرحّب بك الهاتف.',
  'handover.dfu.linux.1':
    'ليس لدى Apple برنامج استعادة لنظام Linux. الأضمن هو جهاز Mac أو كمبيوتر Windows: يبقى الهاتف في DFU أثناء نقله ما دامت بطاريته تكفي.',
  'handover.dfu.linux.2':
    'هنا يستطيع البرنامج الحر idevicerestore الاستعادة. من تلك اللحظة تضيع البيانات التي على الهاتف.',
  'handover.dfu.linux.3': 'لا تلمس الكابل حتى يرحّب بك الهاتف.',
  'handover.how': 'كيف تسير الأمور؟',
  'handover.how.restoring': 'كيف انتهت؟',
  'handover.restoring': 'تجري الاستعادة الآن',
  'handover.worked': 'نجحت',
  'handover.failed': 'فشلت',
  'handover.restoring.title': 'لا تلمس الكابل',
  'handover.restoring.lead':
    'البداية: {when}. غالبًا من 10 إلى 30 دقيقة بعد التنزيل. أبقِ الكمبيوتر مستيقظًا وموصولاً بالكهرباء، ولا تغلق Finder أو أجهزة Apple أو iTunes.',
  'handover.restoring.leaves': 'يغادر الهاتف USB ويعود عدة مرات أثناء الاستعادة. ليس هذا عطلاً.',
  'restore-wait.away':
    'الهاتف بعيد عن USB منذ {duration}. إنه يعيد التشغيل بين أجزاء الاستعادة، وتنتظره برامج Apple حتى 10 دقائق.',
  'restore-wait.away.over':
    'الهاتف بعيد عن USB منذ {duration}، أي أكثر من الدقائق العشر التي تنتظرها برامج Apple. انظر هل تعرض نافذتها خطأ الآن.',
  'restore-wait.dfu': 'الهاتف في DFU منذ {duration}. تشغّله الاستعادة من هنا؛ وتنتظر برامج Apple حتى 10 دقائق.',
  'restore-wait.dfu.over':
    'الهاتف في DFU منذ {duration}، أي أكثر من الدقائق العشر التي تنتظرها برامج Apple. انظر هل تعرض نافذتها خطأ الآن؛ وهو بعد هذا غالباً 4014.',
  'restore-wait.recovery':
    'الهاتف في الاسترداد منذ {duration}. يُشغَّل نظام الاستعادة من هنا؛ وتنتظر برامج Apple حتى 10 دقائق.',
  'restore-wait.recovery.over':
    'الهاتف في الاسترداد منذ {duration}، أي أكثر من الدقائق العشر التي تنتظرها برامج Apple. انظر هل تعرض نافذتها خطأ الآن؛ وهو بعد هذا غالباً 4013.',
  'restore-wait.restore': 'يعمل نظام الاستعادة منذ {duration}. المعتاد تسع إلى عشر دقائق؛ ولم يقل أحد كم قد يستغرق.',
  'restore-wait.normal':
    'يُظهر USB هاتفاً يعمل منذ {duration}. يبدو نظام الاستعادة ونظام الهاتف نفسه متشابهين هناك؛ ويميّز بينهما الشريط على الهاتف ونافذة الاستعادة.',
  'restore-drop.title':
    '{count, plural, one {غادر USB مرة واحدة حتى الآن} two {غادر USB مرتين حتى الآن} few {غادر USB # مرات حتى الآن} many {غادر USB # مرة حتى الآن} other {غادر USB # مرة حتى الآن}}',
  'restore-drop.from': '{when}، من “{mode}”',
  'restore-drop.from.percent': '{when}، من “{mode}”، عند {percent} %',
  'handover.failed.which': 'أي رمز تُظهره النافذة؟',
  'handover.failed.none': 'اتركه فارغًا إن لم يوجد.',
  'handover.failed.send': 'سجّله وتابع',
  'handover.failed.back': 'رجوع',
  'handover.failed.again': 'فشلت المحاولة الأخيرة دون رمز. تستمر الخطة من هنا.',
  'handover.failed.again.code': 'فشلت المحاولة الأخيرة بالرمز {code}. تستمر الخطة من هنا.',
  'handover.out.recovery': 'الخروج من الاسترداد بدلاً من ذلك',
  'handover.out.recovery.what': 'إعادة التشغيل بالأزرار تُخرج الهاتف من الاسترداد. تحتفظ بالبيانات.',
  'handover.out.recovery.go': 'أرشدني للخروج من الاسترداد',
  'handover.out.dfu': 'الخروج من DFU بدلاً من ذلك',
  'handover.out.dfu.what': 'إعادة التشغيل بالأزرار تُخرج الهاتف من DFU. تحتفظ بالبيانات.',
  'handover.out.dfu.go': 'أرشدني للخروج من DFU',
} as const
