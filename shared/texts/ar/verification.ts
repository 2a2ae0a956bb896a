/** How a step's state was earned, the link test, and the try after a step. */
export const verification = {
  'earned.title.proved': 'مثبت',
  'earned.title.likely': 'مرجّح، غير مثبت',
  'earned.title.said-by-you': 'أنت قلت ذلك',
  'earned.title.checking': 'قيد التحقق',
  'earned.title.failed': 'تمت، ولم تنفع',
  'earned.port-moved': 'أثبته USB: انتقل الهاتف من المنفذ {from} إلى {to}.',
  'earned.hub-gone': 'أثبته USB: كان الهاتف خلف موزّع على {from} وهو الآن موصول مباشرة على {to}.',
  'earned.port-same-hub':
    'يُظهر USB الهاتف على {to} بدلاً من {from}، وكلاهما خلف الموزّع نفسه. إذا كان ذلك الموزّع داخل الكمبيوتر فهو منفذ آخر؛ وإذا كان على الطاولة فليس كذلك.',
  'earned.port-other-speed':
    'يُظهر USB الهاتف على {to} بدلاً من {from}، بسرعة أخرى. قد يبدو المقبس نفسه هكذا بكابل آخر، فالمنفذ مختلف على الأرجح فقط.',
  'earned.port-other-bus':
    'يُظهر USB الهاتف على {to} بدلاً من {from}. لا يختلف إلا رقم الناقل، وقد يسبب ذلك أيضًا إعادة وصل قاعدة إرساء.',
  'earned.no-hub': 'أثبته USB: لا موزّع بين الكمبيوتر والهاتف، وهو على المنفذ {port}.',
  'earned.both-restarted':
    'بدأ هذا الكمبيوتر من جديد، وغادر الهاتف USB لمدة {seconds} ثانية وعاد: الأرجح أنها إعادة تشغيل. لا يستطيع USB وحده إثبات إعادة تشغيل الهاتف.',
  'earned.both-restarted.proved': 'مثبت: شوهد الهاتف في وضع بدء ثم أجاب نظامه، وبدأ هذا الكمبيوتر من جديد.',
  'earned.phone-restarted.proved': 'مثبت: شوهد الهاتف في وضع بدء ثم أجاب نظامه. لم يبدأ هذا الكمبيوتر من جديد بعد.',
  'earned.phone-restarted':
    'غادر الهاتف USB لمدة {seconds} ثانية وعاد: الأرجح أنها إعادة تشغيل. لم يبدأ هذا الكمبيوتر من جديد بعد.',
  'earned.computer-restarted.proved': 'مثبت على هذا الكمبيوتر: بدأ من جديد. لم تُر إعادة تشغيل الهاتف بعد.',
  'earned.computer-restarted.likely':
    'الأرجح أن هذا الكمبيوتر بدأ من جديد؛ قد تبدو الساعة المصححة بالشكل نفسه. لم تُر إعادة تشغيل الهاتف بعد.',
  'earned.guide-restart':
    'غادر الهاتف USB وعاد أثناء إرشاد إعادة التشغيل: الأرجح أنها إعادة تشغيل. تُرى إعادة تشغيل الكمبيوتر عندما يبدأ Handhold من جديد.',
  'earned.said': 'أنت قلت ذلك. لم يكن على USB هاتف، فلم يمكن رؤية شيء.',
  'earned.said.before': 'قلت إن ذلك جُرّب قبل هذه الحالة، فلا يُحسب هو ما نفع.',
  'earned.said.not-seen': 'أنت قلت ذلك. لم ير USB الهاتف يغادر منذ بدأت هذه الخطوة.',
  'earned.said.cable':
    'أنت قلت ذلك. رأى USB الهاتف يغادر لمدة {seconds, plural, one {ثانية واحدة} two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}} ويعود على المنفذ {port}؛ ولا يستطيع التمييز بين كابل وآخر.',
  'earned.said.left-and-returned':
    'أنت قلت ذلك. رأى USB الهاتف يغادر لمدة {seconds, plural, one {ثانية واحدة} two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}} ويعود على المنفذ {port}.',
  'waiting.A3': 'ننتظر ظهور الهاتف على منفذ آخر. يُظهره USB الآن على {port}.',
  'waiting.A3.away': 'غادر الهاتف USB. ننتظر ظهوره على منفذ آخر.',
  'waiting.A3.from': 'كان الهاتف على {port} عند الفشل. تُحتسب حالما يُظهره USB على منفذ آخر.',
  'waiting.A4':
    'ننتظر وصل الهاتف مباشرة. يُظهر USB بينهما {hubs, plural, one {موزّعًا واحدًا} two {موزّعين} few {# موزّعات} many {# موزّعًا} other {# موزّع}}.',
  'waiting.A4.away': 'غادر الهاتف USB. ننتظر وصله مباشرة.',
  'waiting.A2': 'لم ير USB الهاتف يغادر بعد. غيّر الكابل الآن.',
  'waiting.A2.away': 'غادر الهاتف USB. صِله بالكابل الآخر.',
  'waiting.A2.returned': 'غادر الهاتف وعاد على المنفذ {port}. لا يستطيع USB التمييز بين كابل وآخر: هذا ما لا يعرفه غيرك.',
  'waiting.A5': 'ننتظر أن يغادر الهاتف USB ويعود. تُرى إعادة تشغيل هذا الكمبيوتر عندما يبدأ Handhold من جديد.',
  'waiting.ticks': 'تُعلَّم هذه الخطوة من تلقاء نفسها.',
  'waiting.cannot-see': 'لا يستطيع USB إظهار هذه الخطوة هنا، فتُحتسب بقولك.',
  'case.card': 'إظهار كل شيء عنه',
  'step-state.seen': 'رُئي على هذا الكمبيوتر',
  'practice-screen.plug-elsewhere': 'صِله بمنفذ آخر',
  'step.already-there.erases': 'قبل المسح، بضعة أسئلة. هي التي تحدد هل من الحكمة أن تتابع.',
  'step.already-there.questions': 'إلى أسئلة ما قبل المسح',
  'retry.title': 'الآن جرّب الاستعادة مرة أخرى',
  'retry.title.elsewhere': 'كيف سارت الأمور على الكمبيوتر الآخر؟',
  'retry.lead.elsewhere':
    'إذا نجح هناك فشيء على هذا الكمبيوتر كان العائق. وإذا فشل هناك أيضًا فرمزه يميّز بين هذا الكمبيوتر والهاتف.',
  'retry.lead.macos':
    'انقر على تحديث أو استعادة في Finder مرة أخرى، كما في السابق. يراقب Handhold منفذ USB في هذه الأثناء.',
  'retry.lead.windows':
    'انقر على تحديث أو استعادة في أجهزة Apple أو iTunes مرة أخرى، كما في السابق. يراقب Handhold منفذ USB في هذه الأثناء.',
  'retry.lead.linux': 'شغّل idevicerestore مرة أخرى، كما في السابق. يراقب Handhold منفذ USB في هذه الأثناء.',
  'retry.done': 'تم: {step}',
  'retry.worked': 'نجحت',
  'retry.failed': 'فشلت مرة أخرى: أي رمز؟',
  'retry.later': 'ليس الآن، الخطوة التالية',
  'link-test.title': 'اختبار الاتصال',
  'link-test.waiting': 'يبدأ عندما يعود الهاتف إلى USB.',
  'link-test.running':
    'نراقب الاتصال لمدة دقيقة: {drops, plural, =0 {لا انقطاع حتى الآن} one {انقطاع واحد حتى الآن} two {انقطاعان حتى الآن} few {# انقطاعات حتى الآن} many {# انقطاعًا حتى الآن} other {# انقطاع حتى الآن}}. لا حاجة إلى انتظاره.',
  'link-test.grade.clean-at-idle':
    'سليم في الخمول: لا انقطاع خلال دقيقة. لا يثبت ذلك أن الكابل جيد: فالاستعادة ترسل غيغابايتات.',
  'link-test.grade.drops':
    'غادر الهاتف USB {drops, plural, one {مرة واحدة} two {مرتين} few {# مرات} many {# مرة} other {# مرة}} خلال الدقيقة. إذا لم تفصله أنت، فالكابل أو المنفذ يفلت.',
  'link-test.grade.transfer-errors': 'لا انقطاع، لكن بيانات ضاعت في الطريق. الكابل أو قابساه أو المنفذ لا يثبت.',
  'link-test.grade.slow':
    'لا انقطاع، لكن الاتصال يعمل بسرعة {speed, number} ميغابت/ث فقط، وهذا يشير إلى التلامس: الكابل أو القابس أو المنفذ.',
  'link-test.grade.cannot-test': 'تعذر اختبار الاتصال: {why}',
  'link-test.why.no-events': 'هذا الكمبيوتر لا يُخبر بكل تغيير على USB.',
  'link-test.why.mode-changed': 'غيّر الهاتف وضعه في هذه الأثناء، وهذا من طبيعة الاستعادة أو إعادة التشغيل.',
  'link-test.why.no-phone': 'الهاتف ليس على USB.',
  'link-test.why.app-restarted': 'قُطع عمل Handhold أو الكمبيوتر.',
  'link-test.why.other-phone': 'هاتف آخر على هذا المنفذ.',
  'link-test.transfers.running': 'تُرسل بضع قطع صغيرة من البيانات إلى الهاتف. يستغرق ذلك ثواني.',
  'link-test.transfers.ok': 'عمليات نقل صغيرة إلى الهاتف ومنه: {done, number}؛ لم تفشل أي منها.',
  'link-test.transfers.failed': 'فشل {errors, number} من {all, number} من عمليات النقل الصغيرة.',
  'link-test.transfers.not': 'لا يمكن اختبار النقل: {why}',
  'link-test.transfers.why.mode': 'في هذا الوضع لا يُرسل شيء إلى هاتف أبدًا.',
  'link-test.transfers.why.restore-runs': 'قد تكون استعادة جارية على الهاتف، وعندها لا يُرسل إليه شيء.',
  'link-test.transfers.why.guide-runs': 'دليل قيد التشغيل.',
  'link-test.transfers.why.no-id': 'لا يقول الهاتف من هو.',
  'link-test.transfers.why.busy': 'برنامج آخر يمسك الهاتف.',
  'link-test.transfers.why.no-permission': 'لا يسمح هذا الكمبيوتر لـ Handhold بفتح الهاتف.',
  'link-test.transfers.why.refused': 'لا يقبل الهاتف طلبات الآن.',
  'link-test.transfers.why.no-service': 'لا تصل إليه الخدمة التي تخاطب الهواتف العاملة.',
  'link-test.transfers.why.gone': 'غادر الهاتف USB في هذه الأثناء.',
  'link-test.speed': '{speed, number} ميغابت/ث',
  'diagnosis.title': 'كيف يبدو الأمر الآن',
  'diagnosis.lead': 'بعد {code}: ما يدل على كل سبب. هذا تقدير، وكل سطر يقول ما قد يغيّره.',
  'diagnosis.for': 'لأن',
  'diagnosis.from-row': 'رمز الخطأ نفسه يشير إليه.',
  'diagnosis.change': 'ما قد يغيّره',
  'diagnosis.hardware': 'العتاد أم الاتصال؟',
  'diagnosis.more': 'أقل ترجيحًا ({count})',
} as const
