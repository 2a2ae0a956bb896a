/** The first minutes with Handhold: what it is, what it needs, what it keeps. */
export const firstRun = {
  'welcome.hint.title': 'جديد هنا؟',
  'welcome.hint.text': 'اطّلع في دقيقة على ما يفعله Handhold وما يحتاج إليه هذا الكمبيوتر بعد، أو تدرّب أولاً دون هاتف.',
  'welcome.hint.open': 'ما يحتاج إليه',
  'welcome.hint.practise': 'دقيقتان من التدريب',
  'welcome.hint.not-now': 'ليس الآن',
  'welcome.title': 'ما هو Handhold',
  'welcome.lead':
    'انتهت استعادة iPhone برمز، أو يجب أن يدخل الهاتف وضع الاسترداد أو وضع DFU. يأخذك Handhold إلى هناك، خطوة آمنة بعد أخرى.',
  'welcome.does.watches': 'يراقب USB ويقول أي هاتف موجود وفي أي وضع.',
  'welcome.does.coaches': 'يرشد يديك عبر الأزرار، بإشارات تتبع ما يُظهره USB فعلاً.',
  'welcome.does.explains':
    'يقول لماذا أخفقت محاولة، وما الذي يجب تغييره، وما الذي تفعله بعد ذلك في Finder أو أجهزة Apple أو iTunes.',
  'welcome.not.title': 'ما ليس هو',
  'welcome.not': 'لا يستعيد بنفسه، ولا يستبدل أي برنامج تشغيل، ولا يرسل شيئًا إلى هاتف في وضع DFU، ولا يفك أي قفل.',
  'welcome.stays.title': 'ما يبقى هنا',
  'welcome.stays':
    'كل شيء. لا حساب ولا قياس عن بُعد. لا تُسأل الشبكة إلا عندما تضغط على زر يقول ذلك. ما فعلته يُحفظ في ملف واحد على هذا الكمبيوتر:',
  'welcome.needs.title': 'ما يحتاج إليه هذا الكمبيوتر',
  'welcome.needs.looking': 'ننظر إلى هذا الكمبيوتر.',
  'welcome.needs.again': 'انظر مرة أخرى',
  'welcome.usb.ok': 'يرى Handhold منفذ USB.',
  'welcome.usb.unknown': 'يطلب Handhold الوصول إلى USB.',
  'welcome.phone.ok': '{name} موصول.',
  'welcome.phone.unknown': 'لا هاتف موصول الآن. لا بأس؛ صِله عندما تبدأ.',
  'welcome.prompt.macos':
    'قد يسأل Mac عن السماح للهاتف بالاتصال، ويسأل الهاتف عن الثقة بالكمبيوتر. أجب بنعم عن كليهما، وإلا فلن يُظهر USB شيئًا.',
  'welcome.prompt.windows':
    'يحتاج Windows إلى برنامج تشغيل Apple: ثبّت أجهزة Apple من Microsoft Store، أو iTunes من Apple. لا يأتي Handhold بأي برنامج تشغيل ولا يغيّره. يسأل الهاتف عن الثقة بالكمبيوتر: أجب بنعم.',
  'welcome.prompt.linux':
    'للمراقبة لا يحتاج Linux إلى شيء. فقط لطريقة المساعدة، التي يعيد فيها الكمبيوتر تشغيل الهاتف، يجب أن تكون قاعدة udev هذه موجودة. تثبّتها حزمة .deb؛ ومع AppImage أو من المصدر افعل ذلك مرة يدويًا.',
  'welcome.rule.copy': 'نسخ الأوامر',
  'welcome.rule.copied': 'نُسخت. ألصقها في طرفية؛ وستطلب كلمة سر المسؤول.',
  'welcome.rule.label': 'أوامر تثبّت قاعدة udev',
  'welcome.practice.title': 'دقيقتان من التدريب',
  'welcome.practice': 'iPhone افتراضي، ولوحة مفاتيحك أزراره. لا يمكن أن ينكسر شيء، والتوقيت في يديك نصف المطلوب.',
  'welcome.practice.go': 'تدريب',
  'welcome.begin': 'ابدأ',
  'welcome.manual': 'فتح الدليل',
} as const
